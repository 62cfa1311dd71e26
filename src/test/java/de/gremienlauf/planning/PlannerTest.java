package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.calendar.WorkingDays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** The rules of planning, one by one. */
class PlannerTest {

  private static final String RAT = "{'body':'Rat','role':'DECISION','rank':2}";
  private static final String AUSSCHUSS = "{'body':'Ausschuss','role':'PRELIMINARY','rank':1}";

  private static Plan plan(String further, String ausschuss, String rat, String sequence) {
    PlanFile file = PlanFile.read(("{'start':'2027-01-04'," + further + "'bodies':[{'name':'Ausschuss',"
        + period("Ausschuss") + "'meetings':[" + ausschuss + "]},{'name':'Rat'," + period("Rat") + "'meetings':["
        + rat + "]}],'sequence':[" + sequence + "]}").replace('\'', '"'), new WorkingDays());
    return new Planner(file.workingDays()).plan(file.request());
  }

  private static String period(String body) {
    return "'submission':{'days':" + (body.equals("Rat") ? 10 : 5) + ",'unit':'WORKING_DAYS'},";
  }

  private static LocalDate end(Plan plan) {
    return plan.earliest() == null ? null : plan.earliest().end();
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }

  /** Committee on Monday, Rat on Thursday: the paper is with both before the committee has met. */
  @Test
  void theSubmissionDayOfTheNextBodyMayLieBeforeTheMeetingOfTheOneBefore() {
    Plan plan = plan("", "'2027-01-18'", "'2027-01-21'", AUSSCHUSS + "," + RAT);
    assertThat(end(plan)).isEqualTo(day("2027-01-21"));
    assertThat(plan.earliest().stations().get(1).submissionDay()).isEqualTo(day("2027-01-07"));
  }

  @Test
  void bodiesOfDifferentRanksMeetOnDifferentDaysUnlessTheDistanceIsNoughtAndTheHoursAreKnown() {
    String early = "{'day':'2027-01-25','time':'14:00'}";
    String late = "{'day':'2027-01-25','time':'15:30'}";
    String sequence = AUSSCHUSS + "," + RAT;
    assertThat(end(plan("", early, late, sequence))).isNull();
    assertThat(end(plan("'distance':0,", early, late, sequence))).isEqualTo(day("2027-01-25"));
    assertThat(end(plan("'distance':0,", late, early, sequence))).isNull();
    assertThat(end(plan("'distance':0,", "'2027-01-25'", late, sequence))).isNull();
    assertThat(end(plan("'distance':7,", early, "'2027-01-31','2027-02-01'", sequence))).isEqualTo(day("2027-02-01"));
  }

  @Test
  void equalRanksMeetInAnyOrderAndOnTheSameDay() {
    String side = AUSSCHUSS.replace(":1", ":2") + "," + RAT;
    assertThat(end(plan("", "'2027-01-25'", "'2027-01-25'", side))).isEqualTo(day("2027-01-25"));
    assertThat(end(plan("", "'2027-02-25'", "'2027-01-25'", side))).isEqualTo(day("2027-01-25"));
  }

  @Test
  void coSigningAndSigningTakeWorkingDays() {
    assertThat(plan("'coSigningDays':2,'signingDays':1,", "'2027-02-01'", "'2027-02-04'", RAT).ready())
        .isEqualTo(day("2027-01-07"));
    assertThat(plan("'signingDays':4,'closedDays':['2027-01-06'],", "'2027-02-01'", "'2027-02-04'", RAT).ready())
        .isEqualTo(day("2027-01-11"));
  }

  @Test
  void whoTakesNoteAfterwardsKeepsNobodyFromKeepingADeadline() {
    String notice = "{'body':'Ausschuss','role':'NOTICE','rank':3}";
    Plan late = plan("'deadline':'2027-01-31',", "'2027-03-01'", "'2027-01-21'", RAT + "," + notice);
    assertThat(late.meetsDeadline()).isTrue();
    assertThat(late.earliest().lastMeeting()).isEqualTo(day("2027-03-01"));
    assertThat(late.critical()).containsExactly("Rat");
    Plan never = plan("'deadline':'2027-01-31',", "", "'2027-01-21'", RAT + "," + notice);
    assertThat(never.meetsDeadline()).isTrue();
    assertThat(never.sentences()).contains("Für Ausschuss ist danach noch keine Sitzung bekannt.");
  }

  @Test
  void inTheRecessOnlySpecialMeetingsCount() {
    String recess = "'recesses':[{'firstDay':'2027-01-20','lastDay':'2027-01-22'}],";
    assertThat(end(plan(recess, "", "'2027-01-21','2027-02-18'", RAT))).isEqualTo(day("2027-02-18"));
    assertThat(end(plan(recess, "", "{'day':'2027-01-21','special':true},'2027-02-18'", RAT)))
        .isEqualTo(day("2027-01-21"));
  }

