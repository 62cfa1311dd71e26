package de.gremienlauf.calendar;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Working days in Nordrhein-Westfalen: Monday to Friday without the legal holidays (Feiertagsgesetz NW). 24.12. and
 * 31.12. are working days.
 */
@Component
public class WorkingDays {

  /** Names of the holidays by day, by year: asking jollyday for each day would be slow. */
  private final Map<Integer, Map<LocalDate, String>> known;
  private final Set<LocalDate> closed;

  @Autowired
  public WorkingDays() {
    this(new ConcurrentHashMap<>(), Set.of());
  }

  private WorkingDays(Map<Integer, Map<LocalDate, String>> known, Set<LocalDate> closed) {
    this.known = known;
    this.closed = closed;
  }

  /** The same calendar with further days on which nobody works, e.g. 24.12. */
  public WorkingDays closedOn(Set<LocalDate> days) {
    Set<LocalDate> all = new HashSet<>(closed);
    all.addAll(days);
    return new WorkingDays(known, Set.copyOf(all));
  }

  public boolean isWorkingDay(LocalDate day) {
    return !isWeekend(day) && !closed.contains(day) && !holidaysOf(day.getYear()).containsKey(day);
  }

  /** The name of the legal holiday that falls on a day; empty if none does. */
  public Optional<String> holiday(LocalDate day) {
    return Optional.ofNullable(holidaysOf(day.getYear()).get(day));
  }

  /** Why nobody works on a day, e.g. Samstag, Karfreitag or dienstfrei; empty for a working day. */
  Optional<String> reasonOff(LocalDate day) {
    Optional<String> holiday = holiday(day);
    if (holiday.isPresent()) {
      return holiday;
    }
    return isWeekend(day) ? Optional.of(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.GERMAN))
        : closed.contains(day) ? Optional.of("dienstfrei") : Optional.empty();
  }

  /** The n-th working day after a day, the day itself not counted (§ 187 (1) BGB). */
  public LocalDate after(LocalDate day, int n) {
    return step(day, n, 1);
  }

  /** The n-th working day before a day, the day itself not counted. */
  public LocalDate before(LocalDate day, int n) {
    return step(day, n, -1);
  }

  /** The day itself if it is a working day, else the next one. */
  public LocalDate onOrAfter(LocalDate day) {
    return isWorkingDay(day) ? day : after(day, 1);
  }

  /** The day itself if it is a working day, else the last one before it. */
  public LocalDate onOrBefore(LocalDate day) {
    return isWorkingDay(day) ? day : before(day, 1);
  }

  private LocalDate step(LocalDate day, int n, int direction) {
    LocalDate result = day;
    for (int left = n; left > 0; ) {
      result = result.plusDays(direction);
      if (isWorkingDay(result)) {
        left--;
      }
    }
    return result;
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }

  private Map<LocalDate, String> holidaysOf(int year) {
    if (year < 1) {
      // The library's Easter fails in years before Christ, which a long period backward may reach.
      return Map.of();
    }
    Map<LocalDate, String> names = known.get(year);
    return names != null ? names : known.computeIfAbsent(year, WorkingDays::read);
  }

  private static Map<LocalDate, String> read(int year) {
    return HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.GERMANY))
        .getHolidays(Year.of(year), "nw").stream()
        .collect(Collectors.toMap(holiday -> holiday.getDate(), holiday -> holiday.getDescription(Locale.GERMAN),
            (one, another) -> one + ", " + another));
  }
}
