package de.gremienlauf.meeting.process;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaDraft;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.AgendaItemState;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingDeadlines;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.Sessions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Tagesordnung freigeben". */
@Component("releaseAgendaForm")
class ReleaseAgendaForm extends MeetingForm {

  private final Agenda agenda;
  private final AgendaDraft draft;
  private final MeetingDeadlines deadlines;
  private final Sessions sessions;
  private final Clock clock;

  ReleaseAgendaForm(Meetings meetings, Agenda agenda, AgendaDraft draft, MeetingDeadlines deadlines,
      Sessions sessions, Clock clock) {
    super(meetings);
    this.agenda = agenda;
    this.draft = draft;
    this.deadlines = deadlines;
    this.sessions = sessions;
    this.clock = clock;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, Meeting meeting) {
    List<ItemDetails> items = agenda.of(meeting.id()).stream()
        .filter(item -> item.state() == AgendaItemState.ON_AGENDA).toList();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("agendaText", items.stream().map(ReleaseAgendaForm::line)
        .collect(Collectors.joining("\n")));
    ExplainedDate submission = deadlines.submissionDeadline(meeting);
    ExplainedDate invitation = deadlines.latestInvitation(meeting, false);
    ExplainedDate urgent = deadlines.latestInvitation(meeting, true);
    fields.put("deadlineText", explained("Abgabe", submission) + "\n\n" + explained("Einladung", invitation)
        + "\n\n" + explained("Einladung bei Dringlichkeit", urgent));
    fields.put("inviteText", "Vorlagen waren bis " + day(submission) + " abzugeben. Einzuladen ist bis "
        + day(invitation) + ", bei Dringlichkeit bis " + day(urgent) + ".");
    fields.put("warningText", warnings(meeting, items));
    fields.put("startTime", meeting.startTime());
    fields.put("location", meeting.location());
    fields.put("agendaChecked", false);
    fields.put("remark", null);
    return fields;
  }

  private static String line(ItemDetails item) {
    String number = item.number() == null ? "" : item.number() + " ";
    return item.kind() == AgendaItemKind.STANDING ? "\n**" + number + escaped(item.title()) + "**\n"
        : "- " + number + (item.reference() == null ? "" : item.reference() + " ") + escaped(item.title())
            + (item.publicItem() ? "" : " (nichtöffentlich: "
                + (item.nonPublicGround() == null ? "ohne Grund" : escaped(item.nonPublicGround())) + ")");
  }

  private static String day(ExplainedDate date) {
    return GermanDate.printWithWeekday(date.date());
  }

  private static String explained(String what, ExplainedDate date) {
    return "**" + what + " bis " + GermanDate.printWithWeekday(date.date()) + "** (" + date.ground() + ")\n"
        + date.steps().stream().map(step -> "- " + escaped(step)).collect(Collectors.joining("\n"));
  }

  private String warnings(Meeting meeting, List<ItemDetails> items) {
    List<String> warnings = new ArrayList<>();
    items.stream().filter(ItemDetails::late).forEach(item ->
        warnings.add("Nach der Abgabefrist angemeldet: " + item.number() + " " + escaped(item.title())));
    draft.withoutGround(meeting.id()).forEach(item ->
        warnings.add("Ohne Grund der Nichtöffentlichkeit: " + escaped(item)));
    if (LocalDate.now(clock).isAfter(meeting.inviteUntil())) {
      warnings.add("Die Ladungsfrist ist am " + GermanDate.print(meeting.inviteUntil()) + " abgelaufen.");
    }
    if (items.stream().allMatch(item -> item.kind() == AgendaItemKind.STANDING)) {
      warnings.add("Bisher ist kein Punkt angemeldet.");
    }
    return warnings.stream().map(warning -> "- " + warning).collect(Collectors.joining("\n"));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (!form.ticked("agendaChecked", "Tagesordnung geprüft")) {
      throw new BusinessException("Bitte bestätigen Sie, dass die Tagesordnung geprüft ist.");
    }
    sessions.schedule(meetingId(task), form.time("startTime", "Beginn"), form.text("location", "Ort"),
        form.reason("remark", "Bemerkung"));
  }
}
