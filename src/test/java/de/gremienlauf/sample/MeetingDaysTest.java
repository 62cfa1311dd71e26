package de.gremienlauf.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.calendar.Recess;
import de.gremienlauf.calendar.Recesses;
import de.gremienlauf.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingDaysTest {

  private final MeetingDays days = new MeetingDays(new WorkingDays(), new Recesses(
      List.of(new Recess(null, "Köln", LocalDate.of(2026, 7, 20), LocalDate.of(2026, 9, 1)))));

  private List<LocalDate> year(int daysBeforeCouncil) {
    return days.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), daysBeforeCouncil);
  }

  @Test
  void theCouncilMeetsEverySixWeeksButNotInTheRecess() {
    LocalDate beforeCorpusChristi = LocalDate.of(2026, 6, 3);
    LocalDate beforeChristmas = LocalDate.of(2026, 12, 17);
    assertThat(year(0)).containsExactly(LocalDate.of(2026, 1, 29), LocalDate.of(2026, 3, 12),
        LocalDate.of(2026, 4, 23), beforeCorpusChristi, LocalDate.of(2026, 7, 16), LocalDate.of(2026, 10, 8),
        LocalDate.of(2026, 11, 19), beforeChristmas);
  }

  @Test
  void committeesMeetBeforeItOnWorkingDays() {
    assertThat(year(3)).allMatch(new WorkingDays()::isWorkingDay).contains(LocalDate.of(2026, 11, 16));
  }

  @Test
  void theSameDaysComeOutForAnotherSpan() {
    assertThat(year(9)).containsAll(
        days.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 12, 31), 9)).isNotEmpty();
  }
}
