package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MinutesVariables.ACT;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.meeting.InvitationAct;
import de.gremienlauf.meeting.Invitations;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Einladungen per Post versenden". */
@Component("invitationPostForm")
class InvitationPostForm extends MeetingForm {

  private final Invitations invitations;

  InvitationPostForm(Meetings meetings, Invitations invitations) {
    super(meetings);
    this.invitations = invitations;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, Meeting meeting) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("actLabel", InvitationAct.valueOf(ACT.from(task)).label());
    fields.put("finding", Objects.requireNonNullElse(invitations.finding(meeting.id()), ""));
    fields.put("postRecipients", invitations.byPost(meeting.id()).stream()
        .map(invitee -> Map.of("name", invitee.name(),
            "role", invitee.role() + (invitee.deputy() ? " (Stellvertretung)" : "")))
        .toList());
    fields.put("sent", false);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (!form.ticked("sent", "Die Schreiben sind zur Post gegeben")) {
      throw new BusinessException("Bitte bestätigen Sie, dass die Schreiben zur Post gegeben sind.");
    }
  }
}
