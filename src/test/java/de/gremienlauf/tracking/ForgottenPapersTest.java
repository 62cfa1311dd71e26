package de.gremienlauf.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.tracking.ForgottenPaper.Kind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers that nobody took up again, and those that only seem to be. */
@IntegrationTest
class ForgottenPapersTest {

  private static final LocalDate RELEASE = LocalDate.of(2026, 1, 5);
  private static final LocalDate MEETING = LocalDate.of(2026, 1, 20);
  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, MEETING);

  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired ForgottenPapers forgotten;

  private City city;

  @BeforeEach
  void begin() {
    clerk.onDay(RELEASE);
    city = world.city();
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private List<ForgottenPaper> on(LocalDate day) {
    return forgotten.on(city.name, day);
  }

  @Test
  void whoIsPutOffWithoutAMeetingIsFoundAfterNinetyDays() {
    PaperRun paper = city.paper("Beschlussvorlage").release(COUNCIL).result("Rat", "vertagt");
    assertThat(on(MEETING.plusDays(89))).isEmpty();
    assertThat(on(MEETING.plusDays(90))).singleElement().satisfies(found -> {
      assertThat(found.paperId()).isEqualTo(paper.id);
      assertThat(found.kind()).isEqualTo(Kind.WITHOUT_MEETING);
      assertThat(found.since()).isEqualTo(MEETING);
      assertThat(found.forgottenOn()).isEqualTo(LocalDate.of(2026, 4, 20));
      assertThat(found.why()).isEqualTo("Zuletzt beraten am 20.01.2026 von Rat (vertagt); für Rat ist keine Sitzung"
          + " vorgesehen.");
    });

    clerk.complete(paper.task("Rat", "Task_AssignMeeting"), Map.of("meetingDate", "2026-06-30"));
    assertThat(on(MEETING.plusDays(90))).singleElement().satisfies(found -> {
      assertThat(found.kind()).isEqualTo(Kind.COMES_LATE);
      assertThat(found.nextMeeting()).isEqualTo(LocalDate.of(2026, 6, 30));
      assertThat(found.why()).endsWith("(vertagt); wieder beraten wird erst am 30.06.2026.");
    });
    paper.result("Rat", "beschlossen");
    assertThat(on(LocalDate.of(2026, 6, 29))).hasSize(1);
    assertThat(on(LocalDate.of(2026, 6, 30))).isEmpty();
    assertThat(on(LocalDate.of(2027, 6, 30))).isEmpty();
  }

  @Test
  void whoHasAMeetingBeforeTheLimitOrAnOrdinaryOneLaterIsNotForgotten() {
    city.body("Rat", MEETING.plusDays(60));
    city.paper("Beschlussvorlage").release(COUNCIL).result("Rat", "vertagt");
    assertThat(on(MEETING.plusDays(60))).isEmpty();

    city.paper("Beschlussvorlage").release(
        new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, MEETING.plusDays(61)),
        new Wish("Rat", ConsultationRole.DECISION, 2, MEETING.plusDays(200))).result("Finanzausschuss", "empfohlen");
    assertThat(on(MEETING.plusDays(199))).extracting(ForgottenPaper::kind)
        .as("only the first, whose result is missing").containsExactly(Kind.WITHOUT_MEETING);
  }

  @Test
  void aMeetingWithoutAResultIsMissedLater() {
    city.paper("Beschlussvorlage").release(COUNCIL);
    clerk.onDay(MEETING.plusDays(1));
    assertThat(on(MEETING.plusDays(89))).isEmpty();
    assertThat(on(MEETING.plusDays(90))).singleElement().extracting(ForgottenPaper::why)
        .isEqualTo("Zur Sitzung am 20.01.2026 ist kein Ergebnis erfasst, und es ist keine weitere Sitzung vorgesehen.");
  }

  @Test
  void aRunThatEndedWithoutADecisionIsFound() {
    PaperRun paper = city.paper("Beschlussvorlage")
        .release(new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, MEETING), COUNCIL);
    paper.result("Finanzausschuss", "ohne Votum in nachfolgende Gremien").remove("Der Punkt entfällt", "Rat");
    assertThat(on(MEETING.plusDays(89))).isEmpty();
    assertThat(on(MEETING.plusDays(90))).singleElement().satisfies(found -> {
      assertThat(found.kind()).isEqualTo(Kind.NEVER_BACK);
      assertThat(found.why()).startsWith("Der Lauf ist beendet, ohne dass ein Gremium entschieden hat; zuletzt beraten"
          + " am 20.01.2026 von Finanzausschuss");
    });
  }

  @Test
  void whoseOnlyStationFellAwayIsFound() {
    PaperRun paper = city.paper("Beschlussvorlage").release(COUNCIL);
    clerk.onDay(LocalDate.of(2026, 1, 12));
    paper.remove("Der Punkt entfällt", "Rat");
    LocalDate limit = LocalDate.of(2026, 1, 12).plusDays(90);
    assertThat(on(limit.minusDays(1))).isEmpty();
    assertThat(on(limit)).singleElement().satisfies(found -> {
      assertThat(found.kind()).isEqualTo(Kind.NEVER_CONSULTED);
      assertThat(found.why()).isEqualTo("Am 12.01.2026 ist die letzte Station entfallen (Rat); beraten hat kein"
          + " Gremium.");
    });
  }

  @Test
  void whoIsDecidedNotedOrWithdrawnIsNotForgotten() {
    city.paper("Beschlussvorlage").release(COUNCIL).result("Rat", "beschlossen");
    city.paper("Mitteilung").release(new Wish("Rat", ConsultationRole.NOTICE, 1, MEETING))
        .result("Rat", "Kenntnis genommen");
    city.paper("Beschlussvorlage").release(new Wish("Rat", ConsultationRole.DECISION, 1, MEETING))
        .result("Rat", "vertagt").withdraw("Erledigt");
    assertThat(on(MEETING.plusDays(500))).isEmpty();
  }
}
