package de.gremienlauf.meeting.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Meetings;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of a meeting asks in expressions. */
@Component
public class MeetingFlow {

  private final Meetings meetings;

  MeetingFlow(Meetings meetings) {
    this.meetings = meetings;
  }

  /** The beginning of the meeting day in Berlin. */
  public Date day(Long meetingId) {
    return EngineClock.startOf(meetings.get(meetingId).day());
  }
}
