package de.gremienlauf.planning;

import de.gremienlauf.calendar.BodyKind;
import de.gremienlauf.calendar.BodyPeriods;
import de.gremienlauf.calendar.MeetingPeriods;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The coming meetings of the bodies as planning knows them; each body is read once. For one round of planning. */
final class MeetingCalendars {

  private final Meetings meetings;
  private final MeetingPeriods periods;
  private final Council council;
  private final LocalDate today;
  private final Map<Long, List<Meeting>> known = new HashMap<>();

  MeetingCalendars(Meetings meetings, MeetingPeriods periods, Council council, LocalDate today) {
    this.meetings = meetings;
    this.periods = periods;
    this.council = council;
    this.today = today;
  }

  /**
   * The calendar of a body for one paper.
   *
   * @param registered the meeting on whose agenda the paper is: it takes place with the paper whatever the submission
   *     day; null if it is on none
   * @param from earlier meetings were not chosen for the paper
   */
  BodyCalendar of(Long organizationId, String name, Long registered, LocalDate from) {
    List<MeetingDate> dates = new ArrayList<>();
    Set<LocalDate> days = new HashSet<>();
    for (Meeting meeting : known.computeIfAbsent(organizationId, body -> meetings.after(body, today.minusDays(1)))) {
      boolean on = meeting.id().equals(registered);
      if ((on || !meeting.day().isBefore(from)) && days.add(meeting.day())) {
        dates.add(on ? new MeetingDate(meeting.day(), Meeting.time(meeting.startTime()), meeting.day(), null, true)
            : date(organizationId, meeting));
      }
    }
    return new BodyCalendar(name, dates, periods(organizationId));
  }

  /** A meeting that the office has put into the calendar takes place, be it in the recess. */
  private MeetingDate date(Long organizationId, Meeting meeting) {
    LocalDateTime until = meeting.submissionUntil();
    if (until == null) {
      return BodyCalendar.meeting(meeting.day(), Meeting.time(meeting.startTime()),
          periods(organizationId).apply(meeting.day()), true);
    }
    boolean wholeDay = until.toLocalTime().equals(LocalTime.MIDNIGHT);
    LocalDate day = wholeDay ? until.toLocalDate().minusDays(1) : until.toLocalDate();
    return new MeetingDate(meeting.day(), Meeting.time(meeting.startTime()), day,
        wholeDay ? null : until.toLocalTime(), true);
  }

  private Function<LocalDate, BodyPeriods> periods(Long organizationId) {
    Organization body = council.get(organizationId);
    BodyKind kind = new BodyKind(Council.displayName(body.municipality()), body.name(), body.classification());
    return day -> periods.of(kind, day);
  }
}
