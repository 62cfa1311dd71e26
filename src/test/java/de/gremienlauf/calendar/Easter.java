package de.gremienlauf.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Set;

/** Easter and the holidays of Nordrhein-Westfalen once more, to check the library by: Gauss' formula, and the law. */
final class Easter {

  private Easter() {
  }

  static LocalDate sunday(int year) {
    int k = year / 100;
    int m = 15 + (3 * k + 3) / 4 - (8 * k + 13) / 25;
    int s = 2 - (3 * k + 3) / 4;
    int a = year % 19;
    int d = (19 * a + m) % 30;
    int r = (d + a / 11) / 29;
    int og = 21 + d - r;
    int sz = 7 - (year + year / 4 + s) % 7;
    int oe = 7 - (og - sz) % 7;
    return LocalDate.of(year, Month.MARCH, 1).plusDays(og + oe - 1L);
  }

  static boolean isHoliday(LocalDate day) {
    LocalDate easter = sunday(day.getYear());
    return Set.of(LocalDate.of(day.getYear(), 1, 1), easter.minusDays(2), easter.plusDays(1),
        LocalDate.of(day.getYear(), 5, 1)).contains(day)
        || Set.of(easter.plusDays(39), easter.plusDays(50), easter.plusDays(60)).contains(day)
        || Set.of("10-03", "11-01", "12-25", "12-26").contains(day.toString().substring(5))
        || day.equals(LocalDate.of(2017, 10, 31));
  }
}
