package de.gremienlauf.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every day from 2015 to 2035. */
class PeriodPropertiesTest {

  private static final WorkingDays WORKING_DAYS = new WorkingDays();
  private static final PeriodCalculator CALCULATOR = new PeriodCalculator(WORKING_DAYS);
  private static final List<LocalDate> DAYS =
      LocalDate.of(2015, 1, 1).datesUntil(LocalDate.of(2036, 1, 1)).toList();

  static Stream<Arguments> forward() {
    return Stream.of(1, 3, 6, 14, 30, 120).flatMap(n -> Stream.of(
        rule("days " + n, day -> CALCULATOR.days(day, n).date()),
        rule("months " + n, day -> CALCULATOR.months(day, n).date()),
        rule("end of month after " + n, day -> CALCULATOR.endOfMonthAfter(day, n).date())));
  }

  static Stream<Arguments> appeals() {
    return Stream.of(true, false).map(instruction -> rule("appeal " + instruction,
        day -> CALCULATOR.appeal(day, NotificationMethod.LETTER, instruction).end().date()));
  }

  static Stream<Arguments> backward() {
    return Stream.of(1, 7, 10).flatMap(n -> Stream.of(
        rule("working days before " + n, day -> CALCULATOR.workingDaysBefore(day, n).date()),
        rule("full days before " + n, day -> CALCULATOR.fullDaysBefore(day, n).date()),
        rule("calendar days before " + n, day -> CALCULATOR.calendarDaysBefore(day, n).date())));
  }

  private static Arguments rule(String name, Function<LocalDate, LocalDate> rule) {
    return Arguments.of(name, rule);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"forward", "appeals", "backward"})
  void aLaterEventNeverEndsEarlier(String name, Function<LocalDate, LocalDate> rule) {
    LocalDate before = LocalDate.MIN;
    for (LocalDate day : DAYS) {
      LocalDate end = rule.apply(day);
      assertThat(end).as("%s from %s", name, day).isAfterOrEqualTo(before);
      before = end;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"forward", "appeals"})
  void aForwardPeriodEndsLaterOnAWorkingDay(String name, Function<LocalDate, LocalDate> rule) {
    for (LocalDate day : DAYS) {
      LocalDate end = rule.apply(day);
      assertThat(end).as("%s from %s", name, day).isAfter(day)
          .matches(last -> last.getDayOfWeek().getValue() <= 5 && !Easter.isHoliday(last));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 6, 12, 13})
  void monthsEndOnTheSameNumberOrTheLastDay(int n) {
    for (LocalDate day : DAYS) {
      YearMonth month = YearMonth.from(day).plusMonths(n);
      LocalDate unmoved = month.atDay(Math.min(day.getDayOfMonth(), month.lengthOfMonth()));
      LocalDate end = CALCULATOR.months(day, n).date();
      assertThat(end).as("%s + %d months", day, n).isAfterOrEqualTo(unmoved);
      assertThat(unmoved.datesUntil(end)).noneMatch(WORKING_DAYS::isWorkingDay);
      LocalDate endOfMonth = CALCULATOR.endOfMonthAfter(day, n).date();
      assertThat(endOfMonth).isAfterOrEqualTo(month.atEndOfMonth());
      assertThat(month.atEndOfMonth().datesUntil(endOfMonth)).noneMatch(WORKING_DAYS::isWorkingDay);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 8, 10, 40})
  void countingWorkingDaysBackAndForthComesBack(int n) {
    for (LocalDate day : DAYS) {
      LocalDate before = CALCULATOR.workingDaysBefore(day, n).date();
      assertThat(WORKING_DAYS.isWorkingDay(before)).as("%d before %s", n, day).isTrue();
      assertThat(before.datesUntil(day).filter(WORKING_DAYS::isWorkingDay)).hasSize(n);
      assertThat(WORKING_DAYS.after(before, n)).isEqualTo(WORKING_DAYS.onOrAfter(day));
    }
  }

  @Test
  void fullDaysLieBetweenSendingAndMeeting() {
    for (LocalDate day : DAYS) {
      LocalDate sending = CALCULATOR.fullDaysBefore(day, 7).date();
      assertThat(sending.plusDays(1).datesUntil(day)).as("before %s", day).hasSize(7);
      assertThat(CALCULATOR.calendarDaysBefore(day, 7).date()).isEqualTo(sending.plusDays(1));
    }
  }

  @Test
  void movingGoesToTheNearestWorkingDay() {
    for (LocalDate day : DAYS) {
      LocalDate next = CALCULATOR.nextWorkingDay(day).date();
      assertThat(next).isAfterOrEqualTo(day).matches(WORKING_DAYS::isWorkingDay);
      assertThat(day.datesUntil(next)).noneMatch(WORKING_DAYS::isWorkingDay);
      LocalDate last = WORKING_DAYS.onOrBefore(day);
      assertThat(last).isBeforeOrEqualTo(day).matches(WORKING_DAYS::isWorkingDay);
      assertThat(WORKING_DAYS.onOrAfter(last)).isEqualTo(last);
    }
  }

  @Test
  void deemedNotificationIsDayThreeAndSince2025DayFour() {
    for (LocalDate day : DAYS) {
      assertThat(CALCULATOR.notification(day, NotificationMethod.ELECTRONIC).date())
          .isEqualTo(day.plusDays(day.getYear() < 2025 ? 3 : 4));
    }
  }
}
