package de.gremienlauf.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/**
 * Working days in Nordrhein-Westfalen: Monday to Friday without the legal holidays (Feiertagsgesetz NW). 24.12. and
 * 31.12. are working days.
 */
@Component
public class WorkingDays {

  private final HolidayManager holidays =
      HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY));

  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !holidays.isHoliday(day, "nw");
  }

  /** The n-th working day after a day, the day itself not counted (§ 187 (1) BGB). */
  public LocalDate after(LocalDate day, int n) {
    LocalDate result = day;
    for (int left = n; left > 0; ) {
      result = result.plusDays(1);
      if (isWorkingDay(result)) {
        left--;
      }
    }
    return result;
  }
}
