package de.gremienlauf.meeting.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.Minutes;
import de.gremienlauf.meeting.MinutesSignature;
import de.gremienlauf.meeting.MinutesStatus;
import de.gremienlauf.meeting.MinutesText;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Niederschrift erstellen". */
@Component("draftMinutesForm")
class DraftMinutesForm extends MeetingForm {

  private final Minutes minutes;

  DraftMinutesForm(Meetings meetings, Minutes minutes) {
    super(meetings);
    this.minutes = minutes;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, Meeting meeting) {
    MinutesStatus status = minutes.status(meeting.id());
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("attendanceText", status.attendance() == 0 ? "Es ist keine Anwesenheit erfasst."
        : "Erfasste Personen: " + status.attendance());
    fields.put("itemsText", "Tagesordnungspunkte: " + status.items());
    fields.put("missingText", String.join("; ", status.missing()));
    fields.put("objectionText", status.signatures().stream()
        .filter(one -> one.state() == MinutesSignature.State.OBJECTED)
        .map(one -> one.signer() + ": " + one.reason()).collect(Collectors.joining("; ")));
    fields.put("opening", status.text().opening() == null ? opening(meeting) : status.text().opening());
    fields.put("closing", status.text().closing());
    fields.put("remark", status.text().remark());
    return fields;
  }

  private static String opening(Meeting meeting) {
    LocalDate invitedOn = meeting.invitedOn();
    return invitedOn == null ? null
        : "Zu der Sitzung wurde am " + GermanDate.print(invitedOn) + " unter Mitteilung der Tagesordnung eingeladen.";
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    minutes.write(meetingId(task), new MinutesText(form.longText("opening", "Einleitung"),
        form.longText("closing", "Schluss"), form.longText("remark", "Hinweis an die Unterzeichnenden")));
  }
}
