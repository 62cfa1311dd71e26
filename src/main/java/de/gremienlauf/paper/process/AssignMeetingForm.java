package de.gremienlauf.paper.process;

import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.PaperContents;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Sitzung festlegen". */
@Component("assignMeetingForm")
class AssignMeetingForm extends StationForm {

  private final Consultations consultations;
  private final Meetings meetings;
  private final Clock clock;

  AssignMeetingForm(PaperQueries queries, Consultations consultations, Meetings meetings, Clock clock) {
    super(queries);
    this.consultations = consultations;
    this.meetings = meetings;
    this.clock = clock;
  }

  @Override
  Map<String, Object> fields(DelegateTask task, PaperContents paper, PaperContents.Stop station) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("lastText", paper.consultations().stream()
        .filter(other -> other.organizationId().equals(station.organizationId()) && other.concludedOn() != null)
        .reduce((earlier, later) -> later)
        .map(last -> "Zuletzt am " + GermanDate.print(last.concludedOn()) + ": "
            + Objects.requireNonNullElse(queries.station(last.id()).result(), "ohne Ergebnis"))
        .orElse(""));
    fields.put("meetingChoices", choices(station.organizationId()).stream()
        .map(meeting -> choice(meeting.id(), GermanDate.print(meeting.day()))).toList());
    fields.put("meetingId", null);
    fields.put("meetingDate", null);
    return fields;
  }

  private List<Meeting> choices(Long organizationId) {
    return meetings.after(organizationId, LocalDate.now(clock).minusDays(1));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    PaperDetails.Station station = queries.station(stationId(task));
    String chosen = form.choice("meetingId", "Sitzung",
        choices(station.organizationId()).stream().map(meeting -> String.valueOf(meeting.id())).toList());
    consultations.assignMeeting(station.id(), chosen == null ? null : Long.valueOf(chosen),
        form.day("meetingDate", "Tag der neuen Sitzung"));
  }
}
