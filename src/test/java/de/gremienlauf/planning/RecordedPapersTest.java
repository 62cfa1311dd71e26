package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.calendar.WorkingDays;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Real papers about funding: what was possible at the time, and what happened. Their notes say what is assumed. */
class RecordedPapersTest {

  private static Plan plan(String id, LocalDate start) throws IOException {
    try (InputStream file = RecordedPapersTest.class.getResourceAsStream("/planning/" + id + ".json")) {
      PlanFile read = PlanFile.read(new String(file.readAllBytes(), StandardCharsets.UTF_8), new WorkingDays());
      PlanRequest told = read.request();
      PlanRequest request = start == null ? told : new PlanRequest(start, told.deadline(), told.preparation(),
          told.distance(), told.recesses(), told.stations());
      return new Planner(read.workingDays()).plan(request);
    }
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  /** Decided on 04.04.2017, three days after the project was to begin. */
  @Test
  void theResolutionOnEinwanderungGestaltenCameAsEarlyAsItCouldAndTooLate() throws IOException {
    Plan plan = plan("koeln-0554-2017", null);
    assertThat(plan.earliest().end()).as("what happened").isEqualTo(day("2017-04-04"));
    assertThat(plan.ready()).isEqualTo(day("2017-03-02"));
    assertThat(plan.earliest().stations().get(0).submissionDay()).isEqualTo(day("2017-03-21"));
    assertThat(plan.earliest().marginDays()).isEqualTo(-4);
    assertThat(plan.meetsDeadline()).isFalse();
    assertThat(plan.slackDays()).isEqualTo(-32);
    assertThat(plan.latest().start()).as("for the meeting of 14.02.2017").isEqualTo(day("2017-01-19"));
    assertThat(plan.alternatives()).singleElement().satisfies(special -> {
      assertThat(special.kind()).isEqualTo(Alternative.Kind.SPECIAL_MEETING);
      assertThat(special.end()).isEqualTo(day("2017-03-16"));
      assertThat(special.savesDays()).isEqualTo(19);
      assertThat(special.meetsDeadline()).isTrue();
    });
    assertThat(plan.sentences()).containsExactly(
        "Die Entscheidung ist frühestens am Di 04.04.2017 möglich.",
        "Rat am 04.04.2017: abzugeben bis Di 21.03.2017, sonst erst am 18.05.2017.",
        "Der Termin Fr 31.03.2017 ist nicht zu halten: spätester Beginn wäre Do 19.01.2017 gewesen, 32 Tage früher.");
  }

  /** Decided on 14.02.2019, 45 days after the grant had ended. */
  @Test
  void whoBeganWithTheOptionWouldHaveHadAResolutionBeforeTheGrantEnded() throws IOException {
    Plan told = plan("koeln-willkommen-2019", null);
    assertThat(told.earliest().end()).as("what happened").isEqualTo(day("2019-02-14"));
    assertThat(told.earliest().marginDays()).isEqualTo(-45);
    assertThat(told.latest().start()).isEqualTo(day("2018-11-22"));
    assertThat(told.alternatives()).extracting(Alternative::kind).containsExactly(Alternative.Kind.URGENT_DECISION,
        Alternative.Kind.SPECIAL_MEETING);
    assertThat(told.alternatives()).extracting(Alternative::end)
        .containsExactly(day("2018-12-31"), day("2019-01-15"));
    assertThat(told.alternatives()).extracting(Alternative::meetsDeadline).containsExactly(true, false);
    Plan withTheOption = plan("koeln-willkommen-2019", day("2018-10-15"));
    assertThat(withTheOption.earliest().end()).isEqualTo(day("2018-12-18"));
    assertThat(withTheOption.meetsDeadline()).isTrue();
    assertThat(withTheOption.slackDays()).isEqualTo(38);
  }

  /** Added to agendas on 06.01.2020 after their submission days, decided on 06.02.2020. */
  @Test
  void theGuidelineKeptItsCouncilMeetingOnlyBySupplement() throws IOException {
    Plan plan = plan("koeln-kvonr90385", null);
    assertThat(plan.earliest()).as("the Integrationsrat of 14.01. was out of reach").isNull();
    assertThat(plan.slackDays()).isEqualTo(-7);
    assertThat(plan.latest().start()).isEqualTo(day("2019-12-30"));
    assertThat(plan.latest().limitedBy()).containsExactly("Integrationsrat");
    assertThat(plan.alternatives()).singleElement().satisfies(special -> {
      assertThat(special.bodies()).containsExactly("Integrationsrat");
      assertThat(special.stations().get(0).meeting()).isEqualTo(day("2020-01-20"));
      assertThat(special.end()).isEqualTo(day("2020-02-06"));
      assertThat(special.meetsDeadline()).isTrue();
    });
    assertThat(plan.sentences()).first().asString().startsWith("Integrationsrat hat nach den angegebenen Terminen");
    Plan inTime = plan("koeln-kvonr90385", day("2019-12-30"));
    assertThat(inTime.earliest().end()).as("what happened").isEqualTo(day("2020-02-06"));
    assertThat(inTime.slackDays()).isZero();
  }

  /** Heard on 13.04.2021, decided on 15.06.2021. */
  @Test
  void theFundingConceptWaitedForOneCommittee() throws IOException {
    Plan plan = plan("koeln-kvonr99393", null);
    assertThat(plan.earliest().end()).as("what happened").isEqualTo(day("2021-06-15"));
    assertThat(plan.meetsDeadline()).isNull();
    assertThat(plan.earliest().stations()).extracting(Plan.Station::submissionDay)
        .containsExactly(day("2021-03-26"), day("2021-05-31"));
    assertThat(plan.alternatives()).singleElement().satisfies(special -> {
      assertThat(special.bodies()).containsExactly("Ausschuss Kunst und Kultur");
      assertThat(special.end()).isEqualTo(day("2021-04-14"));
      assertThat(special.savesDays()).isEqualTo(62);
    });
  }
}
