package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.FormHandler;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about a meeting: what every one of them shows of it. */
abstract class MeetingForm extends FormHandler {

  private final Meetings meetings;
  private final Council council;

  MeetingForm(Meetings meetings, Council council) {
    this.meetings = meetings;
    this.council = council;
  }

  /** The fields of this form beside the head. */
  abstract Map<String, Object> fields(DelegateTask task, Long meetingId);

  static Long meetingId(DelegateTask task) {
    return MEETING_ID.from(task);
  }

  @Override
  protected final Map<String, Object> defaults(DelegateTask task) {
    Meeting meeting = meetings.get(meetingId(task));
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("organization", council.get(meeting.organizationId()).name());
    defaults.put("meetingLabel", meeting.name() + " am " + GermanDate.print(meeting.day()));
    defaults.putAll(fields(task, meeting.id()));
    return defaults;
  }
}
