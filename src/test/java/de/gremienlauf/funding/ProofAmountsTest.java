package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a proof of use comes to after notices that add to the grant or take from it; the plan stays that of 2017. */
@IntegrationTest
class ProofAmountsTest {

  @Autowired ProjectWorld world;
  @Autowired ReportWorld reportWorld;
  @Autowired Notices notices;
  @Autowired ProofsOfUse proofs;
  @Autowired FinancingPlan plan;
  @Autowired FundsCalls calls;
  @Autowired Clerk clerk;

  @BeforeEach
  void afterAllPeriods() {
    clerk.onDay(LocalDate.of(2020, 1, 2));
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private Long planned() {
    Long project = reportWorld.granted();
    plan.replace(project, FinancingPlan.read("Personal; 80.000,00\nSachkosten; 20.000",
        "Eigenmittel; 10.000,00\nLandesmittel; 90.000,00"));
    return project;
  }

  private ProofDetails proof(Long project) {
    return proofs.of(project).orElseThrow();
  }

  private void paidInAdvance(Long project, String amount) {
    Long call = calls.create(project);
    calls.call(call, LocalDate.of(2019, 2, 1), new BigDecimal(amount), LocalDate.of(2019, 3, 1), null);
    calls.paid(call, LocalDate.of(2019, 2, 1), new BigDecimal(amount));
  }

  private void amend(Long project, NoticeKind kind, String limit, String rate) {
    LocalDate day = LocalDate.of(2019, 3, 1);
    notices.record(project, null, new NewNotice(kind, NoticeWorld.letter(day, day),
        new FundingPeriod(null, LocalDate.of(2019, 12, 31), null, null), new GrantTerms(null, null,
            rate == null ? null : new BigDecimal(rate), null, new BigDecimal(limit), new TreeMap<>(), null,
            List.of())));
  }

  private void submit(Long project, String personnel, String material) {
    proofs.schedule(project);
    List<PlanLine> lines = plan.lines(project);
    Map<Long, BigDecimal> actuals = new HashMap<>();
    lines.forEach(line -> actuals.put(line.id(), line.planned()));
    actuals.put(lines.get(0).id(), new BigDecimal(personnel));
    actuals.put(lines.get(1).id(), new BigDecimal(material));
    proofs.submit(project, new WrittenProof("Es wurde beraten.", actuals, null));
  }

  @ParameterizedTest
  @CsvSource({"REPAYMENT, 90000", "REPAYMENT, 95000", "CUT, 0"})
  void whatIsTakenBackInFullHasToBeRepaid(NoticeKind kind, String limit) {
    Long project = planned();
    paidInAdvance(project, "90000");
    amend(project, kind, limit, null);
    submit(project, "80000", "20000");

    assertThat(proof(project).computedGrant()).isEqualByComparingTo("0");
    assertThat(proof(project).computation()).contains("Bewilligt: 0,00 €", "zu erstatten 90.000,00 €.")
        .doesNotContain("Bewilligt: 90.000,00 €");
  }

  @Test
  void whereNoNoticeNamesAnAmountThePlanStandsInForIt() {
    Long project = world.stored(world.city());
    notices.record(project, null, NoticeWorld.grant(NoticeWorld.NOTICE_DATE, NoticeWorld.NOTHING));
    plan.replace(project, FinancingPlan.read("Personal; 100.000,00", "Eigenmittel; 10.000\nLandesmittel; 90.000"));
    assertThat(proofs.numbers(project).granted()).isEqualByComparingTo("90000");
    amend(project, NoticeKind.EXTENSION, "0", null);
    assertThat(proofs.numbers(project).granted()).isEqualByComparingTo("90000");
    amend(project, NoticeKind.REPAYMENT, "30000", null);
    assertThat(proofs.numbers(project).granted()).isEqualByComparingTo("60000");
    notices.record(project, null, NoticeWorld.amending(NoticeKind.REPAYMENT, LocalDate.of(2019, 3, 2),
        NoticeWorld.terms(null, NoticeWorld.years(2018, 60000), null)));
    assertThat(proofs.numbers(project).granted()).isEqualByComparingTo("0");
  }

  @Test
  void afterAnExtensionTheGrantIsTheShareOfWhatWasSpent() {
    Long project = planned();
    amend(project, NoticeKind.EXTENSION, "45000", null);
    submit(project, "110000", "20000");

    assertThat(proof(project).computedGrant()).isEqualByComparingTo("117000");
    assertThat(proof(project).computation()).contains("Bewilligt: 135.000,00 €",
        "130.000,00 € × 90 % = 117.000,00 €.");
    assertThat(world.asked(project)).doesNotContainKey(FindingCode.SINGLE_ITEM_EXCEEDED);
  }

  @ParameterizedTest
  @CsvSource({"EXTENSION, 40000, 140000, 130000.00", "CUT, 80000, 70000, 72000.00"})
  void anotherRateIsForTheWholeOnlyIfItsNoticeReplacesTheGrant(NoticeKind kind, String limit, String personnel,
      String grant) {
    Long project = planned();
    amend(project, kind, limit, "80");
    submit(project, personnel, "20000");

    assertThat(proof(project).computedGrant()).isEqualByComparingTo(grant);
  }
}
