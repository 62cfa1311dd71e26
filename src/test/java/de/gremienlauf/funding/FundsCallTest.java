package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The model {@code funds-call}. It begins on Wednesday, 20 December 2017, long after the grant became final. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class FundsCallTest {

  private static final LocalDate TODAY = LocalDate.of(2017, 12, 20);
  private static final String CALL = "Task_CallFunds";
  private static final String PAYOUT = "Task_RecordPayout";
  private static final String USE = "Task_ConfirmUse";

  @Autowired ProjectWorld projects;
  @Autowired NoticeWorld world;
  @Autowired Notices notices;
  @Autowired FundsCalls calls;
  @Autowired Projects life;
  @Autowired Council council;
  @Autowired ManagementService jobs;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clerk clerk;

  private Long project;

  @BeforeEach
  void beginOnWednesday() {
    clerk.onDay(TODAY);
    project = world.granted(NoticeWorld.terms(null, NoticeWorld.years(2017, 10000, 2018, 20000), null));
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private String begin() {
    return calls.details(calls.begin(project)).processInstanceId();
  }

  private FundsCallDetails last() {
    List<FundsCallDetails> all = calls.of(project);
    return all.get(all.size() - 1);
  }

  private static Map<String, Object> call(String amount, String paymentsUntil) {
    return Map.of("calledOn", "20.12.2017", "amount", amount, "paymentsUntil", paymentsUntil, "callPurpose",
        "Personal");
  }

  @Test
  void moneyIsCalledPaidOutAndUsed() {
    String process = begin();
    Task call = clerk.task(process, CALL);
    assertThat(clerk.fields(call)).containsEntry("finality",
        "Der Zuwendungsbescheid vom 10.04.2017 ist erst ab Di 16.05.2017 bestandskräftig.")
        .containsEntry("calledOn", "20.12.2017");
    assertThat(EngineClock.dayOf(call.getDueDate())).isEqualTo(LocalDate.of(2017, 12, 29));
    clerk.complete(call, call("12.345,67", "28.02.2018"));
    assertThat(last().state()).isEqualTo(FundsCallState.CALLED);
    assertThat(projects.asked(project)).doesNotContainKeys(FindingCode.CALL_BEFORE_FINALITY,
        FindingCode.CALL_OUTSIDE_PERIOD);
    clerk.onDay(LocalDate.of(2018, 1, 2));
    Task payout = clerk.task(process, PAYOUT);
    assertThat(clerk.fields(payout)).containsEntry("paid", "12.345,67")
        .containsEntry("called", "12.345,67 €, abgerufen am Mi 20.12.2017");
    clerk.complete(payout, Map.of("payoutOutcome", "PAID", "paidOn", "31.12.2017", "paid", "12.345,67"));
    assertThat(last().useUntil()).as("31.12.2017 and two months").isEqualTo(LocalDate.of(2018, 2, 28));
    assertThat(last().useExplained()).contains("Februar 2018 keinen 31. Tag", "VV Nr. 7.2 zu § 44 LHO NRW");
    assertThat(EngineClock.dayOf(jobs.createJobQuery().processInstanceId(process).singleResult().getDuedate()))
        .isEqualTo(LocalDate.of(2018, 3, 1));
    clerk.onDay(LocalDate.of(2018, 3, 1));
    Task use = clerk.task(process, USE);
    assertThat(clerk.fields(use)).containsEntry("useUntil", "Mi 28.02.2018");
    assertThatThrownBy(() -> clerk.complete(use, Map.of("used", "12.345,68")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("höchstens der ausgezahlte Betrag von 12.345,67 €");
    clerk.complete(use, Map.of("used", "12.345,67"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(last().state()).isEqualTo(FundsCallState.USED);
    assertThat(last().usedConfirmedOn()).isEqualTo(LocalDate.of(2018, 3, 1));
    assertThat(projects.asked(project)).doesNotContainKey(FindingCode.FUNDS_UNUSED);
  }

  @Test
  void aRestIsAskedAbout() {
    String process = begin();
    clerk.complete(process, CALL, call("1.000", "31.01.2018"));
    clerk.complete(process, PAYOUT, Map.of("payoutOutcome", "PAID", "paidOn", "20.12.2017", "paid", "900,00"));
    clerk.onDay(LocalDate.of(2018, 2, 21));
    clerk.complete(process, USE, Map.of("used", "850,50"));
    assertThat(projects.asked(project).get(FindingCode.FUNDS_UNUSED)).contains("49,50 €", "Di 20.02.2018",
        "§ 49a Abs. 3 und 4 VwVfG NRW");
  }

  @Test
  void moneyThatReimbursesNeedsNoUse() {
    project = world.granted(NoticeWorld.terms(PaymentKind.REIMBURSEMENT, null, null));
    String process = begin();
    clerk.complete(process, CALL, call("1.000", "21.12.2017"));
    assertThat(projects.asked(project).get(FindingCode.CALL_TOO_EARLY)).contains("erstattet nur", "Do 21.12.2017");
    clerk.complete(process, PAYOUT, Map.of("payoutOutcome", "PAID", "paidOn", "20.12.2017", "paid", "1.000"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(last().state()).isEqualTo(FundsCallState.USED);
    assertThat(last().useUntil()).isNull();
  }

  @Test
  void theGrantorDoesNotPay() {
    String process = begin();
    clerk.complete(process, CALL, call("30.000", "20.02.2018"));
    assertThatThrownBy(() -> clerk.complete(process, PAYOUT, Map.of("payoutOutcome", "REFUSED")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("Grund der Ablehnung");
    clerk.complete(process, PAYOUT, Map.of("payoutOutcome", "REFUSED", "refusal", "Haushaltssperre"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(last().refusal()).isEqualTo("Haushaltssperre");
    String again = begin();
    clerk.complete(again, CALL, call("30.000", "20.02.2018"));
    assertThat(calls.of(project)).as("what was refused does not count as called").hasSize(2);
  }

  @Test
  void noMoreThanIsGranted() {
    clerk.complete(begin(), CALL, call("25.000", "20.02.2018"));
    String second = begin();
    assertThatThrownBy(() -> clerk.complete(second, CALL, call("5.000,01", "20.02.2018")))
        .isInstanceOf(BusinessException.class)
        .hasMessage("Bewilligt sind 30.000,00 €, davon abgerufen 25.000,00 €; es bleiben 5.000,00 €.");
    clerk.complete(second, CALL, call("5.000", "20.02.2018"));
    assertThat(projects.asked(project)).doesNotContainKey(FindingCode.CALL_TOO_EARLY);
  }

  @Test
  void withoutAmountsByYearTheLimitCounts() {
    project = world.granted(new GrantTerms(null, null, null, null, new BigDecimal("100.00"), NoticeWorld.years(), null,
        List.of()));
    String process = begin();
    assertThatThrownBy(() -> clerk.complete(process, CALL, call("100,01", "20.02.2018")))
        .hasMessage("Bewilligt sind 100,00 €, davon abgerufen 0,00 €; es bleiben 100,00 €.");
    clerk.complete(process, CALL, call("100,00", "20.02.2018"));
  }

  @Test
  void aCutThatNamesNoYearsLeavesLessToCall() {
    notices.record(project, null, NoticeWorld.amending(NoticeKind.CUT, TODAY, new GrantTerms(null, null, null, null,
        new BigDecimal("24000"), NoticeWorld.years(), null, List.of())));
    String process = begin();
    assertThatThrownBy(() -> clerk.complete(process, CALL, call("24.000,01", "20.02.2018")))
        .hasMessage("Bewilligt sind 24.000,00 €, davon abgerufen 0,00 €; es bleiben 24.000,00 €.");
    clerk.complete(process, CALL, call("24.000", "20.02.2018"));
  }

  @Test
  void paymentsInTheFarFutureAreAskedAbout() {
    clerk.complete(begin(), CALL, call("1.000", "21.02.2018"));
    assertThat(projects.asked(project).get(FindingCode.CALL_TOO_EARLY)).contains("Di 20.02.2018", "Mi 21.02.2018");
  }

  @Test
  void aCallBeforeFinalityOrOutsideThePeriodIsAskedAbout() {
    clerk.onDay(LocalDate.of(2019, 4, 1));
    clerk.complete(begin(), CALL, Map.of("calledOn", "15.05.2017", "amount", "1", "paymentsUntil", "20.05.2017"));
    assertThat(projects.asked(project).get(FindingCode.CALL_BEFORE_FINALITY)).contains("Mo 15.05.2017",
        "erst ab Di 16.05.2017");
    clerk.complete(begin(), CALL, Map.of("calledOn", "01.04.2019", "amount", "1", "paymentsUntil", "20.04.2019"));
    assertThat(projects.asked(project).get(FindingCode.CALL_OUTSIDE_PERIOD)).contains("Mo 01.04.2019",
        "vom 01.04.2017 bis zum 31.03.2019");
  }

  @Test
  void aCallIsAskedAboutOnceTheGrantTurnsOutToBeFinalLater() {
    project = projects.stored(projects.city());
    Long grant = notices.record(project, null, NoticeWorld.grant(null, NoticeWorld.NOTHING));
    clerk.complete(begin(), CALL, Map.of("calledOn", "17.05.2017", "amount", "1", "paymentsUntil", "20.05.2017"));
    begin();
    assertThat(projects.asked(project)).doesNotContainKey(FindingCode.CALL_BEFORE_FINALITY);
    notices.post(grant, LocalDate.of(2017, 4, 18));
    assertThat(projects.asked(project).get(FindingCode.CALL_BEFORE_FINALITY)).contains("Mi 17.05.2017",
        "erst ab Di 23.05.2017");
  }

  @Test
  void aChallengedGrantIsNotFinal() {
    clerk.onDay(LocalDate.of(2017, 5, 2));
    notices.challenge(notices.grant(project).orElseThrow().id(), LocalDate.of(2017, 5, 2));
    clerk.onDay(TODAY);
    String process = begin();
    assertThat(clerk.fields(clerk.task(process, CALL)).get("finality").toString()).endsWith("ist angefochten.");
    clerk.complete(process, CALL, call("1", "20.01.2018"));
    assertThat(projects.asked(project).get(FindingCode.CALL_BEFORE_FINALITY)).endsWith("ist angefochten.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "20.12.2017 | 0 | 20.01.2018 | über 0,00 €",
      "20.12.2017 | | 20.01.2018 | „Betrag“",
      "20.12.2017 | 10.5 | 20.01.2018 | kein Betrag in Euro",
      "21.12.2017 | 1 | 20.01.2018 | in der Zukunft",
      " | 1 | 20.01.2018 | wann abgerufen wurde",
      "20.12.2017 | 1 | | bis wann die Zahlungen fällig"})
  void mistakesInACallAreNamed(String calledOn, String amount, String paymentsUntil, String message) {
    String process = begin();
    Map<String, Object> entered = new HashMap<>();
    entered.put("calledOn", calledOn);
    entered.put("amount", amount);
    entered.put("paymentsUntil", paymentsUntil);
    assertThatThrownBy(() -> clerk.complete(process, CALL, entered)).isInstanceOf(BusinessException.class)
        .hasMessageContaining(message);
    assertThat(clerk.tasks(process, CALL)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "20.12.2017 | 1.000,01 | höchstens der abgerufene Betrag",
      "20.12.2017 | 0 | höchstens der abgerufene Betrag",
      "19.12.2017 | 1 | zwischen dem Abruf",
      "21.12.2017 | 1 | zwischen dem Abruf",
      " | 1 | wann ausgezahlt wurde"})
  void mistakesInAPayoutAreNamed(String paidOn, String paid, String message) {
    String process = begin();
    clerk.complete(process, CALL, call("1.000", "20.01.2018"));
    Map<String, Object> entered = new HashMap<>(Map.of("payoutOutcome", "PAID", "paid", paid));
    entered.put("paidOn", paidOn);
    assertThatThrownBy(() -> clerk.complete(process, PAYOUT, entered)).isInstanceOf(BusinessException.class)
        .hasMessageContaining(message);
    assertThatThrownBy(() -> calls.used(last().id(), last().amount())).isInstanceOf(BusinessException.class)
        .hasMessage("Dieser Mittelabruf ist inzwischen abgerufen.");
  }

  @Test
  void anAbortedProjectCallsForNothingMore() {
    String prepared = begin();
    events.publishEvent(new ProjectStopped(project, "Kein Bedarf"));
    assertThat(clerk.instance(prepared)).isNull();
    assertThat(last().state()).isEqualTo(FundsCallState.REFUSED);
  }

  @Test
  void whatWasCalledBeforeTheProjectIsAbortedIsFollowedToItsEnd() {
    String called = begin();
    clerk.complete(called, CALL, call("20.000", "31.01.2018"));
    Long calledId = last().id();
    String paid = begin();
    clerk.complete(paid, CALL, call("1.000", "31.01.2018"));
    clerk.complete(paid, PAYOUT, Map.of("payoutOutcome", "PAID", "paidOn", "20.12.2017", "paid", "1.000"));
    Long paidId = last().id();
    events.publishEvent(new ProjectStopped(project, "Kein Bedarf"));

    clerk.complete(called, PAYOUT, Map.of("payoutOutcome", "PAID", "paidOn", "20.12.2017", "paid", "20.000"));
    assertThat(calls.details(calledId).paid()).as("what came has to be proven").isEqualByComparingTo("20000");
    clerk.onDay(LocalDate.of(2018, 2, 21));
    clerk.complete(called, USE, Map.of("used", "20.000"));
    clerk.complete(paid, USE, Map.of("used", "900"));
    assertThat(calls.details(calledId).state()).isEqualTo(FundsCallState.USED);
    assertThat(calls.details(paidId).state()).isEqualTo(FundsCallState.USED);
    assertThat(projects.asked(project).get(FindingCode.FUNDS_UNUSED)).contains("100,00 €");
    assertThat(clerk.instance(called)).isNull();
    assertThat(clerk.instance(paid)).isNull();
  }

  @Test
  void theStartFormBeginsACall() {
    String number = "FP-" + UUID.randomUUID();
    Long own = life.create(ProjectWorld.project(council.ownMunicipality(), number));
    assertThatThrownBy(() -> clerk.start("funds-call", Map.of("project", number)))
        .hasMessageContaining("Ohne Zuwendungsbescheid");
    assertThatThrownBy(() -> clerk.start("funds-call", Map.of("project", "FP-0"))).hasMessageContaining("„FP-0“");
    assertThatThrownBy(() -> clerk.start("funds-call", Map.of("project", number, "amount", "1")))
        .hasMessageContaining("„amount“");
    notices.record(own, null, NoticeWorld.grant(NoticeWorld.NOTICE_DATE, NoticeWorld.NOTHING));
    var instance = clerk.start("funds-call", Map.of("project", number));
    assertThat(instance.getBusinessKey()).isEqualTo(number);
    assertThat(calls.of(own)).singleElement()
        .satisfies(call -> assertThat(call.processInstanceId()).isEqualTo(instance.getId()));
  }
}
