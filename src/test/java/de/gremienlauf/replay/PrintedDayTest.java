package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintedDayTest {

  @ParameterizedTest
  @ValueSource(strings = {"14.01.2020", "2020-01-14", "14. 1. 2020", "Di, 14.01.2020", "Dienstag, den 14.01.2020",
      "14.01.20", "14.01.2020, 16:30 Uhr", "14.01.2020 16.30 Uhr", "14.01.2020 16:30 - 18:05 Uhr",
      "14. Januar 2020", "14. Jan. 2020", "Dienstag, 14. JANUAR 2020, 16:30 Uhr", "2020-01-14T16:30:00", "2020-01-14 16:30",
      "am 14.01.2020.", " 14.01.2020 (Fortsetzung) "})
  void theDayIsFoundInWhatIsPrinted(String printed) {
    assertThat(PrintedDay.parseOrNull(printed)).isEqualTo(LocalDate.of(2020, 1, 14));
    assertThat(PrintedDay.isMissing(printed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"31.02.2020", "14.13.2020", "30. Februar 2020", "2020-02-30", "demnächst", "14.01.",
      "14.01.2020 und 15.01.2020", "14.01.1020", "114.01.2020", "14.01.20201"})
  void whatIsNoDayIsNone(String printed) {
    assertThat(PrintedDay.parseOrNull(printed)).isNull();
    assertThat(PrintedDay.isMissing(printed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2020", "2020-01", "Januar 2020", "Jan. 2020"})
  void aMonthOrYearAloneIsNoDay(String printed) {
    assertThat(PrintedDay.isMissing(printed)).isTrue();
    assertThat(PrintedDay.parseOrNull(printed)).isNull();
  }
}
