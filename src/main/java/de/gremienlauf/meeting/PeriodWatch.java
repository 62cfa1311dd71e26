package de.gremienlauf.meeting;

import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Watch;
import org.springframework.stereotype.Component;

/**
 * Notices that another version of the table {@code meeting-periods} is deployed, and lets the meetings whose agenda is
 * not released yet count anew.
 */
@Component
public class PeriodWatch implements Watch {

  private static final String TABLE = "meeting-periods";

  private final MeetingRepository meetings;
  private final MeetingCalendar calendar;
  private final DecisionTables tables;
  private volatile String seen = "";

  PeriodWatch(MeetingRepository meetings, MeetingCalendar calendar, DecisionTables tables) {
    this.meetings = meetings;
    this.calendar = calendar;
    this.tables = tables;
  }

  @Override
  public String name() {
    return "meeting periods";
  }

  /** Looks for another version since the last look; the first look after a start always counts. */
  @Override
  public void look() {
    String deployed = tables.version(TABLE);
    if (!deployed.equals(seen)) {
      meetings.findByState(MeetingState.PLANNED).stream().filter(meeting -> meeting.processInstanceId != null)
          .forEach(meeting -> calendar.renewPeriods(meeting.id));
      seen = deployed;
    }
  }
}
