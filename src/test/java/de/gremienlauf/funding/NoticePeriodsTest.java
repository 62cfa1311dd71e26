package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When notices count as notified, until when they can be challenged, and from when they are final. */
class NoticePeriodsTest {

  private static final WorkingDays WORKING_DAYS = new WorkingDays();
  private static final NoticePeriods PERIODS = new NoticePeriods(new PeriodCalculator(WORKING_DAYS));

  private static NoticeLetter letter(LocalDate date, LocalDate posted, NoticeMethod method, LocalDate received,
      boolean instruction) {
    return new NoticeLetter("Bezirksregierung Arnsberg", null, date, posted, method, received, instruction);
  }

  private static NoticeLetter posted(LocalDate day) {
    return letter(day, day, NoticeMethod.LETTER, null, true);
  }

  @ParameterizedTest
  @CsvSource({
      "2017-04-10, 2017-04-13, 2017-05-15, 2017-05-16",
      "2019-03-01, 2019-03-04, 2019-04-04, 2019-04-05",
      "2024-12-30, 2025-01-02, 2025-02-03, 2025-02-04",
      "2025-01-02, 2025-01-06, 2025-02-06, 2025-02-07",
      "2025-01-28, 2025-02-01, 2025-03-03, 2025-03-04",
      "2025-04-16, 2025-04-20, 2025-05-20, 2025-05-21",
      "2026-01-27, 2026-01-31, 2026-03-02, 2026-03-03"})
  void workedExamples(LocalDate posted, LocalDate notified, LocalDate appealUntil, LocalDate finalFrom) {
    for (NoticeMethod method : new NoticeMethod[] {NoticeMethod.LETTER, NoticeMethod.ELECTRONIC}) {
      NoticeDeadlines days = PERIODS.of(letter(posted, posted, method, null, true), null);
      assertThat(days.notified().date()).isEqualTo(notified);
      assertThat(days.appealUntil().date()).isEqualTo(appealUntil);
      assertThat(days.finalFrom().date()).isEqualTo(finalFrom);
      assertThat(days.notified().ground()).isEqualTo("§ 41 Abs. 2 VwVfG NRW");
    }
  }

  @Test
  void withoutInstructionThePeriodIsAYear() {
    LocalDate day = LocalDate.of(2017, 4, 10);
    NoticeDeadlines days = PERIODS.of(letter(day, day, NoticeMethod.LETTER, null, false), null);
    assertThat(days.appealUntil().date()).isEqualTo("2018-04-13");
    assertThat(days.appealUntil().ground()).startsWith("§ 58 Abs. 2 VwGO");
  }

  @Test
  void whatIsUnknownIsAssumedAndSaidSo() {
    NoticeDeadlines days = PERIODS.of(letter(LocalDate.of(2017, 4, 10), null, null, null, true), null);
    assertThat(days.appealUntil().date()).isEqualTo("2017-05-15");
    assertThat(days.appealUntil().steps().get(0))
        .isEqualTo("Der Weg der Bekanntgabe ist nicht bekannt; angenommen ist ein einfacher Brief.");
    assertThat(days.appealUntil().steps().get(1)).isEqualTo("Der Tag der Aufgabe zur Post ist nicht bekannt; angenommen"
        + " ist das Datum des Bescheids, Mo 10.04.2017.");
    assertThat(days.notified().ground()).endsWith("(angenommen)");
    assertThat(PERIODS.of(posted(LocalDate.of(2017, 4, 10)), null).appealUntil().steps())
        .noneMatch(step -> step.contains("angenommen"));
  }

  @Test
  void aProvenLaterReceiptCountsAndAnEarlierOneDoesNot() {
    LocalDate day = LocalDate.of(2017, 4, 10);
    NoticeDeadlines later = PERIODS.of(
        letter(day, day, NoticeMethod.LETTER, LocalDate.of(2017, 4, 18), true), null);
    assertThat(later.notified().date()).isEqualTo("2017-04-18");
    assertThat(later.appealUntil().date()).isEqualTo("2017-05-18");
    assertThat(later.notified().steps()).last().asString().contains("Nachweislich zugegangen");
    NoticeDeadlines earlier = PERIODS.of(
        letter(day, day, NoticeMethod.LETTER, LocalDate.of(2017, 4, 11), true), null);
    assertThat(earlier.notified().date()).isEqualTo("2017-04-13");
  }

  @Test
  void whatIsServedCountsFromThatDay() {
    LocalDate day = LocalDate.of(2019, 3, 1);
    NoticeDeadlines days = PERIODS.of(
        letter(day, null, NoticeMethod.SERVED, LocalDate.of(2019, 3, 5), true), null);
    assertThat(days.notified().date()).isEqualTo("2019-03-05");
    assertThat(days.appealUntil().date()).isEqualTo("2019-04-05");
    assertThat(days.notified().steps()).noneMatch(step -> step.contains("angenommen"));
    assertThatThrownBy(() -> PERIODS.of(letter(day, null, NoticeMethod.SERVED, null, true), null))
        .isInstanceOf(BusinessException.class).hasMessageContaining("zugestellt");
  }

  @Test
  void aWaiverBringsFinalityForward() {
    NoticeLetter letter = posted(LocalDate.of(2017, 4, 10));
    assertThat(PERIODS.of(letter, LocalDate.of(2017, 4, 20)).finalFrom().date()).isEqualTo("2017-04-20");
    assertThat(PERIODS.of(letter, LocalDate.of(2017, 4, 11)).finalFrom().date()).isEqualTo("2017-04-13");
    assertThat(PERIODS.of(letter, LocalDate.of(2017, 6, 1)).finalFrom().date()).isEqualTo("2017-05-16");
    assertThat(PERIODS.of(letter, LocalDate.of(2017, 4, 20)).finalFrom().ground()).contains("Rechtsbehelfsverzicht");
    assertThat(PERIODS.of(letter, LocalDate.of(2017, 4, 20)).appealUntil().date()).isEqualTo("2017-05-15");
  }

  @Test
  void holdsForEveryDayOfTwentyYears() {
    LocalDate before = LocalDate.MIN;
    for (LocalDate day : LocalDate.of(2015, 1, 1).datesUntil(LocalDate.of(2035, 1, 1)).toList()) {
      NoticeDeadlines days = PERIODS.of(posted(day), null);
      assertThat(days.notified().date()).isEqualTo(day.plusDays(day.getYear() < 2025 ? 3 : 4));
      assertThat(WORKING_DAYS.isWorkingDay(days.appealUntil().date())).isTrue();
      assertThat(days.appealUntil().date()).isAfterOrEqualTo(days.notified().date().plusMonths(1))
          .isAfterOrEqualTo(before);
      assertThat(days.finalFrom().date()).isEqualTo(days.appealUntil().date().plusDays(1));
      assertThat(PERIODS.of(letter(day, null, null, null, true), null).appealUntil().date())
          .isEqualTo(days.appealUntil().date());
      LocalDate waived = PERIODS.of(posted(day), day.plusDays(10)).finalFrom().date();
      assertThat(waived).isEqualTo(day.plusDays(10));
      before = days.appealUntil().date();
    }
  }
}
