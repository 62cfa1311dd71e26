package de.gremienlauf.meeting.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.Minutes;
import de.gremienlauf.meeting.MinutesStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Niederschrift freigeben". */
@Component("releaseMinutesForm")
class ReleaseMinutesForm extends MeetingForm {

  private final Minutes minutes;

  ReleaseMinutesForm(Meetings meetings, Minutes minutes) {
    super(meetings);
    this.minutes = minutes;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, Meeting meeting) {
    MinutesStatus status = minutes.status(meeting.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signaturesText", status.signatures().stream()
        .map(one -> one.signatory() + " (" + one.signer() + ")").collect(Collectors.joining(", ")));
    fields.put("itemsText", "Tagesordnungspunkte: " + status.items());
    fields.put("projectBody", minutes.ofProject(meeting.id()));
    fields.put("namesToRedact", null);
    fields.put("releaseDecision", null);
    fields.put("released", false);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (!form.ticked("released", "Freigeben")) {
      throw new BusinessException("Bitte bestätigen Sie die Freigabe der Niederschrift.");
    }
    minutes.release(meetingId(task), form.longText("namesToRedact", "Zu schwärzende Namen"),
        form.reason("releaseDecision", "Freigabeentscheidung"));
  }
}
