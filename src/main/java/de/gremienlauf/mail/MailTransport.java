package de.gremienlauf.mail;

import de.gremienlauf.document.DocumentStore;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Hands mails of the outbox over to the mail server. */
@Component
class MailTransport {

  private static final int PERMANENT = 5;

  private final ObjectProvider<JavaMailSender> server;
  private final DocumentStore documents;
  private final MailSettings settings;
  private final Clock clock;

  MailTransport(ObjectProvider<JavaMailSender> server, DocumentStore documents, MailSettings settings, Clock clock) {
    this.server = server;
    this.documents = documents;
    this.settings = settings;
    this.clock = clock;
  }

  /** Whether there is a mail server at all. */
  boolean isSetUp() {
    return server.getIfAvailable() != null;
  }

  /**
   * Sends one mail. Empty if the mail server took it over, or what it answered when it refused recipient or content
   * for good.
   *
   * @throws org.springframework.mail.MailException for everything that may go well another time
   */
  Optional<String> send(OutboxMail mail) {
    try {
      server.getObject().send(message(mail));
      return Optional.empty();
    } catch (MailSendException e) {
      return Optional.of(refusal(e).orElseThrow(() -> e));
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new IllegalStateException("Mail " + mail.id() + " cannot be written as a message", e);
    }
  }

  private MimeMessage message(OutboxMail mail) throws MessagingException, UnsupportedEncodingException {
    MimeMessage message = server.getObject().createMimeMessage();
    MimeMessageHelper helper = new MimeMessageHelper(message, mail.attachments().isEmpty()
        ? MimeMessageHelper.MULTIPART_MODE_NO : MimeMessageHelper.MULTIPART_MODE_MIXED, StandardCharsets.UTF_8.name());
    helper.setFrom(settings.sender());
    helper.setTo(new InternetAddress(mail.recipient(), mail.recipientName(), StandardCharsets.UTF_8.name()));
    helper.setSubject(mail.subject());
    helper.setText(mail.body());
    helper.setSentDate(Date.from(clock.instant()));
    for (OutboxMail.File file : mail.attachments()) {
      helper.addAttachment(file.fileName(),
          new ByteArrayDataSource(documents.content(file.documentHash()), file.mediaType()));
    }
    // Absence notices are not wanted (RFC 3834).
    message.setHeader("Auto-Submitted", "auto-generated");
    // The sender keeps a Message-ID that is there already.
    message.setHeader("Message-ID", mail.messageId());
    return message;
  }

  private static Optional<String> refusal(MailSendException failure) {
    for (Exception cause : failure.getMessageExceptions()) {
      for (Exception e = cause; e instanceof MessagingException chained; e = chained.getNextException()) {
        if (isPermanent(e)) {
          return Optional.of(e.getMessage());
        }
      }
    }
    return Optional.empty();
  }

  /** A sender that is refused is not the recipient's fault: that goes well once the settings are right. */
  private static boolean isPermanent(Exception e) {
    if (e instanceof SMTPAddressFailedException address) {
      return address.getReturnCode() / 100 == PERMANENT;
    }
    return e instanceof SMTPSendFailedException content && content.getReturnCode() / 100 == PERMANENT
        && !content.getCommand().startsWith("MAIL");
  }
}
