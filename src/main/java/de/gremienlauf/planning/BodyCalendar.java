package de.gremienlauf.planning;

import de.gremienlauf.calendar.BodyPeriods;
import de.gremienlauf.calendar.ExplainedDate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * When a body meets.
 *
 * @param name of the body
 * @param meetings by day
 * @param periods those that are valid on the day of a meeting (§ 47 (2) GO NRW); null if nobody knows them, then no
 *     special meeting can be proposed
 */
public record BodyCalendar(String name, List<MeetingDate> meetings, Function<LocalDate, BodyPeriods> periods) {

  public BodyCalendar {
    meetings = meetings.stream().sorted(Comparator.comparing(MeetingDate::day)).toList();
    Set<LocalDate> days = new HashSet<>();
    meetings.stream().filter(meeting -> !days.add(meeting.day())).findFirst().ifPresent(twice -> {
      throw new IllegalArgumentException(name + " meets twice on " + twice.day());
    });
  }

  /** A meeting on a day by the body's periods. */
  public static MeetingDate meeting(LocalDate day, LocalTime time, BodyPeriods periods, boolean special) {
    return new MeetingDate(day, time, periods.submissionDay(day), periods.cutoff(), special);
  }

  boolean meetsOn(LocalDate day) {
    return meetings.stream().anyMatch(meeting -> meeting.day().equals(day));
  }

  /** Why papers for a meeting are accepted until that day and no longer. */
  ExplainedDate submission(MeetingDate meeting) {
    if (periods != null) {
      ExplainedDate explained = periods.apply(meeting.day()).submissionDeadline(meeting.day());
      if (explained.date().equals(meeting.submissionDay())) {
        return explained;
      }
    }
    return new ExplainedDate(meeting.submissionDay(), List.of("Der Abgabetag ist für diese Sitzung so festgelegt."),
        "Festlegung für die Sitzung");
  }
}
