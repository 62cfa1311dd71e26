package de.gremienlauf.sample;

import de.gremienlauf.calendar.Recesses;
import de.gremienlauf.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The days on which bodies meet: the council every six weeks on a Thursday, the others some days before it, nobody in
 * the summer recess; what would fall around Christmas is two weeks earlier. The same days come out whenever they are
 * asked for.
 */
final class MeetingDays {

  private static final LocalDate A_COUNCIL_MEETING = LocalDate.of(2020, 2, 6);
  private static final int SIX_WEEKS = 42;
  private static final MonthDay CHRISTMAS_BEGINS = MonthDay.of(Month.DECEMBER, 20);
  private static final MonthDay CHRISTMAS_ENDS = MonthDay.of(Month.JANUARY, 6);

  private final WorkingDays workingDays;
  private final Recesses recesses;

  MeetingDays(WorkingDays workingDays, Recesses recesses) {
    this.workingDays = workingDays;
    this.recesses = recesses;
  }

  /** The meetings from a day to another of a body that meets so many days before the council. */
  List<LocalDate> between(LocalDate from, LocalDate to, int daysBeforeCouncil) {
    long rounds = Math.floorDiv(ChronoUnit.DAYS.between(A_COUNCIL_MEETING, from), SIX_WEEKS);
    List<LocalDate> days = new ArrayList<>();
    for (LocalDate council = A_COUNCIL_MEETING.plusDays(rounds * SIX_WEEKS);
        !council.minusDays(daysBeforeCouncil).isAfter(to); council = council.plusDays(SIX_WEEKS)) {
      LocalDate session = atChristmas(council) ? council.minusWeeks(2) : council;
      LocalDate day = workingDays.onOrBefore(session.minusDays(daysBeforeCouncil));
      if (!day.isBefore(from) && !day.isAfter(to) && !inRecess(day) && !inRecess(session)) {
        days.add(day);
      }
    }
    return days;
  }

  private static boolean atChristmas(LocalDate day) {
    MonthDay date = MonthDay.from(day);
    return !date.isBefore(CHRISTMAS_BEGINS) || !date.isAfter(CHRISTMAS_ENDS);
  }

  private boolean inRecess(LocalDate day) {
    return atChristmas(day) || recesses.isRecess(day);
  }
}
