package de.gremienlauf.reminder.process;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.EngineClock;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model {@code daily-duties} asks in expressions. */
@Component
public class DailyDutiesFlow {

  private static final LocalTime MORNING = LocalTime.of(6, 30);

  private final WorkingDays workingDays;
  private final WeeklyMail weekly;
  private final Clock clock;

  DailyDutiesFlow(WorkingDays workingDays, WeeklyMail weekly, Clock clock) {
    this.workingDays = workingDays;
    this.weekly = weekly;
    this.clock = clock;
  }

  /** The next morning of a working day; today's if it lies ahead. */
  public Date nextMorning() {
    ZonedDateTime now = ZonedDateTime.now(clock);
    LocalDate first = now.toLocalTime().isBefore(MORNING) ? now.toLocalDate() : now.toLocalDate().plusDays(1);
    return Date.from(workingDays.onOrAfter(first).atTime(MORNING).atZone(EngineClock.BERLIN).toInstant());
  }

  /** Whether this week's list was not sent yet. */
  public boolean weeklyListDue() {
    return weekly.due();
  }
}
