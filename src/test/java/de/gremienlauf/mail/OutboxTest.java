package de.gremienlauf.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.MailServer;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What gets into the outbox, and what a real mail server gets of it. */
@IntegrationTest
class OutboxTest {

  private static final String TO = "erika@empfang.example";

  @Autowired Environment environment;
  @Autowired Outbox outbox;
  @Autowired OutboxRepository mails;
  @Autowired MailTransport transport;
  @Autowired DocumentStore documents;
  @Autowired ProcessMessages processes;
  @Autowired MailSettings settings;
  @Autowired Clock clock;
  @Autowired JavaMailSenderImpl server;
  @Autowired DataSource pool;

  private TransactionTemplate transaction;
  private final String batch = "stapel-" + UUID.randomUUID();

  @Autowired
  void setTransactionManager(PlatformTransactionManager manager) {
    transaction = new TransactionTemplate(manager);
  }

  @BeforeEach
  @AfterEach
  void clearMailServer() {
    MailServer.clear();
    EngineClock.reset();
  }

  private Long queue(OutgoingMail mail) {
    return transaction.execute(status -> outbox.queue(batch, mail));
  }

  private Long queueTo(String address) {
    return queue(new OutgoingMail(address, "Erika Muster", "Einladung", "Guten Tag", List.of()));
  }

  private MailAttachment stored(String name, String type, byte[] content) {
    return new MailAttachment(name, type,
        transaction.execute(status -> documents.put(content, "application/octet-stream").hash()), true);
  }

  private static MimeMessage arrived() {
    assertThat(MailServer.mails()).hasSize(1);
    return MailServer.mails().get(0);
  }

