package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.NewMeeting;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Creates the meeting from the start form and takes the form's fields off the process before they are stored; a meeting
 * that the application itself planned is only bound to its process.
 */
@Component("createMeeting")
class CreateMeeting implements JavaDelegate {

  private static final Set<String> START_FORM =
      Set.of("organization", "kind", "day", "startTime", "location", "jointBodies");
  private static final List<String> KINDS =
      List.of(MeetingKind.REGULAR.name(), MeetingKind.SPECIAL.name(), MeetingKind.JOINT.name());

  private final MeetingCalendar calendar;
  private final Meetings meetings;
  private final Council council;

  CreateMeeting(MeetingCalendar calendar, Meetings meetings, Council council) {
    this.calendar = calendar;
    this.meetings = meetings;
    this.council = council;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Long planned = MEETING_ID.from(execution);
    if (planned == null) {
      planned = create(execution);
      MEETING_ID.set(execution, planned);
      execution.setProcessBusinessKey(String.valueOf(planned));
    } else if (execution.getVariableNames().size() > 1) {
      throw new BusinessException("Eine geplante Sitzung nimmt keine weiteren Angaben an.");
    }
    meetings.attachProcess(planned, execution.getProcessInstanceId());
  }

  private Long create(DelegateExecution execution) {
    Set<String> unknown = new TreeSet<>(execution.getVariableNames());
    unknown.removeAll(START_FORM);
    if (!unknown.isEmpty()) {
      throw new BusinessException("Das Startformular kennt die Angabe „" + unknown.iterator().next() + "“ nicht.");
    }
    FormData form = new FormData(execution.getVariables());
    execution.removeVariables(START_FORM);
    String body = form.requiredText("organization", "Gremium");
    MeetingKind kind = MeetingKind.valueOf(form.requiredChoice("kind", "Art der Sitzung", KINDS));
    LocalDate day = form.day("day", "Tag");
    if (day == null) {
      throw new BusinessException("Bitte füllen Sie „Tag“ aus.");
    }
    String others = form.text("jointBodies", "Weitere Gremien");
    String startTime = form.time("startTime", "Beginn");
    String location = form.text("location", "Ort");
    return calendar.note(new NewMeeting(body(body, day), day, startTime, location, kind, others == null ? List.of()
            : Stream.of(others.split(";")).map(String::strip).filter(name -> !name.isEmpty())
                .map(name -> body(name, day)).toList(), null));
  }

  private Long body(String name, LocalDate day) {
    return council.find(council.ownMunicipality(), name, day).map(Organization::id)
        .orElseThrow(() -> new BusinessException("Ein Gremium „" + name + "“ gibt es an diesem Tag nicht."));
  }
}
