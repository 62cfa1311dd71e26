package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.engine.FormHandler;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about a meeting: what every one of them shows of it. */
abstract class MeetingForm extends FormHandler {

  final Meetings meetings;

  MeetingForm(Meetings meetings) {
    this.meetings = meetings;
  }

  /** The fields of this form beside the head. */
  abstract Map<String, Object> fields(DelegateTask task, Meeting meeting);

  static Long meetingId(DelegateTask task) {
    return MEETING_ID.from(task);
  }

  /** The head of the form, and what the task list shows of a task: the body and the day. */
  @Override
  protected final Map<String, Object> defaults(DelegateTask task) {
    Meeting meeting = meetings.get(meetingId(task));
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("meetingName", meeting.name());
    defaults.put("organization", meeting.name());
    defaults.put("meetingDate", GermanDate.print(meeting.day()));
    defaults.put("meetingDay", GermanDate.printWithWeekday(meeting.day())
        + (meeting.startTime() == null ? "" : ", " + meeting.startTime() + " Uhr"));
    defaults.putAll(fields(task, meeting));
    return defaults;
  }
}
