package de.gremienlauf.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PeriodCalculatorTest {

  private static final PeriodPolicy MOVED_NOTIFICATION = new PeriodPolicy(true, true, false, Set.of());

  private final PeriodCalculator calculator = new PeriodCalculator(new WorkingDays());

  @ParameterizedTest
  @CsvSource({
      "2017-04-10, 2017-04-13, 2017-05-15, 2017-05-16",
      "2019-03-01, 2019-03-04, 2019-04-04, 2019-04-05",
      "2024-12-30, 2025-01-02, 2025-02-03, 2025-02-04",
      "2024-12-31, 2025-01-03, 2025-02-03, 2025-02-04",
      "2025-01-01, 2025-01-05, 2025-02-05, 2025-02-06",
      "2025-01-02, 2025-01-06, 2025-02-06, 2025-02-07",
      "2025-01-28, 2025-02-01, 2025-03-03, 2025-03-04",
      "2025-04-16, 2025-04-20, 2025-05-20, 2025-05-21",
      "2026-01-27, 2026-01-31, 2026-03-02, 2026-03-03"})
  void noticeAndAppeal(LocalDate posted, LocalDate notified, LocalDate end, LocalDate finalFrom) {
    for (NotificationMethod method : NotificationMethod.values()) {
      assertThat(calculator.notification(posted, method).date()).isEqualTo(notified);
      AppealPeriod appeal = calculator.appeal(posted, method, true);
      assertThat(appeal.deemedNotified()).isEqualTo(notified);
      assertThat(appeal.end().date()).isEqualTo(end);
      assertThat(appeal.finalFrom()).isEqualTo(finalFrom);
    }
  }

  @Test
  void someCourtsMoveTheDayOfNotification() {
    AppealPeriod appeal = calculator.with(MOVED_NOTIFICATION)
        .appeal(LocalDate.of(2025, 4, 16), NotificationMethod.LETTER, true);
    assertThat(appeal.deemedNotified()).isEqualTo(LocalDate.of(2025, 4, 22));
    assertThat(appeal.end().date()).isEqualTo(LocalDate.of(2025, 5, 22));
  }

  @Test
  void withoutInstructionItIsAYear() {
    AppealPeriod appeal = calculator.appeal(LocalDate.of(2017, 4, 10), NotificationMethod.LETTER, false);
    assertThat(appeal.end().date()).isEqualTo(LocalDate.of(2018, 4, 13));
    assertThat(appeal.end().ground()).startsWith("§ 58 Abs. 2 VwGO");
    assertThat(calculator.appeal(LocalDate.of(2024, 2, 26), NotificationMethod.LETTER, false).end().date())
        .as("from 29.02.2024").isEqualTo(LocalDate.of(2025, 2, 28));
  }

  @ParameterizedTest
  @CsvSource({
      "2020-01-31, 1, 2020-03-02",
      "2017-08-31, 6, 2018-02-28",
      "2019-02-28, 6, 2019-08-28",
      "2017-09-30, 1, 2017-10-30",
      "2017-09-29, 1, 2017-10-30",
      "2020-02-29, 12, 2021-03-01"})
  void months(LocalDate event, int n, LocalDate end) {
    assertThat(calculator.months(event, n).date()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
      "2019-12-31, 6, 2020-06-30",
      "2019-03-31, 6, 2019-09-30",
      "2019-02-28, 6, 2019-09-02",
      "2019-11-01, 1, 2019-12-31",
      "2017-09-04, 1, 2017-11-02"})
  void endOfMonthAfter(LocalDate event, int n, LocalDate end) {
    assertThat(calculator.endOfMonthAfter(event, n).date()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
      "2017-04-10, 3, 2017-04-13",
      "2017-04-10, 4, 2017-04-18",
      "2017-10-30, 1, 2017-11-02",
      "2019-12-23, 1, 2019-12-24"})
  void days(LocalDate event, int n, LocalDate end) {
    assertThat(calculator.days(event, n).date()).isEqualTo(end);
  }

  @ParameterizedTest
  @CsvSource({
      "2020-01-14, 2019-12-30, 2019-12-31, 2020-01-02",
      "2020-01-16, 2020-01-02, 2020-01-03, 2020-01-06",
      "2020-01-27, 2020-01-13, 2020-01-14, 2020-01-15",
      "2020-01-28, 2020-01-14, 2020-01-15, 2020-01-16"})
  void workingDaysBeforeTheMeetingsOfJanuary2020(LocalDate meeting, LocalDate ten, LocalDate nine, LocalDate eight) {
    assertThat(calculator.workingDaysBefore(meeting, 10).date()).isEqualTo(ten);
    assertThat(calculator.workingDaysBefore(meeting, 9).date()).isEqualTo(nine);
    assertThat(calculator.workingDaysBefore(meeting, 8).date()).isEqualTo(eight);
  }

  @ParameterizedTest
  @CsvSource({
      "2020-01-14, 8, 2020-01-05, 2020-01-06",
      "2020-01-14, 1, 2020-01-12, 2020-01-13",
      "2020-03-01, 1, 2020-02-28, 2020-02-29"})
  void fullAndCalendarDaysBefore(LocalDate meeting, int n, LocalDate full, LocalDate calendar) {
    assertThat(calculator.fullDaysBefore(meeting, n).date()).isEqualTo(full);
    assertThat(calculator.calendarDaysBefore(meeting, n).date()).isEqualTo(calendar);
  }

  @Test
  void aBackwardPeriodMovesOnlyIfAsked() {
    LocalDate meeting = LocalDate.of(2020, 1, 14);
    assertThat(calculator.with(new PeriodPolicy(false, true, true, Set.of())).fullDaysBefore(meeting, 8).date())
        .isEqualTo(LocalDate.of(2020, 1, 3));
    assertThat(calculator.fullDaysBefore(meeting, 8).steps()).last().asString()
        .contains("So 05.01.2020 ist kein Arbeitstag (Sonntag)", "davor ist Fr 03.01.2020");
  }

  @ParameterizedTest
  @CsvSource({
      "2017-10-31, 2017-11-02", "2017-10-30, 2017-10-30", "2025-04-18, 2025-04-22", "2019-12-24, 2019-12-24"})
  void nextWorkingDay(LocalDate day, LocalDate next) {
    assertThat(calculator.nextWorkingDay(day).date()).isEqualTo(next);
  }

  @Test
  void theStepsCanBeFollowedWithACalendar() {
    ExplainedDate end = calculator.appeal(LocalDate.of(2017, 4, 10), NotificationMethod.LETTER, true).end();
    assertThat(end.steps()).containsExactly(
        "Der Tag der Aufgabe zur Post, Mo 10.04.2017, zählt nicht mit (§ 187 Abs. 1 BGB).",
        "Bei Aufgabe zur Post bis zum 31.12.2024 gilt der Bescheid am dritten Tag danach als bekannt gegeben: "
            + "Do 13.04.2017 (§ 41 Abs. 2 VwVfG NRW).",
        "Der Tag der Bekanntgabe, Do 13.04.2017, zählt nicht mit (§ 187 Abs. 1 BGB).",
        "Die Klagefrist von einem Monat (§ 74 Abs. 1 VwGO) endet mit Ablauf des Tages gleicher Zahl, Sa 13.05.2017 "
            + "(§ 188 Abs. 2 BGB).",
        "Sa 13.05.2017 ist kein Arbeitstag (Samstag); die Frist endet mit dem nächsten Arbeitstag, Mo 15.05.2017 "
            + "(§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO).",
        "Unanfechtbar ist der Bescheid am Tag danach, ab Di 16.05.2017.");
    assertThat(calculator.months(LocalDate.of(2017, 8, 31), 6).steps()).last().asString()
        .contains("weil der Februar 2018 keinen 31. Tag hat (§ 188 Abs. 3 BGB)");
    assertThat(calculator.workingDaysBefore(LocalDate.of(2020, 1, 14), 10).steps().get(1))
        .endsWith("zählen nicht mit: Mi 01.01.2020 (Neujahr).");
  }

  @ParameterizedTest
  @EnumSource(NotificationMethod.class)
  void everyAnswerNamesItsGround(NotificationMethod method) {
    LocalDate day = LocalDate.of(2020, 5, 20);
    assertThat(List.of(calculator.days(day, 1), calculator.months(day, 1), calculator.endOfMonthAfter(day, 1),
        calculator.notification(day, method), calculator.appeal(day, method, true).end(),
        calculator.workingDaysBefore(day, 1), calculator.fullDaysBefore(day, 1), calculator.calendarDaysBefore(day, 1),
        calculator.nextWorkingDay(day))).allSatisfy(explained -> {
          assertThat(explained.ground()).startsWith("§ ");
          assertThat(explained.steps()).isNotEmpty().allMatch(step -> step.endsWith("."));
        });
  }
}
