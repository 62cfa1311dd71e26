package de.gremienlauf.replay;

import de.gremienlauf.engine.RunHistory;
import de.gremienlauf.meeting.Vote;
import de.gremienlauf.meeting.VoteParser;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Reads a driven case back from the engine's history and the domain tables, and compares it with the record. */
@Component
class RunReader {

  private static final String RECORD_RESULT = "Task_RecordResult";

  private final PaperQueries queries;
  private final RunHistory history;

  RunReader(PaperQueries queries, RunHistory history) {
    this.queries = queries;
    this.history = history;
  }

  ReplayReport read(DrivenCase driven) {
    PaperDetails paper = queries.details(driven.paperId);
    List<ReplayReport.Warning> warnings = new ArrayList<>(driven.warnings);
    List<ReplayReport.Deviation> deviations = new ArrayList<>();
    List<ReplayReport.ConsultationLine> lines = new ArrayList<>();
    for (int i = 0; i < driven.entries.size(); i++) {
      PlannedEntry entry = driven.entries.get(i);
      PaperDetails.Station station = queries.station(driven.stations.get(i));
      ReplayReport.ConsultationLine line = line(entry, station);
      lines.add(line);
      compare(entry, station, line, deviations);
      if (station.contradiction() != null) {
        warnings.add(new ReplayReport.Warning("VOTE_CONTRADICTS_RESULT",
            "Beratung " + entry.recorded().order() + ": " + station.contradiction()));
      }
    }
    comparePaper(driven, paper, deviations);
    return new ReplayReport(driven.recorded.id(),
        deviations.isEmpty() ? Replayed.REPLAYED : Replayed.DEVIATED, driven.interventions,
        new ReplayReport.PaperLine(paper.reference(), paper.type(), paper.state().name()), lines, warnings,
        deviations);
  }

  private ReplayReport.ConsultationLine line(PlannedEntry entry, PaperDetails.Station station) {
    RunHistory.CompletedTask task = station.processInstanceId() == null ? null
        : history.lastCompleted(station.processInstanceId(), RECORD_RESULT).orElse(null);
    PaperDetails.VoteLine vote = station.vote();
    boolean expectedBody = station.organization().equals(entry.body().name());
    return new ReplayReport.ConsultationLine(entry.recorded().order(),
        expectedBody ? entry.recorded().organization() : station.organization(),
        task == null ? null : task.day(), entry.dateAssigned(), entry.recorded().role(), station.result(),
        station.effect() == null ? null : station.effect().name(), station.runEnds(),
        vote == null ? null : new ReplayReport.VoteLine(vote.outcome(), vote.unanimous(), vote.yes(), vote.no(),
            vote.abstentions(), vote.against(), vote.abstaining()),
        station.processInstanceId(), task == null ? null : task.id());
  }

  private void compare(PlannedEntry entry, PaperDetails.Station station, ReplayReport.ConsultationLine line,
      List<ReplayReport.Deviation> deviations) {
    Comparison comparison = new Comparison(entry.recorded().order(), deviations);
    comparison.field("organization", entry.recorded().organization(), line.organization());
    comparison.field("date", entry.date(), line.date());
    comparison.field("date", line.date(), station.concludedOn());
    comparison.field("role", entry.role(), station.role());
    comparison.field("result", entry.recorded().result(), line.result());
    comparison.field("state", ConsultationState.CONCLUDED, station.state());
    comparison.field("taskId", line.taskId(), station.taskId());
    comparison.field("effect", history.variable(station.processInstanceId(), "effect"), line.effect());
    comparison.field("runEnds", history.variable(station.processInstanceId(), "runEnds"), line.runEnds());
    comparison.field("kind", history.variable(station.processInstanceId(), "resultKind"), station.kind());
    Vote printed = VoteParser.parse(entry.recorded().vote(), entry.recorded().result()).orElse(null);
    comparison.field("vote", printed == null ? null : new ReplayReport.VoteLine(printed.outcome().name(),
        printed.unanimous(), printed.yes(), printed.no(), printed.abstentions(), printed.against(),
        printed.abstaining()), line.vote());
  }

  private static void comparePaper(DrivenCase driven, PaperDetails paper, List<ReplayReport.Deviation> deviations) {
    Comparison comparison = new Comparison(0, deviations);
    if (driven.recorded.reference() != null) {
      comparison.field("reference", driven.recorded.reference(), paper.reference());
    }
    comparison.field("type", driven.recorded.type(), paper.type());
    comparison.field("name", driven.recorded.name(), paper.name());
    long concluded = paper.consultations().stream()
        .filter(station -> station.state() == ConsultationState.CONCLUDED).count();
    comparison.field("consultations", driven.entries.size(), concluded);
    if (driven.recorded.complete()) {
      comparison.field("open", 0L, paper.consultations().stream().filter(station -> station.state().open()).count());
    }
  }

  private record Comparison(int order, List<ReplayReport.Deviation> deviations) {

    private void field(String name, Object expected, Object actual) {
      String wanted = text(expected);
      String found = text(actual);
      if (!Objects.equals(wanted, found)) {
        deviations.add(new ReplayReport.Deviation(order, name, wanted, found));
      }
    }

    private static String text(Object value) {
      return value == null ? null : value instanceof LocalDate day ? day.toString() : String.valueOf(value);
    }
  }
}
