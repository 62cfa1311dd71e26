package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MinutesVariables.SIGNATURE_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.Minutes;
import de.gremienlauf.meeting.MinutesSignature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Niederschrift unterzeichnen", one for each signature. */
@Component("signMinutesForm")
class SignMinutesForm extends MeetingForm {

  private static final String SIGN = "SIGN";
  private static final String OBJECT = "OBJECT";

  private final Minutes minutes;

  SignMinutesForm(Meetings meetings, Minutes minutes) {
    super(meetings);
    this.minutes = minutes;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, Meeting meeting) {
    MinutesSignature signature = minutes.signature(SIGNATURE_ID.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("signer", signature.signer());
    fields.put("ground", signature.ground());
    fields.put("dueText", "Frist: " + GermanDate.print(signature.dueOn()));
    fields.put("remark", Objects.requireNonNullElse(minutes.status(meeting.id()).text().remark(), ""));
    fields.put("decision", null);
    fields.put("signatory", minutes.expectedSignatory(signature.id()));
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long signatureId = SIGNATURE_ID.from(task);
    if (SIGN.equals(form.requiredChoice("decision", "Entscheidung", List.of(SIGN, OBJECT)))) {
      minutes.sign(signatureId, form.text("signatory", "Name, wie er unter der Niederschrift steht"));
    } else {
      minutes.refuse(signatureId, form.reason("reason", "Begründung des Einwands"));
    }
  }
}
