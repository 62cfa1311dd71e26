package de.gremienlauf.meeting;

import static de.gremienlauf.meeting.MinutesWorld.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.gremienlauf.council.Organization;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.document.AttendanceGroup;
import de.gremienlauf.document.AttendanceLine;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** The model {@code minutes}. The meeting was on Tuesday, 17 March 2026; the minutes begin a day later. */
@IntegrationTest
@RecordApplicationEvents
@ExtendWith(CoverageRecorder.Counted.class)
class MinutesTest {

  private static final String DRAFT = "Task_DraftMinutes";
  private static final String SIGN = "Task_SignMinutes";
  private static final String RELEASE = "Task_ReleaseMinutes";

  @Autowired MinutesWorld world;
  @Autowired Minutes minutes;
  @Autowired Agenda agenda;
  @Autowired Attendances attendances;
  @Autowired Quorums quorums;
  @Autowired MeetingRepository meetings;
  @Autowired TaskService tasks;
  @Autowired MinuteTaking minuteTaking;
  @Autowired MeetingEditors editors;
  @Autowired TaskDriver driver;
  @Autowired People people;
  @Autowired Clerk clerk;
  @Autowired ApplicationEvents events;

  @BeforeEach
  void theDayAfter() {
    clerk.onDay(DAY.plusDays(1));
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private Meeting closed(Organization body) {
    Meeting meeting = world.meeting(body, DAY, row -> {
      row.state = MeetingState.CLOSED;
      row.invitedOn = DAY.minusDays(20);
    });
    world.item(meeting, "Ö 1", "Sprachkurse in allen Stadtteilen", item -> {
      item.state = AgendaItemState.CONCLUDED;
      item.result = "ungeändert beschlossen";
      item.voteText = "einstimmig";
      item.minutesText = "Frau Petra Amtlich vom Jobcenter führt ein. Frau Amtlichs Folien liegen bei.";
      item.resolution = "Es gibt Sprachkurse.";
    });
    world.item(meeting, "Ö 2", "Verschiedenes", item -> item.state = AgendaItemState.CONCLUDED);
    world.item(meeting, "N 1", "Kauf des Grundstücks Rheinstraße 7", item -> {
      item.state = AgendaItemState.CONCLUDED;
      item.result = "beschlossen, 700.000 Euro";
    });
    return meeting;
  }

  private String begin(Meeting meeting) {
    return world.start("minutes", Map.of("meetingId", meeting.id));
  }

  private void draft(String process) {
    clerk.complete(process, DRAFT, Map.of("opening", "Die Sitzung war beschlussfähig.", "closing", "Ende der Sitzung.",
        "remark", "Bitte Punkt 1 genau lesen."));
  }

  private void signAll(String process) {
    for (Task task : clerk.tasks(process, SIGN)) {
      clerk.complete(task, Map.of("decision", "SIGN", "signatory", "Erika " + clerk.fields(task).get("signer")));
    }
  }

  private String released(Meeting meeting, Map<String, Object> release) {
    String process = begin(meeting);
    draft(process);
    signAll(process);
    clerk.complete(process, RELEASE, release);
    return process;
  }

  @Test
  void fromDraftToReleaseInTwoParts() {
    Meeting meeting = closed(world.body("Sozialausschuss"));
    String process = begin(meeting);

    Task draft = clerk.task(process, DRAFT);
    assertThat(EngineClock.dayOf(draft.getDueDate())).isEqualTo(LocalDate.of(2026, 4, 1));
    assertThat(clerk.fields(draft)).containsEntry("itemsText", "Tagesordnungspunkte: 3")
        .containsEntry("missingText", "Ö 2 Verschiedenes").containsEntry("objectionText", "")
        .containsEntry("opening", "Zu der Sitzung wurde am 25.02.2026 unter Mitteilung der Tagesordnung eingeladen.");
    draft(process);

    assertThat(world.documents(meeting, MeetingDocumentKind.MINUTES_DRAFT)).hasSize(2)
        .noneMatch(MeetingDocument::publicPart).noneMatch(MeetingDocument::certified);
    List<Task> signing = clerk.tasks(process, SIGN);
    assertThat(signing).extracting(task -> clerk.fields(task).get("signer"))
        .containsExactlyInAnyOrder("Vorsitz", "Schriftführung");
    assertThat(signing).extracting(task -> tasks.getIdentityLinksForTask(task.getId()).get(0).getGroupId())
        .containsExactlyInAnyOrder("zeichnung", "schriftfuehrung");
    assertThat(clerk.fields(signing.get(0))).containsEntry("remark", "Bitte Punkt 1 genau lesen.");
    assertThatThrownBy(() -> clerk.complete(signing.get(0), Map.of("decision", "SIGN")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("Namen");
    signAll(process);

    assertThatThrownBy(() -> clerk.complete(process, RELEASE, Map.of("released", false)))
        .isInstanceOf(BusinessException.class);
    assertThat((String) clerk.fields(clerk.task(process, RELEASE)).get("signaturesText"))
        .contains("Erika Vorsitz (Vorsitz)");
    assertThat(agenda.of(meeting.id)).allMatch(ItemDetails::provisional);
    clerk.onDay(DAY.plusDays(10));
    clerk.complete(process, RELEASE, Map.of("released", true));

    assertThat(clerk.instance(process)).isNull();
    Meeting after = meetings.findById(meeting.id).orElseThrow();
    assertThat(after.state).isEqualTo(MeetingState.MINUTES_RELEASED);
    assertThat(after.minutesReleasedOn).isEqualTo(DAY.plusDays(10));
    assertThat(agenda.of(meeting.id)).noneMatch(ItemDetails::provisional);
    assertThat(events.stream(MinutesReleased.class)).contains(new MinutesReleased(meeting.id));
    List<MeetingDocument> parts = world.documents(meeting, MeetingDocumentKind.MINUTES);
    assertThat(parts).extracting(MeetingDocument::publicPart).containsExactly(true, false);
    assertThat(world.text(parts.get(0))).contains("Niederschrift", "öffentlicher Teil", "Sprachkurse",
        "Es gibt Sprachkurse.", "ungeändert beschlossen", "einstimmig", "gez. Erika Vorsitz, Vorsitz",
        "Die Sitzung war beschlussfähig.", "Ende der Sitzung.")
        .doesNotContain("Rheinstraße", "700.000", "Bitte Punkt 1", "Entwurf");
    assertThat(world.text(parts.get(1))).contains("nichtöffentlicher Teil", "Rheinstraße", "700.000")
        .doesNotContain("Sprachkurse");
    assertThatThrownBy(() -> minutes.write(meeting.id, new MinutesText("anders", null, null)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("freigegeben");
    assertThatThrownBy(() -> minutes.publish(meeting.id)).isInstanceOf(BusinessException.class);
  }

  @Test
  void theMinutesNameWhoChairsTheBodyAndNobodyElseAsItsChair() {
    Organization body = world.body("Sozialausschuss");
    world.member(body, "Anna Albers", "Vorsitz (stellv.)", null);
    world.member(body, "Bert Brandt", "Vorsitzender der Fraktion Markstein", null);
    world.member(body, "Zoe Zander", "Ausschussvorsitzende", null);
    Meeting meeting = closed(body);
    minutes.present(meeting.id);

    assertThat(AttendanceLists.expected(attendances.of(meeting.id)))
        .extracting(AttendanceGroup::heading, group -> group.lines().stream().map(AttendanceLine::name).toList())
        .containsExactly(tuple("Vorsitz", List.of("Zoe Zander")),
            tuple("Stimmberechtigte Mitglieder", List.of("Anna Albers", "Bert Brandt")));
    assertThat(minutes.status(meeting.id).signatures().stream().filter(one -> one.signer().equals("Vorsitz"))
        .map(one -> minutes.expectedSignatory(one.id()))).containsExactly("Zoe Zander");
  }

  @Test
  void objectionLeadsBackToTheMinuteTaker() {
    Meeting meeting = closed(world.body("Sozialausschuss"));
    String process = begin(meeting);
    draft(process);
    List<Task> signing = clerk.tasks(process, SIGN);
    assertThatThrownBy(() -> clerk.complete(signing.get(0), Map.of("decision", "OBJECT")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("begründen");
    clerk.complete(signing.get(0), Map.of("decision", "OBJECT", "reason", "Punkt 1 ist unvollständig."));
    clerk.complete(signing.get(1), Map.of("decision", "SIGN", "signatory", "Erika Muster"));

    assertThat((String) clerk.fields(clerk.task(process, DRAFT)).get("objectionText"))
        .endsWith("Punkt 1 ist unvollständig.");
    assertThat(clerk.fields(clerk.task(process, DRAFT))).containsEntry("closing", "Ende der Sitzung.");
    draft(process);
    assertThat(clerk.tasks(process, SIGN)).hasSize(2);
    signAll(process);
    clerk.complete(process, RELEASE, Map.of("released", true));

    assertThat(clerk.instance(process)).isNull();
    assertThat(world.documents(meeting, MeetingDocumentKind.MINUTES_DRAFT)).hasSize(4);
    assertThat(minutes.status(meeting.id).signatures()).hasSize(2)
        .allMatch(one -> one.state() == MinutesSignature.State.SIGNED);
    Long decided = minutes.status(meeting.id).signatures().get(0).id();
    assertThatThrownBy(() -> minutes.sign(decided, "Noch einmal")).hasMessageContaining("schon entschieden");
  }

  private void type(Long item, String field, String was, String now) {
    driver.as("schriftfuehrung", () -> {
      editors.hold(agenda.details(item).meetingId(), "Fenster", false);
      assertThat(minuteTaking.type(item, "Fenster", List.of(new MinuteTaking.Change(field, was, now)))).isEmpty();
    });
  }

  private void assertSigned(Meeting meeting, String whatToDo) {
    Long item = agenda.of(meeting.id).get(0).id();
    List<ThrowingCallable> changes = List.of(
        () -> type(item, "minutesText", agenda.details(item).minutesText(), "Etwas anderes."),
        () -> type(item, "resolution", agenda.details(item).resolution(), "Es gibt Tanzkurse."),
        () -> attendances.arriveGuest(meeting.id, "Herr Spät", null), () -> attendances.include(item, 1L),
        () -> quorums.establishCapacity(meeting.id, null, "Vorsitz"));
    for (ThrowingCallable change : changes) {
      assertThatThrownBy(change).isInstanceOf(BusinessException.class)
          .hasMessageStartingWith("Die Niederschrift ist schon unterzeichnet (Erika ").hasMessageEndingWith(whatToDo);
    }
    assertThat(signedOnThePage(meeting)).isTrue();
  }

  private boolean signedOnThePage(Meeting meeting) {
    return people.browser("schriftfuehrung").get("/api/meetings/" + meeting.id).json().path("minutesSigned")
        .asBoolean();
  }

  @Test
  void nobodyChangesWhatSomebodyHasSigned() {
    Meeting meeting = closed(world.body("Sozialausschuss"));
    Long item = agenda.of(meeting.id).get(0).id();
    String process = begin(meeting);
    draft(process);
    type(item, "resolution", "Es gibt Sprachkurse.", "Es gibt Deutschkurse.");
    assertThat(signedOnThePage(meeting)).isFalse();
    List<Task> signing = clerk.tasks(process, SIGN);
    String other = (String) clerk.fields(signing.get(1)).get("signer");

    clerk.complete(signing.get(0), Map.of("decision", "SIGN", "signatory", "Erika Muster"));
    assertSigned(meeting, "bitte in der Aufgabe „Niederschrift unterzeichnen“ (" + other + ") einen Einwand erheben;"
        + " danach wird sie neu entworfen und neu unterzeichnet.");

    clerk.complete(signing.get(1), Map.of("decision", "OBJECT", "reason", "Frau Gast fehlt."));
    assertThat(signedOnThePage(meeting)).isFalse();
    attendances.arriveGuest(meeting.id, "Frau Gast", null);
    type(item, "minutesText", agenda.details(item).minutesText(), "Frau Gast führt ein.");
    draft(process);
    signAll(process);
    assertSigned(meeting, "lässt sich nach ihrer Freigabe in der nächsten Sitzung mit einer Einwendung berichtigen.");

    clerk.complete(process, RELEASE, Map.of("released", true));
    assertThat(world.text(world.documents(meeting, MeetingDocumentKind.MINUTES).get(0)))
        .contains("Es gibt Deutschkurse.", "Frau Gast führt ein.", "gez. Erika Vorsitz, Vorsitz");
  }

  @Test
  void projectBodyIsPublicOnlyRedactedAndByDecision() {
    Organization body = world.projectBody("Arbeitsgruppe Einwanderung");
    Meeting meeting = closed(body);
    String process = begin(meeting);
    draft(process);
    assertThat(clerk.tasks(process, SIGN)).extracting(task -> clerk.fields(task).get("signer"))
        .containsExactlyInAnyOrder("Leitung der Sitzung", "Protokoll");
    signAll(process);
    assertThat(clerk.fields(clerk.task(process, RELEASE))).containsEntry("projectBody", true);
    assertThatThrownBy(() -> clerk.complete(process, RELEASE, Map.of("released", true, "namesToRedact", "Amtlich")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("entschieden");

    clerk.complete(process, RELEASE, Map.of("released", true, "namesToRedact", "Petra Amtlich\nErika Protokoll\n",
        "releaseDecision", "Die Lenkungsgruppe am 20.03.2026"));

    assertThat(world.documents(meeting, MeetingDocumentKind.MINUTES)).noneMatch(MeetingDocument::publicPart);
    MeetingDocument redacted = world.documents(meeting, MeetingDocumentKind.MINUTES_REDACTED).get(0);
    assertThat(redacted.publicPart()).isTrue();
    assertThat(redacted.note()).isEqualTo("Die Lenkungsgruppe am 20.03.2026");
    assertThat(MinutesWorld.everything(world.bytes(redacted))).contains("Jobcenter", "geschwärzt", "Sprachkurse")
        .doesNotContainIgnoringCase("Amtlich").doesNotContain("Petra", "Erika", "Rheinstraße", "700.000");
    assertThat(world.text(world.documents(meeting, MeetingDocumentKind.MINUTES).get(0))).contains("Petra Amtlich");
  }

  @Test
  void projectBodyWithoutDecisionStaysInTheHouse() {
    Meeting meeting = closed(world.projectBody("Lenkungsgruppe"));

    released(meeting, Map.of("released", true));

    assertThat(world.documents(meeting, MeetingDocumentKind.MINUTES)).hasSize(2).noneMatch(MeetingDocument::publicPart);
    assertThat(world.documents(meeting, MeetingDocumentKind.MINUTES_REDACTED)).isEmpty();
  }

  @Test
  void councilOfTheOldTermIsSignedByAMemberToo() {
    Organization council = world.body("Rat");
    clerk.onDay(LocalDate.of(2026, 3, 18));
    Meeting old = world.meeting(council, LocalDate.of(2020, 10, 1), row -> row.state = MeetingState.CLOSED);
    Meeting now = world.meeting(council, LocalDate.of(2020, 11, 5), row -> row.state = MeetingState.CLOSED);

    minutes.present(old.id);
    minutes.present(now.id);

    assertThat(minutes.status(old.id).signatures()).extracting(MinutesSignature::signer)
        .containsExactly("Vorsitz", "Schriftführung", "ein vom Rat bestelltes Mitglied");
    assertThat(minutes.status(now.id).signatures()).extracting(MinutesSignature::signer)
        .containsExactly("Vorsitz", "Schriftführung");
  }

  @Test
  void attendanceOfAMeetingWithoutQuorumStaysAsReleased() {
    Meeting meeting = closed(world.body("Sozialausschuss"));
    meeting.state = MeetingState.NO_QUORUM;
    meetings.save(meeting);
    Long item = agenda.of(meeting.id).get(0).id();
    attendances.arriveGuest(meeting.id, "Frau Gast", null);

    minutes.publish(meeting.id);

    assertThat(meetings.findById(meeting.id).orElseThrow().state).isEqualTo(MeetingState.NO_QUORUM);
    assertThatThrownBy(() -> attendances.arriveGuest(meeting.id, "Herr Spät", null))
        .isInstanceOf(BusinessException.class).hasMessageContaining("Niederschrift ist freigegeben");
    assertThatThrownBy(() -> attendances.include(item, 1L))
        .isInstanceOf(BusinessException.class).hasMessageContaining("Niederschrift ist freigegeben");
    assertThatThrownBy(() -> quorums.establishCapacity(meeting.id, null, "Vorsitz"))
        .isInstanceOf(BusinessException.class).hasMessageContaining("Niederschrift ist freigegeben");
    assertThat(attendances.of(meeting.id)).extracting(Attendee::name).containsExactly("Frau Gast");
  }

  @Test
  void objectionInTheNextMeetingCorrectsByANote() {
    Organization body = world.body("Sozialausschuss");
    Meeting meeting = closed(body);
    Long item = agenda.of(meeting.id).get(0).id();
    Meeting next = world.meeting(body, DAY.plusDays(28), row -> { });
    Minutes.Objection accepted = new Minutes.Objection(item, false, "Max Mitglied",
        "Statt „Es gibt“ muss es „Es wird geben“ heißen.", true);
    assertThatThrownBy(() -> minutes.object(meeting.id, next.id, accepted)).hasMessageContaining("freigegebene");
    released(meeting, Map.of("released", true));
    List<MeetingDocument> before = world.documents(meeting, MeetingDocumentKind.MINUTES);
    assertThatThrownBy(() -> minutes.object(meeting.id, meeting.id, accepted)).hasMessageContaining("späteren");
    assertThatThrownBy(() -> minutes.object(meeting.id, next.id, new Minutes.Objection(null, true, null, null, true)))
        .hasMessageContaining("wer welche");
    clerk.onDay(DAY.plusDays(28));

    minutes.object(meeting.id, next.id, accepted);
    minutes.object(meeting.id, next.id, new Minutes.Objection(null, true, "Petra Laut", "Alles falsch", false));
    minutes.object(meeting.id, next.id, new Minutes.Objection(null, false, "Petra Laut", "Der Preis ist geheim", true));

    assertThat(minutes.objections(meeting.id)).extracting(MinutesObjection::accepted).containsExactly(true, false, true);
    assertThat(world.documents(meeting, MeetingDocumentKind.MINUTES)).isEqualTo(before);
    List<MeetingDocument> notes = world.documents(meeting, MeetingDocumentKind.CORRECTION);
    assertThat(notes).extracting(MeetingDocument::publicPart).containsExactly(true, false);
    assertThat(world.text(notes.get(0))).contains("Berichtigungsvermerk", "In der Sitzung am 14.04.2026 hat Max Mitglied",
        "Ö 1 Sprachkurse", "Es wird geben");
    assertThat(world.text(notes.get(1))).contains("nichtöffentlicher Teil", "Der Preis ist geheim");
  }
}
