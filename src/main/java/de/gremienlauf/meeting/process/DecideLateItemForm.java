package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.AGENDA_ITEM_ID;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.LateItems;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Über Anmeldung entscheiden". */
@Component("decideLateItemForm")
class DecideLateItemForm extends MeetingForm {

  private static final String SUPPLEMENT = "SUPPLEMENT";
  private static final String NEXT_MEETING = "NEXT_MEETING";

  private final Agenda agenda;
  private final LateItems lateItems;

  DecideLateItemForm(Meetings meetings, Agenda agenda, LateItems lateItems) {
    super(meetings);
    this.agenda = agenda;
    this.lateItems = lateItems;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, Meeting meeting) {
    ItemDetails item = agenda.details(AGENDA_ITEM_ID.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("itemText", (item.reference() == null ? "" : item.reference() + " ") + item.title());
    fields.put("requestedOn", GermanDate.print(item.requestedOn()));
    fields.put("publicText", item.publicItem() ? "öffentlich" : "nichtöffentlich: "
        + (item.nonPublicGround() == null ? "ohne Grund" : item.nonPublicGround()));
    fields.put("lateDecision", null);
    fields.put("reason", null);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long itemId = AGENDA_ITEM_ID.from(task);
    String reason = form.reason("reason", "Begründung");
    if (SUPPLEMENT.equals(form.requiredChoice("lateDecision", "Entscheidung", List.of(SUPPLEMENT, NEXT_MEETING)))) {
      lateItems.supplement(itemId, reason);
    } else {
      lateItems.toNextMeeting(itemId, reason);
    }
  }
}