  @Test
  void whatIsConcludedStaysAndTheRestIsPlanned() {
    Plan plan = plan("", "'2027-01-11'", "'2027-01-21'",
        AUSSCHUSS.replace("}", ",'concludedOn':'2026-12-15'}") + "," + RAT);
    assertThat(plan.earliest().stations()).extracting(Plan.Station::meeting)
        .containsExactly(day("2026-12-15"), day("2027-01-21"));
    Plan decided = plan("'deadline':'2027-01-31',", "'2027-02-11'", "",
        RAT.replace("}", ",'concludedOn':'2026-12-17'}") + ",{'body':'Ausschuss','role':'NOTICE','rank':3}");
    assertThat(decided.meetsDeadline()).isTrue();
    assertThat(decided.latest()).as("nothing is left that could be late").isNull();
    assertThat(decided.sentences()).last().isEqualTo("Der Termin So 31.01.2027 ist gehalten.");
  }

  @Test
  void twoSpecialMeetingsAreProposedIfOneIsNotEnough() {
    Plan plan = plan("'deadline':'2027-02-05',", "'2027-03-01'", "'2027-03-04'", AUSSCHUSS + "," + RAT);
    assertThat(plan.alternatives()).hasSize(2).first().satisfies(both -> {
      assertThat(both.bodies()).containsExactly("Ausschuss", "Rat");
      assertThat(both.end()).as("ten working days after 04.01.").isEqualTo(day("2027-01-18"));
      assertThat(both.text()).startsWith("Mit Sondersitzungen: Ausschuss am Mo 11.01.2027, Rat am Mo 18.01.2027.");
      assertThat(both.meetsDeadline()).isTrue();
    });
    assertThat(plan.alternatives().get(1).bodies()).as("alone it saves two days").containsExactly("Rat");
    assertThat(plan.alternatives().get(1).meetsDeadline()).isFalse();
  }

  /** § 60 (1) GO NRW: only if the body cannot be convened in time. */
  @Test
  void anUrgentDecisionIsProposedOnlyIfNothingElseKeepsTheDeadline() {
    Plan tight = plan("'deadline':'2027-01-15',", "'2027-03-01'", "'2027-03-04'", AUSSCHUSS + "," + RAT);
    assertThat(tight.alternatives()).extracting(Alternative::kind).contains(Alternative.Kind.URGENT_DECISION);
    Alternative urgent = tight.alternatives().get(0);
    assertThat(urgent.end()).isEqualTo(day("2027-01-04"));
    assertThat(urgent.text()).contains("zu genehmigen: Rat am Do 04.03.2027");
    assertThat(plan("", "'2027-03-01'", "'2027-03-04'", AUSSCHUSS + "," + RAT).alternatives())
        .as("no deadline, no urgency").extracting(Alternative::kind).doesNotContain(Alternative.Kind.URGENT_DECISION);
    assertThat(plan("'deadline':'2027-01-15',", "'2027-03-01'", "'2027-03-04'", RAT.replace("DECISION", "HEARING"))
        .alternatives()).as("nothing to decide").extracting(Alternative::kind)
        .doesNotContain(Alternative.Kind.URGENT_DECISION);
  }

  @Test
  void anotherOrderIsProposedOnlyWhereNothingPrescribesTheOne() {
    String sequence = "{'body':'Ausschuss','role':'HEARING','rank':1},{'body':'Rat','role':'PRELIMINARY','rank':2}";
    Plan free = plan("", "'2027-02-01'", "'2027-01-21','2027-03-18'", sequence);
    assertThat(free.alternatives()).filteredOn(one -> one.kind() == Alternative.Kind.OTHER_ORDER).singleElement()
        .satisfies(order -> {
          assertThat(order.bodies()).containsExactly("Rat");
          assertThat(order.end()).isEqualTo(day("2027-02-01"));
          assertThat(order.savesDays()).isEqualTo(45);
        });
    String fixed = sequence.replace("'rank':1", "'rank':1,'fixedRank':true");
    assertThat(plan("", "'2027-02-01'", "'2027-01-21','2027-03-18'", fixed).alternatives())
        .extracting(Alternative::kind).doesNotContain(Alternative.Kind.OTHER_ORDER);
    assertThat(plan("", "'2027-02-01'", "'2027-01-21','2027-03-18'", sequence.replace("PRELIMINARY", "DECISION"))
        .alternatives()).extracting(Alternative::kind).doesNotContain(Alternative.Kind.OTHER_ORDER);
  }

  @Test
  void recordsRefuseWhatCannotBe() {
    assertThatThrownBy(() -> new MeetingDate(day("2027-01-04"), null, day("2027-01-05"), null, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Preparation(-1, 0)).isInstanceOf(IllegalArgumentException.class);
  }
}