  @Test
  void mailArrivesAsItWasWritten() throws Exception {
    Instant now = Instant.parse("2026-01-05T08:00:00Z");
    EngineClock.set(now);
    String text = "Sehr geehrte Frau Groß-Müller,\n\nSie sind eingeladen. Übrigens: 100 € für „Bänke“.\n."
        + "\n.Punkt am Anfang\n" + "sehr lange Zeile ".repeat(100);
    Long id = queue(new OutgoingMail(TO, "Jörg Groß-Müller, Beig.", "Einladung: Ausschuss für Gärten und Straßen "
        + "und noch vieles mehr, damit die Zeile lang genug wird für einen Umbruch im Kopf", text, List.of()));

    outbox.deliver(id);

    MimeMessage mail = arrived();
    InternetAddress to = (InternetAddress) mail.getAllRecipients()[0];
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(to.getAddress()).isEqualTo(TO);
    assertThat(to.getPersonal()).isEqualTo("Jörg Groß-Müller, Beig.");
    assertThat(mail.getSubject()).isEqualTo("Einladung: Ausschuss für Gärten und Straßen "
        + "und noch vieles mehr, damit die Zeile lang genug wird für einen Umbruch im Kopf");
    assertThat(mail.getContent().toString().replace("\r\n", "\n").stripTrailing()).isEqualTo(text.stripTrailing());
    assertThat(mail.getContentType()).startsWith("text/plain").containsIgnoringCase("utf-8");
    assertThat(mail.getSentDate()).isEqualTo(Date.from(now));
    assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Gremienbüro Musterstadt");
    assertThat(mail.getHeader("Message-ID")).containsExactly(mails.findById(id).orElseThrow().messageId());
    assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}@musterstadt\\.example>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(outbox.state(id)).isEqualTo(MailState.SENT);
    assertThat(mails.findById(id).orElseThrow().sentAt()).isEqualTo("2026-01-05T09:00");
  }

  @Test
  void attachmentsArriveByteForByte() throws Exception {
    byte[] pdf = new byte[3_000_000];
    new Random(42).nextBytes(pdf);
    byte[] calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Ausschuss für Gärten\r\nEND:VCALENDAR\r\n"
        .getBytes(StandardCharsets.UTF_8);
    Long id = queue(new OutgoingMail(TO, "Erika Muster", "Einladung", "Anbei die Tagesordnung.", List.of(
        stored("Tagesordnung für Gärten, öffentlicher Teil, mit einem recht langen Namen (3. Fassung).pdf",
            "application/pdf", pdf),
        stored("termin.ics", "text/calendar; method=REQUEST; charset=UTF-8", calendar))));

    outbox.deliver(id);

    Multipart parts = (Multipart) arrived().getContent();
    assertThat(parts.getCount()).isEqualTo(3);
    assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Anbei die Tagesordnung.");
    BodyPart first = parts.getBodyPart(1);
    assertThat(MimeUtility.decodeText(first.getFileName())).isEqualTo(
        "Tagesordnung für Gärten, öffentlicher Teil, mit einem recht langen Namen (3. Fassung).pdf");
    assertThat(first.getInputStream().readAllBytes()).isEqualTo(pdf);
    BodyPart second = parts.getBodyPart(2);
    assertThat(second.getContentType().replaceAll("\\s", "").toLowerCase()).startsWith("text/calendar;")
        .contains("method=request").contains("charset=utf-8");
    assertThat(second.getInputStream().readAllBytes()).isEqualTo(calendar);
  }

  @Test
  void whatIsNotPublicDoesNotTravel() {
    MailAttachment open = stored("offen.pdf", "application/pdf", new byte[] {1});
    MailAttachment secret = new MailAttachment("geheim.pdf", open.mediaType(), open.documentHash(), false);

    assertThatThrownBy(() -> queue(new OutgoingMail(TO, "E", "S", "T", List.of(open, secret))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("geheim.pdf");
    assertThat(outbox.pendingMails(batch)).isEmpty();
  }

  @Test
  void whatIsNotStoredCannotBeAttached() {
    assertThatThrownBy(() -> queue(new OutgoingMail(TO, "E", "S", "T",
        List.of(new MailAttachment("fehlt.pdf", "application/pdf", "0".repeat(64), true)))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("fehlt.pdf");
  }

  @Test
  void mailIsQueuedWithWhatItTellsOfOrNotAtAll() {
    assertThatThrownBy(() -> outbox.queue(batch, new OutgoingMail(TO, "E", "S", "T", List.of())))
        .isInstanceOf(IllegalTransactionStateException.class);

    transaction.executeWithoutResult(status -> {
      outbox.queue(batch, new OutgoingMail(TO, "E", "S", "T", List.of()));
      assertThat(outbox.pendingMails(batch)).hasSize(1);
      status.setRollbackOnly();
    });

    assertThat(outbox.pendingMails(batch)).isEmpty();
    assertThat(MailServer.mails()).isEmpty();
  }

  @Test
  void mailThatHasBeenSentIsNotSentAgain() {
    Long id = queueTo(TO);

    outbox.deliver(id);
    outbox.deliver(id);

    assertThat(MailServer.mails()).hasSize(1);
  }

  @Test
  void mailIsRepeatedWithItsOwnMessageIdWhenItsSendingIsForgotten() throws Exception {
    Long id = queueTo(TO);
    // Without the transaction of its own: what a machine that fails right after the sending leaves behind.
    Outbox failing = new Outbox(mails, transport, documents, processes, settings, clock);

    transaction.executeWithoutResult(status -> {
      failing.deliver(id);
      status.setRollbackOnly();
    });
    assertThat(outbox.pendingMails(batch)).containsExactly(id);
    outbox.deliver(id);

    assertThat(MailServer.mails()).hasSize(2);
    assertThat(MailServer.mails().get(0).getMessageID()).isEqualTo(MailServer.mails().get(1).getMessageID());
  }

  @Test
  void twoJobsWithTheSameMailSendItOnce() throws Exception {
    Long id = queueTo(TO);
    CountDownLatch first = new CountDownLatch(1);
    MailServer.onContent(() -> {
      first.countDown();
      try {
        Thread.sleep(500);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return null;
    });
    ExecutorService jobs = Executors.newFixedThreadPool(2);

    Future<?> one = jobs.submit(() -> outbox.deliver(id));
    assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
    Future<?> other = jobs.submit(() -> outbox.deliver(id));
    one.get(20, TimeUnit.SECONDS);
    other.get(20, TimeUnit.SECONDS);
    jobs.shutdown();

    assertThat(MailServer.mails()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Betreff\r\nBcc: alle@stadt.example", "Betreff\nBcc: alle@stadt.example",
      "Betreff\r\n\r\nEin anderer Text", "Betreff\rBcc: alle@stadt.example", "Bänke\u2028Bcc: alle@stadt.example",
      "Betreff\u0000\u0085Bcc: x"})
  void lineBreaksBeginNoHeader(String evil) throws Exception {
    MailAttachment file = stored("a.pdf", "application/pdf", new byte[] {1});
    Long id = queue(new OutgoingMail(TO, evil, evil, "Text",
        List.of(new MailAttachment(evil, file.mediaType(), file.documentHash(), true))));

    outbox.deliver(id);

    MimeMessage mail = arrived();
    String expected = evil.replaceAll("[\r\n\u2028\u0000\u0085]+", " ");
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getAllRecipients()).hasSize(1);
    assertThat(mail.getSubject()).isEqualTo(expected);
    assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo(expected);
    Multipart parts = (Multipart) mail.getContent();
    assertThat(parts.getCount()).isEqualTo(2);
    assertThat(Collections.list(parts.getBodyPart(1).getAllHeaders())).extracting("name")
        .containsExactlyInAnyOrder("Content-Type", "Content-Transfer-Encoding", "Content-Disposition");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  ", "erika", "erika@", "@stadt.example", "erika@rathaus",
      "erika@a.example\r\nBcc: x@y.example", "erika@a.example\nRCPT TO:<x@y.example>", "erika@a.example, x@y.example",
      "Erika <erika@a.example>",
      "erika muster@a.example", "erika@a..example", "erika@a.example>", "gruppe: a@b.example;", "erika@a.example (x)",
      "jörg@a.example", "erika@a b.example", "a\u0000b@a.example", "erika@-.example"})
  void whatIsNoAddressGoesToTheOffice(String address) {
    Long id = queueTo(address);

    assertThat(outbox.pendingMails(batch)).isEmpty();
    assertThat(outbox.refused(batch)).extracting(RefusedMail::id).containsExactly(id);
    assertThat(outbox.refused(batch).get(0).reason()).isEqualTo(address == null || address.isBlank()
        ? "Es ist keine E-Mail-Adresse bekannt." : "Das ist keine gültige E-Mail-Adresse.");
    outbox.deliver(id);
    assertThat(MailServer.mails()).isEmpty();
    assertThatThrownBy(() -> outbox.readdress(id, address)).isInstanceOf(BusinessException.class)
        .hasMessageEndingWith("ist keine gültige E-Mail-Adresse.");
  }

  @ParameterizedTest
  @CsvSource({"erika@stadt.example, erika@stadt.example",
      "' o''neil+rat@a-b.stadt.example ', o'neil+rat@a-b.stadt.example",
      "erika@köln.example, erika@xn--kln-sna.example"})
  void addressesAreTakenInTheFormOfTheWire(String given, String sent) throws Exception {
    outbox.deliver(queueTo(given));

    assertThat(((InternetAddress) arrived().getAllRecipients()[0]).getAddress()).isEqualTo(sent);
  }

  @ParameterizedTest
  @ValueSource(strings = {"550 5.1.1 No such user", "553 Mailbox name not allowed", "554 Relay access denied"})
  void recipientThatTheServerRefusesGoesToTheOffice(String answer) {
    MailServer.refuseRecipient(TO, answer);
    Long id = queueTo(TO);

    outbox.deliver(id);

    assertThat(outbox.state(id)).isEqualTo(MailState.REFUSED);
    assertThat(outbox.refused(batch).get(0).reason()).startsWith("Der Mailserver lehnt ab: ").contains(answer);
  }

  @Test
  void contentThatTheServerRefusesGoesToTheOffice() {
    MailServer.onContent(() -> "552 Message too large");
    Long id = queueTo(TO);

    outbox.deliver(id);

    assertThat(outbox.refused(batch).get(0).reason()).contains("552 Message too large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"450 Mailbox busy", "452 Too many recipients", "421 Shutting down"})
  void whatMayGoWellAnotherTimeIsTriedAgain(String answer) {
    MailServer.refuseRecipient(TO, answer);
    Long id = queueTo(TO);

    assertThatThrownBy(() -> outbox.deliver(id)).isInstanceOf(MailException.class);

    assertThat(outbox.state(id)).isEqualTo(MailState.PENDING);
    MailServer.clear();
    outbox.deliver(id);
    assertThat(MailServer.mails()).hasSize(1);
  }

  @Test
  void senderThatTheServerRefusesIsNoFaultOfTheRecipient() {
    MailServer.refuseSender("550 Sender not allowed");
    Long id = queueTo(TO);

    assertThatThrownBy(() -> outbox.deliver(id)).isInstanceOf(MailException.class);
    assertThat(outbox.state(id)).isEqualTo(MailState.PENDING);
  }

  @Test
  void withoutMailServerMailIsKept() {
    MailTransport nowhere = new MailTransport(
        new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class), documents, settings, clock);
    Outbox kept = new Outbox(mails, nowhere, documents, processes, settings, clock);
    Long id = queueTo(TO);

    transaction.executeWithoutResult(status -> kept.deliver(id));

    assertThat(outbox.state(id)).isEqualTo(MailState.KEPT);
    assertThat(outbox.pendingMails(batch)).isEmpty();
    assertThat(outbox.refused(batch)).isEmpty();
    assertThat(MailServer.mails()).isEmpty();
  }

  @Test
  void mailServerThatHangsIsGivenUpWhileTheJobIsStillLocked() {
    assertThat(Stream.of("connectiontimeout", "timeout", "writetimeout")
        .mapToLong(limit -> Long.parseLong(server.getJavaMailProperties().getProperty("mail.smtp." + limit))).sum())
        .isPositive().isLessThan(
            environment.getRequiredProperty("camunda.bpm.job-execution.lock-time-in-millis", Long.class));
  }

  /** Whoever sends takes a second connection: if all were held by those who wait for one, nobody would get on. */
  @Test
  void jobsThatSendMailLeaveConnectionsInThePool() throws Exception {
    int jobs = environment.getRequiredProperty("camunda.bpm.job-execution.max-pool-size", Integer.class);
    Object production = new YamlPropertySourceLoader()
        .load("production", new ClassPathResource("application-production.yaml")).get(0)
        .getProperty("spring.datasource.hikari.maximum-pool-size");

    assertThat(pool.unwrap(HikariDataSource.class).getMaximumPoolSize()).isGreaterThan(jobs);
    assertThat((Integer) production).isGreaterThanOrEqualTo(2 * jobs);
  }

  @Test
  void readdressedMailIsSentAndSettledMailIsNot() throws Exception {
    Long wrong = queueTo("falsch");
    Long other = queueTo("");

    outbox.readdress(wrong, TO);
    outbox.settle(other);

    assertThat(outbox.pendingMails(batch)).containsExactly(wrong);
    assertThat(outbox.state(other)).isEqualTo(MailState.SETTLED);
    outbox.deliver(wrong);
    outbox.deliver(other);
    assertThat(((InternetAddress) arrived().getAllRecipients()[0]).getAddress()).isEqualTo(TO);
  }

  @ParameterizedTest
  @CsvSource({"kein Absender, stadt.example", "a@stadt.example, 'stadt.example>'", "'', stadt.example"})
  void wrongSettingsAreNamedAtTheStart(String from, String domain) {
    assertThatThrownBy(() -> new MailSettings(from, domain)).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("gremienlauf.mail.");
  }
}
