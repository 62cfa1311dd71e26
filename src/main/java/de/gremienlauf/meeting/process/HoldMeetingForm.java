package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.ENDING;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingEnding;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.Sessions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Sitzung durchführen"; the items themselves are worked on the meeting page. */
@Component("holdMeetingForm")
class HoldMeetingForm extends MeetingForm {

  private final Sessions sessions;

  HoldMeetingForm(Meetings meetings, Sessions sessions) {
    super(meetings);
    this.sessions = sessions;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, Meeting meeting) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("meetingPage", "/sitzung/?id=" + meeting.id());
    fields.put("findingText", meeting.invitationFinding() == null ? "" : meeting.invitationFinding());
    fields.put("ending", null);
    fields.put("endTime", meeting.endTime());
    fields.put("resumesOn", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    String ending = form.requiredChoice("ending", "Ende der Sitzung",
        Stream.of(MeetingEnding.values()).map(MeetingEnding::name).toList());
    sessions.end(meetingId(task), MeetingEnding.valueOf(ending), form.time("endTime", "Ende"),
        form.day("resumesOn", "Weiter am"));
    ENDING.set(task.getExecution(), ending);
  }
}
