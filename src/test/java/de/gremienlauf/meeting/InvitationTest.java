package de.gremienlauf.meeting;

import static de.gremienlauf.meeting.MinutesWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Organization;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.MailServer;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;

/** The model {@code invitation} with a real mail server. The meeting is on Tuesday, 17 March 2026. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class InvitationTest {

  private static final String POST = "Task_SendByPost";
  private static final LocalDate IN_TIME = LocalDate.of(2026, 2, 16);

  @Autowired MinutesWorld world;
  @Autowired MeetingRepository meetings;
  @Autowired Clerk clerk;

  private Organization body;

  @BeforeEach
  void begin() {
    MailServer.clear();
    clerk.onDay(IN_TIME);
    body = world.body("Integrationsrat");
    world.member(body, "Petra Vorsitz", "Vorsitz", "vorsitz@stadt.example");
    world.member(body, "Max Mitglied", "Mitglied", "mitglied@stadt.example");
  }

  @AfterEach
  void letTimeRunAgain() {
    MailServer.clear();
    EngineClock.reset();
  }

  private Meeting meeting(MeetingKind kind) {
    Meeting meeting = world.meeting(body, DAY, row -> row.kind = kind);
    world.item(meeting, "Ö 1", "Sprachkurse in allen Stadtteilen", item -> item.paperReference = "0554/2026");
    world.item(meeting, "N 1", "Kauf des Grundstücks Rheinstraße 7", item -> {
      item.paperReference = "0777/2026";
      item.nonPublicGround = "Grundstücksangelegenheit";
      item.neutralTitle = "Grundstücksangelegenheit im Stadtbezirk 1";
    });
    return meeting;
  }

  private String invite(Meeting meeting, InvitationAct act, Long supplement) {
    Map<String, Object> variables = new HashMap<>(Map.of("meetingId", meeting.id, "act", act.name()));
    if (supplement != null) {
      variables.put("supplementNumber", supplement);
    }
    String process = world.start("invitation", variables);
    clerk.runDueJobs();
    return process;
  }

  private static String raw(MimeMessage mail) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toString("UTF-8");
  }

  /** The parts of a mail by media type without its parameters. */
  private static Map<String, Object> parts(MimeMessage mail) throws Exception {
    Map<String, Object> parts = new LinkedHashMap<>();
    MimeMultipart all = (MimeMultipart) mail.getContent();
    for (int i = 0; i < all.getCount(); i++) {
      BodyPart part = all.getBodyPart(i);
      parts.put(part.getContentType().split(";")[0].toLowerCase(), part.getContentType().startsWith("text/plain")
          ? part.getContent() : part.getInputStream().readAllBytes());
    }
    return parts;
  }

  private static String calendar(MimeMessage mail) throws Exception {
    return new String((byte[]) parts(mail).get("text/calendar"), "UTF-8").replace("\r\n ", "");
  }

  @Test
  void everybodyWithAnAddressIsInvitedByMail() throws Exception {
    Meeting meeting = meeting(MeetingKind.REGULAR);

    String process = invite(meeting, InvitationAct.INVITATION, null);

    assertThat(clerk.instance(process)).isNull();
    assertThat(MailServer.mails()).hasSize(2);
    MimeMessage mail = MailServer.mailsTo("mitglied@stadt.example").get(0);
    assertThat(mail.getSubject()).isEqualTo("Einladung: Sitzung Integrationsrat am 17.03.2026");
    assertThat((String) parts(mail).get("text/plain")).contains("Tag: Dienstag, 17.03.2026", "Beginn: 15:30 Uhr",
        "Ort: Rathaus, Saal 1", "Ö 1 Sprachkurse in allen Stadtteilen (0554/2026)", "nichtöffentlicher Teil",
        "Petra Vorsitz, Vorsitz").doesNotContain("Rheinstraße", "0777", "null", "§ 49");
    assertThat(MinutesWorld.text((byte[]) parts(mail).get("application/pdf"))).contains("Sprachkurse",
        "Grundstücksangelegenheit im Stadtbezirk 1").doesNotContain("Rheinstraße", "0777");
    assertThat(calendar(mail)).contains("METHOD:REQUEST", "SEQUENCE:0", "UID:meeting-" + meeting.id + "@")
        .contains("DTSTART;TZID=Europe/Berlin:20260317T153000").doesNotContain("Rheinstraße");
    assertThat(raw(mail)).doesNotContain("Rheinstraße", "0777/2026");
    assertThat(meetings.findById(meeting.id).orElseThrow().invitedOn).isEqualTo(IN_TIME);
    assertThat(world.documents(meeting, MeetingDocumentKind.AGENDA)).extracting(MeetingDocument::publicPart)
        .containsExactly(true, false);
    assertThat(world.text(world.documents(meeting, MeetingDocumentKind.AGENDA).get(1)))
        .contains("Kauf des Grundstücks Rheinstraße 7", "Grundstücksangelegenheit");
    MeetingDocument letter = world.documents(meeting, MeetingDocumentKind.INVITATION).get(0);
    assertThat(world.text(letter)).contains("hiermit lade ich Sie zu folgender Sitzung ein", "Petra Vorsitz",
        "Rheinstraße");
    assertThat(letter.publicPart()).isFalse();
    assertThat(letter.note()).isNull();
  }

  @Test
  void whoHasNoAddressGetsALetterWhileTheMailsAreOnTheirWay() {
    world.member(body, "Frida Ohne-Adresse", "Mitglied", null);
    world.deputy(body, "Detlef Falsch", "keine adresse");
    Meeting meeting = meeting(MeetingKind.REGULAR);

    String process = invite(meeting, InvitationAct.INVITATION, null);

    assertThat(MailServer.mails()).hasSize(2);
    Task task = clerk.task(process, POST);
    assertThat(EngineClock.dayOf(task.getDueDate())).isBetween(IN_TIME, DAY);
    assertThat(String.valueOf(clerk.fields(task).get("postRecipients"))).contains("Frida Ohne-Adresse",
        "Detlef Falsch", "Mitglied (Stellvertretung)").doesNotContain("Max Mitglied");
    assertThatThrownBy(() -> clerk.complete(task, Map.of("sent", false))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("zur Post gegeben");
    clerk.complete(clerk.task(process, POST), Map.of("sent", true));
    assertThat(clerk.instance(process)).isNull();
  }

  @Test
  void secondInvitationSaysThatWhoeverComesIsEnough() throws Exception {
    Meeting first = world.meeting(body, DAY.minusDays(28), row -> row.state = MeetingState.NO_QUORUM);
    Meeting meeting = meeting(MeetingKind.SECOND);
    meeting.previousMeetingId = first.id;
    meeting = meetings.save(meeting);

    invite(meeting, InvitationAct.INVITATION, null);

    MimeMessage mail = MailServer.mailsTo("vorsitz@stadt.example").get(0);
    assertThat(mail.getSubject()).startsWith("Zweite Einladung");
    assertThat((String) parts(mail).get("text/plain")).contains("17.02.2026", "§ 49 Abs. 2 GO NRW");
    assertThat(MinutesWorld.text((byte[]) parts(mail).get("application/pdf"))).contains("§ 49 Abs. 2 GO NRW");
    assertThat(world.text(world.documents(meeting, MeetingDocumentKind.INVITATION).get(0)))
        .contains("ohne Rücksicht auf die Zahl der Erschienenen");
  }

  @Test
  void supplementTravelsAlone() throws Exception {
    Meeting meeting = meeting(MeetingKind.REGULAR);
    invite(meeting, InvitationAct.INVITATION, null);
    world.item(meeting, "Ö 2", "Sichere Schulwege", item -> {
      item.admission = Admission.SUPPLEMENT;
      item.supplementNumber = 1;
    });
    MailServer.clear();
    clerk.onDay(IN_TIME.plusDays(3));

    invite(meeting, InvitationAct.SUPPLEMENT, 1L);

    MimeMessage mail = MailServer.mailsTo("mitglied@stadt.example").get(0);
    assertThat(mail.getSubject()).startsWith("1. Nachtrag zur Tagesordnung");
    assertThat((String) parts(mail).get("text/plain")).contains("Ö 2 Sichere Schulwege")
        .doesNotContain("Sprachkurse", "nichtöffentlich");
    assertThat(MinutesWorld.text((byte[]) parts(mail).get("application/pdf"))).contains("1. Nachtrag", "Schulwege")
        .doesNotContain("Sprachkurse");
    assertThat(calendar(mail)).contains("SEQUENCE:1", "Schulwege", "Sprachkurse");
    assertThat(world.documents(meeting, MeetingDocumentKind.AGENDA)).extracting(MeetingDocument::supplementNumber)
        .containsExactly(null, null, 1, 1);
  }

  @Test
  void movedAndCancelledMeetingsChangeTheCalendar() throws Exception {
    Meeting meeting = meeting(MeetingKind.REGULAR);
    invite(meeting, InvitationAct.INVITATION, null);
    MailServer.clear();
    meeting = meetings.findById(meeting.id).orElseThrow();
    meeting.originalDay = DAY;
    meeting.day = DAY.plusDays(7);
    meeting.changeReason = "Der Saal ist belegt.";
    meeting = meetings.save(meeting);

    invite(meeting, InvitationAct.MOVED, null);

    MimeMessage moved = MailServer.mailsTo("mitglied@stadt.example").get(0);
    assertThat(moved.getSubject()).isEqualTo("Verlegt: Sitzung Integrationsrat am 24.03.2026");
    assertThat((String) parts(moved).get("text/plain")).contains("vom 17.03.2026 verlegt", "Der Saal ist belegt.");
    assertThat(calendar(moved)).contains("METHOD:REQUEST", "SEQUENCE:1", "20260324T153000");
    MailServer.clear();

    invite(meeting, InvitationAct.CANCELLED, null);

    MimeMessage cancelled = MailServer.mailsTo("mitglied@stadt.example").get(0);
    assertThat(cancelled.getSubject()).startsWith("Abgesagt");
    assertThat(parts(cancelled)).doesNotContainKey("application/pdf");
    assertThat((String) parts(cancelled).get("text/plain")).contains("findet nicht statt").doesNotContain("Sprachkurse");
    assertThat(calendar(cancelled)).contains("METHOD:CANCEL", "SEQUENCE:2", "STATUS:CANCELLED");
  }

  @Test
  void lateInvitationGoesOutAndIsNoted() {
    clerk.onDay(DAY.minusDays(1));
    Meeting meeting = meeting(MeetingKind.REGULAR);

    invite(meeting, InvitationAct.INVITATION, null);

    assertThat(MailServer.mails()).hasSize(2);
    assertThat(world.documents(meeting, MeetingDocumentKind.INVITATION).get(0).note())
        .startsWith("Verspätet eingeladen: Die Einladung wurde am 16.03.2026 ausgefertigt.").contains("§");
  }

  @Test
  void jointMeetingInvitesEverybodyOnce() throws Exception {
    Organization other = world.body("Sozialausschuss");
    world.member(other, "Sabine Sozial", "Mitglied", "sozial@stadt.example");
    world.deputy(body, "Dora Stellvertretung", "dora@stadt.example");
    Meeting meeting = meeting(MeetingKind.JOINT);
    meeting.join(other.id());
    meeting = meetings.save(meeting);

    invite(meeting, InvitationAct.INVITATION, null);

    assertThat(MailServer.mails()).hasSize(4);
    assertThat(raw(MailServer.mailsTo("dora@stadt.example").get(0))).contains("stellvertretendes Mitglied");
    assertThat(raw(MailServer.mailsTo("sozial@stadt.example").get(0))).doesNotContain("stellvertretendes");
  }
}
