package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Proposes the sequence of a paper: the bodies from the decision table, the meetings from the calendars. */
@Component
class SequenceProposal {

  private static final String EACH_DISTRICT = "$district";

  private final DecisionTables tables;
  private final Council council;
  private final Meetings meetings;
  private final Clock clock;
  private final PaperLabels labels;
  private final int submissionDays;

  SequenceProposal(DecisionTables tables, Council council, Meetings meetings, Clock clock, PaperLabels labels,
      @Value("${gremienlauf.submission-days}") int submissionDays) {
    this.tables = tables;
    this.council = council;
    this.meetings = meetings;
    this.clock = clock;
    this.labels = labels;
    this.submissionDays = submissionDays;
  }

  /** The stations in order of rank; a body that the city does not have is left out. */
  List<SequenceStation> propose(Paper paper) {
    LocalDate today = LocalDate.now(clock);
    Map<Long, SequenceStation> byBody = new LinkedHashMap<>();
    for (Proposed proposed : proposed(paper)) {
      council.find(paper.municipality, proposed.body(), today).map(Organization::id).ifPresent(body ->
          byBody.merge(body, new SequenceStation(null, body, proposed.role(), proposed.rank(), null),
              SequenceProposal::stronger));
    }
    List<SequenceStation> ordered =
        byBody.values().stream().sorted(Comparator.comparingInt(SequenceStation::rank)).toList();
    return withMeetings(ordered, today.plusDays(submissionDays));
  }

  private List<Proposed> proposed(Paper paper) {
    PaperLabels.Labels said = labels.of(paper.id);
    List<Proposed> result = new ArrayList<>();
    for (Map<String, Object> rule : tables.all("consultation-sequence", Map.of("topics", said.topics(),
        "type", Phrases.normalize(paper.paperType),
        "leadOffice", Optional.ofNullable(paper.leadOffice).orElse(""), "districts", said.districts()))) {
      ConsultationRole role = ConsultationRole.valueOf((String) rule.get("role"));
      int rank = ((Number) rule.get("rank")).intValue();
      String body = (String) rule.get("organization");
      List<String> bodies = EACH_DISTRICT.equals(body) ? said.districts() : List.of(body);
      bodies.forEach(name -> result.add(new Proposed(name, role, rank)));
    }
    return result;
  }

  private static SequenceStation stronger(SequenceStation one, SequenceStation other) {
    return one.role().ordinal() <= other.role().ordinal() ? one : other;
  }

  /** No body meets about the paper before a body of a lower rank has; equal ranks may meet on any days. */
  private List<SequenceStation> withMeetings(List<SequenceStation> ordered, LocalDate earliest) {
    List<SequenceStation> result = new ArrayList<>();
    LocalDate after = earliest.minusDays(1);
    LocalDate latestOfRank = after;
    int rank = Integer.MIN_VALUE;
    for (SequenceStation station : ordered) {
      if (station.rank() != rank) {
        after = latestOfRank;
        rank = station.rank();
      }
      Optional<Meeting> meeting = meetings.nextAfter(station.organizationId(), after);
      if (meeting.isPresent() && meeting.get().day().isAfter(latestOfRank)) {
        latestOfRank = meeting.get().day();
      }
      result.add(new SequenceStation(null, station.organizationId(), station.role(), station.rank(),
          meeting.map(Meeting::id).orElse(null)));
    }
    return result;
  }

  private record Proposed(String body, ConsultationRole role, int rank) {
  }
}
