package de.gremienlauf.mail;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Everything that leaves by mail. A mail is queued in the transaction of what it tells of, so that both happen or
 * neither, and is sent afterwards by the model {@code mail-delivery}, each mail in a job of its own: at least once,
 * with the same Message-ID every time. If the machine fails, at most the mail that was on its way is sent again.
 */
@Service
@Transactional
public class Outbox {

  private static final String DELIVERY = "mail-delivery";
  private static final int LINE = 500;
  private static final int SUBJECT = 2000;

  private final OutboxRepository mails;
  private final MailTransport transport;
  private final DocumentStore documents;
  private final ProcessMessages processes;
  private final MailSettings settings;
  private final Clock clock;

  Outbox(OutboxRepository mails, MailTransport transport, DocumentStore documents, ProcessMessages processes,
      MailSettings settings, Clock clock) {
    this.mails = mails;
    this.transport = transport;
    this.documents = documents;
    this.processes = processes;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * Puts a mail into the outbox, in the caller's transaction. It leaves when the batch is sent: by a model that calls
   * {@code mail-delivery} with the variable {@code batch}, or by {@link #dispatch}. An address that is none is
   * presented to the office together with those that the mail server refuses.
   *
   * @param batch names the mails that are sent together, e.g. {@code meeting-12-invitation-1}
   * @return the id of the mail
   * @throws IllegalArgumentException if an attachment is not public or not stored: the caller has to see to that
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Long queue(String batch, OutgoingMail mail) {
    mail.attachments().forEach(this::check);
    Optional<String> address = MailAddress.parse(mail.address());
    OutboxMail queued = mails.save(new OutboxMail(null, batch, "<" + UUID.randomUUID() + "@" + settings.domain() + ">",
        address.orElseGet(() -> oneLine(mail.address(), LINE)), oneLine(mail.name(), LINE),
        oneLine(mail.subject(), SUBJECT), mail.text(), address.isPresent() ? MailState.PENDING : MailState.REFUSED,
        LocalDateTime.now(clock), null, address.isPresent() ? null : unusable(mail.address()),
        mail.attachments().stream().map(file -> new OutboxMail.File(oneLine(file.fileName(), LINE), file.mediaType(),
            file.documentHash())).toList()));
    return queued.id();
  }

  private void check(MailAttachment attachment) {
    if (!attachment.publicContent()) {
      throw new IllegalArgumentException("What is not public does not travel by mail: " + attachment.fileName());
    }
    if (documents.find(attachment.documentHash()).isEmpty()) {
      throw new IllegalArgumentException("The attachment is not stored: " + attachment.fileName());
    }
  }

  private static String unusable(String address) {
    return address == null || address.isBlank() ? "Es ist keine E-Mail-Adresse bekannt."
        : "Das ist keine gültige E-Mail-Adresse.";
  }

  /** Line breaks would begin a header of their own in the message. */
  private static String oneLine(String text, int limit) {
    String line = text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    return line.length() <= limit ? line : line.substring(0, limit - 1) + "…";
  }

  /**
   * Sends the mails of a batch by a process of their own, for callers without a model that does it.
   *
   * @return the id of the process instance
   */
  public String dispatch(String batch) {
    return processes.startProcess(DELIVERY, batch, Map.of("batch", batch));
  }

  /** The mails of a batch that are still to be sent, in the order in which they were queued. */
  public List<Long> pendingMails(String batch) {
    return mails.pending(batch);
  }

  /** The mails of a batch that cannot be delivered and that nobody has dealt with yet. */
  public List<RefusedMail> refused(String batch) {
    return mails.findByBatchAndStateOrderById(batch, MailState.REFUSED).stream()
        .map(mail -> new RefusedMail(mail.id(), mail.recipient(), mail.recipientName(), mail.subject(), mail.refusal()))
        .toList();
  }

  /** Whether mail to an address was refused and nobody has dealt with that yet. */
  public boolean refuses(String address) {
    return mails.existsByRecipientAndState(address, MailState.REFUSED);
  }

  /** What has become of a mail. */
  public MailState state(Long mailId) {
    return get(mailId).state();
  }

  /**
   * Sends one mail, if it is still to be sent, and remembers that at once, in a transaction of its own: the caller's
   * may still fail. Without a mail server the mail is kept and counts as dealt with.
   *
   * @return whether there is such a mail; there is none if it was queued in the caller's transaction
   * @throws org.springframework.mail.MailException if the mail server cannot be reached or fails; nothing is
   *     remembered then, and the mail can be sent again
   */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public boolean deliver(Long mailId) {
    // Another node takes over a job whose lock has run out, and what the first one did in the job's transaction is
    // undone. It waits here and finds the mail sent, for this transaction stays.
    mails.lock(mailId);
    Optional<OutboxMail> mail = mails.findById(mailId);
    mail.ifPresent(this::send);
    return mail.isPresent();
  }

  /**
   * Sends a mail that was queued in the caller's transaction, of which nobody else knows yet.
   *
   * @throws IllegalArgumentException if there is no such mail
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void deliverQueuedHere(Long mailId) {
    send(get(mailId));
  }

  private void send(OutboxMail mail) {
    Long mailId = mail.id();
    if (mail.state() != MailState.PENDING) {
      return;
    }
    if (!transport.isSetUp()) {
      mails.markKept(mailId);
      return;
    }
    transport.send(mail).ifPresentOrElse(
        answer -> mails.markRefused(mailId, oneLine("Der Mailserver lehnt ab: " + answer, LINE)),
        () -> mails.markSent(mailId, LocalDateTime.now(clock)));
  }

  /** The office has informed the recipient of a mail that cannot be delivered in another way. */
  public void settle(Long mailId) {
    mails.markSettled(mailId);
  }

  /**
   * Gives a mail that cannot be delivered another address; it is to be sent again.
   *
   * @throws BusinessException if that is no address
   */
  public void readdress(Long mailId, String address) {
    mails.readdress(mailId, MailAddress.parse(address).orElseThrow(
        () -> new BusinessException("„" + oneLine(address, LINE) + "“ ist keine gültige E-Mail-Adresse.")));
  }

  /** Whether mail can be sent there. */
  public static boolean isAddress(String text) {
    return MailAddress.parse(text).isPresent();
  }

  private OutboxMail get(Long mailId) {
    return mails.findById(mailId).orElseThrow(() -> new IllegalArgumentException("No mail " + mailId));
  }
}
