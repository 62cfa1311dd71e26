package de.gremienlauf.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  private final WorkingDays workingDays = new WorkingDays();

  @ParameterizedTest
  @ValueSource(strings = {"2017-04-16", "2019-04-21", "2020-04-12", "2024-03-31", "2025-04-20", "2026-04-05"})
  void easter(LocalDate sunday) {
    assertThat(Easter.sunday(sunday.getYear())).isEqualTo(sunday);
    assertThat(workingDays.holiday(sunday.minusDays(2))).contains("Karfreitag");
    assertThat(workingDays.holiday(sunday.plusDays(1))).contains("Ostermontag");
    assertThat(workingDays.holiday(sunday.plusDays(60))).contains("Fronleichnam");
  }

  @Test
  void everyDayOfTwentyYearsIsWhatTheLawSays() {
    LocalDate.of(2015, 1, 1).datesUntil(LocalDate.of(2036, 1, 1)).forEach(day -> {
      assertThat(workingDays.holiday(day).isPresent()).as("holiday %s", day).isEqualTo(Easter.isHoliday(day));
      assertThat(workingDays.isWorkingDay(day)).as("working day %s", day)
          .isEqualTo(day.getDayOfWeek().getValue() <= 5 && !Easter.isHoliday(day));
    });
  }

  @ParameterizedTest
  @CsvSource({"2017-10-31,false", "2018-10-31,true", "2019-12-24,true", "2019-12-31,true", "2020-02-24,true"})
  void daysThatDifferFromPlaceToPlace(LocalDate day, boolean working) {
    assertThat(workingDays.isWorkingDay(day)).isEqualTo(working);
  }

  @Test
  void closedDaysAreNoWorkingDaysAndLeaveTheCalendarAsItIs() {
    LocalDate christmasEve = LocalDate.of(2019, 12, 24);
    LocalDate newYearsEve = LocalDate.of(2019, 12, 31);
    WorkingDays closed = workingDays.closedOn(Set.of(christmasEve)).closedOn(Set.of(newYearsEve));
    assertThat(closed.isWorkingDay(christmasEve)).isFalse();
    assertThat(closed.reasonOff(newYearsEve)).contains("dienstfrei");
    assertThat(closed.before(LocalDate.of(2019, 12, 27), 1)).isEqualTo(LocalDate.of(2019, 12, 23));
    assertThat(workingDays.isWorkingDay(christmasEve)).isTrue();
  }

  @Test
  void theReasonIsTheHolidayBeforeTheWeekday() {
    assertThat(workingDays.reasonOff(LocalDate.of(2020, 10, 3))).contains("Tag der Deutschen Einheit");
    assertThat(workingDays.reasonOff(LocalDate.of(2020, 10, 4))).contains("Sonntag");
    assertThat(workingDays.reasonOff(LocalDate.of(2020, 10, 5))).isEmpty();
  }
}
