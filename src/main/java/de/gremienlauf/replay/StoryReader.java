package de.gremienlauf.replay;

import de.gremienlauf.engine.RunHistory;
import de.gremienlauf.funding.FindingCode;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads a driven story back from the engine's history, the domain tables and the documents, and looks there for the
 * facts of the story. Nothing of what it reports as found comes from the story itself.
 */
@Component
class StoryReader {

  private static final String RECORD_RESULT = "Task_RecordResult";
  private static final String PAPER = "paper";
  private static final String STATION = "station";
  private static final String PAGE = "page";
  private static final String ACTIVITY = "activity";
  private static final int SHOWN = 5;
  private static final Set<String> OTHER_KINDS = Set.of(PAPER, STATION, PAGE, ACTIVITY);

  private final StoryRows rows;
  private final StoryDocuments documents;
  private final StoryPeriods periods;
  private final PaperQueries queries;
  private final RunHistory history;
  private final JdbcClient jdbc;

  StoryReader(StoryRows rows, StoryDocuments documents, StoryPeriods periods, PaperQueries queries,
      RunHistory history, JdbcClient jdbc) {
    this.rows = rows;
    this.documents = documents;
    this.periods = periods;
    this.queries = queries;
    this.history = history;
    this.jdbc = jdbc;
  }

  /** Whether facts may speak of such a thing. */
  static boolean knows(String kind) {
    return OTHER_KINDS.contains(kind) || StoryRows.kindNames().contains(kind);
  }

  StoryReport read(DrivenStory driven) {
    Reading reading = new Reading(driven);
    List<StoryReport.FactLine> facts = driven.story.facts().stream().map(reading::fact).toList();
    List<StoryReport.FindingLine> findings = reading.findings();
    List<StoryReport.DeviationLine> deviations = new ArrayList<>(driven.deviations);
    driven.papers.forEach((event, paperId) -> reading.comparePaper(event, paperId, deviations));
    compareFindings(driven, findings, deviations);
    boolean same = deviations.isEmpty() && facts.stream().allMatch(StoryReport.FactLine::found);
    return new StoryReport(driven.story.id(), same ? Replayed.REPLAYED : Replayed.DEVIATED,
        driven.story.invented(), reading.projects(), facts, findings, periods.of(driven), driven.warnings, deviations);
  }

  private static void compareFindings(DrivenStory driven, List<StoryReport.FindingLine> findings,
      List<StoryReport.DeviationLine> deviations) {
    if (driven.story.findings() != null) {
      compare(deviations, "/findings", "codes",
          new TreeSet<>(driven.story.findings().stream().map(FindingCode::name).toList()),
          new TreeSet<>(findings.stream().map(StoryReport.FindingLine::code).toList()));
    }
  }

  private static void compare(List<StoryReport.DeviationLine> deviations, String place, String field, Object expected,
      Object actual) {
    if (!Objects.equals(expected, actual)) {
      deviations.add(new StoryReport.DeviationLine(place, field, String.valueOf(expected), String.valueOf(actual)));
    }
  }

  /** One reading of one story; every kind of thing is read once. */
  private final class Reading {

    private final DrivenStory driven;
    private final Map<String, List<StoryRow>> read = new HashMap<>();

    private Reading(DrivenStory driven) {
      this.driven = driven;
    }

    private StoryReport.FactLine fact(ProjectStory.Fact fact) {
      List<String> where = new ArrayList<>();
      List<String> values = new ArrayList<>();
      List<String> missing = new ArrayList<>();
      for (ProjectStory.Check check : fact.checks()) {
        try {
          look(check, where, values, missing);
        } catch (IllegalArgumentException unknownProperty) {
          missing.add(unknownProperty.getMessage());
        }
      }
      return new StoryReport.FactLine(fact.n(), fact.text(), missing.isEmpty(), joined(where), joined(values),
          fact.assumed() != null, fact.assumed(), joined(missing));
    }

    private void look(ProjectStory.Check check, List<String> where, List<String> values, List<String> missing) {
      List<StoryRow> candidates = rows(check.of()).stream().filter(row -> row.is(check.where())).toList();
      List<StoryRow> found = candidates.stream().filter(row -> row.is(check.expected())).toList();
      if (check.count() == null ? !found.isEmpty() : check.count() == found.size()) {
        found.stream().limit(check.count() == null ? 1 : check.count()).forEach(row -> {
          where.add(row.where());
          values.add(row.print(check.expected().keySet()));
        });
      } else {
        missing.add(check.of() + " " + check.where() + ": erwartet "
            + (check.count() == null ? "" : check.count() + "-mal ") + check.expected() + ", vorhanden "
            + (candidates.isEmpty() ? "nichts" : candidates.stream().limit(SHOWN)
                .map(row -> row.where() + " (" + row.print(check.expected().keySet()) + ")")
                .collect(Collectors.joining("; "))));
      }
    }

    private static String joined(List<String> parts) {
      return parts.isEmpty() ? null : parts.stream().distinct().collect(Collectors.joining("; "));
    }

    private List<StoryRow> rows(String kind) {
      return read.computeIfAbsent(kind, asked -> switch (asked) {
        case PAPER -> papers(false);
        case STATION -> papers(true);
        case PAGE -> documents.pages(driven);
        case ACTIVITY -> activities();
        default -> rows.read(asked, driven.projects, driven.municipality);
      });
    }

    private List<StoryReport.ProjectLine> projects() {
      return rows("project").stream().map(StoryRow::fields).map(row -> new StoryReport.ProjectLine(text(row, "project"),
          text(row, "number"), text(row, "name"), text(row, "state"), day(row, "endedOn"))).toList();
    }

    private List<StoryReport.FindingLine> findings() {
      return rows("finding").stream().map(StoryRow::fields).map(row -> new StoryReport.FindingLine(
          ((Number) row.get("id")).longValue(), text(row, "project"), text(row, "code"), text(row, "question"),
          text(row, "detail"), day(row, "raisedOn"), text(row, "answer"))).toList();
    }

    private static String text(Map<String, Object> row, String field) {
      return Objects.toString(row.get(field), null);
    }

    private static LocalDate day(Map<String, Object> row, String field) {
      Object day = row.get(field);
      return day == null ? null : LocalDate.parse(day.toString());
    }

    /** The papers of the projects, or each of their stations. */
    private List<StoryRow> papers(boolean stations) {
      List<StoryRow> found = new ArrayList<>();
      jdbc.sql("select distinct paper_id, purpose, project_id from project_paper where project_id in (:projects)"
              + " and paper_id is not null order by paper_id, project_id")
          .param("projects", driven.projects.keySet())
          .query((row, number) -> {
            PaperDetails paper = queries.details(row.getLong("paper_id"));
            String purpose = row.getString("purpose");
            String project = driven.projects.get(row.getLong("project_id"));
            return stations ? dealtWith(paper).map(station -> row(paper, purpose, project, station)).toList()
                : List.of(row(paper, purpose, project));
          }).list().forEach(found::addAll);
      return found;
    }

    private Stream<PaperDetails.Station> dealtWith(PaperDetails paper) {
      return paper.consultations().stream().filter(station -> station.state() == ConsultationState.CONCLUDED);
    }

    private StoryRow row(PaperDetails paper, String purpose, String project) {
      List<PaperDetails.Station> stations = dealtWith(paper).toList();
      List<LocalDate> days = stations.stream().map(PaperDetails.Station::concludedOn).toList();
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("project", project);
      fields.put("purpose", purpose);
      fields.put("reference", paper.reference());
      fields.put("type", paper.type());
      fields.put("name", paper.name());
      fields.put("leadOffice", paper.leadOffice());
      fields.put("public", paper.publicPaper());
      fields.put("released", paper.released());
      fields.put("state", paper.state().name());
      fields.put("signature", paper.signatures().stream().map(PaperDetails.SignatureLine::text)
          .collect(Collectors.joining(", ")));
      fields.put("text", paper.blocks().stream().map(PaperDetails.Block::text).collect(Collectors.joining("\n")));
      fields.put("stations", stations.size());
      fields.put("chronological", days.equals(days.stream().sorted().toList()));
      fields.put("spanDays", days.isEmpty() ? null
          : ChronoUnit.DAYS.between(days.stream().min(Comparator.naturalOrder()).orElseThrow(),
              days.stream().max(Comparator.naturalOrder()).orElseThrow()));
      fields.put("decisions",
          stations.stream().filter(station -> station.role() == ConsultationRole.DECISION).count());
      fields.put("results",
          stations.stream().map(PaperDetails.Station::result).distinct().collect(Collectors.joining(", ")));
      return new StoryRow("paper " + paper.id(), fields);
    }

    private StoryRow row(PaperDetails paper, String purpose, String project, PaperDetails.Station station) {
      RunHistory.CompletedTask task = station.processInstanceId() == null ? null
          : history.lastCompleted(station.processInstanceId(), RECORD_RESULT).orElse(null);
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("project", project);
      fields.put("purpose", purpose);
      fields.put("reference", paper.reference());
      fields.put("organization", station.organization());
      fields.put("date", station.concludedOn());
      fields.put("taskDate", task == null ? null : task.day());
      fields.put("role", station.roleLabel());
      fields.put("result", station.result());
      fields.put("effect", station.effect() == null ? null : station.effect().name());
      fields.put("remark", station.remark());
      fields.put("excerpts", station.excerpts().size());
      return new StoryRow("consultation " + station.id() + (task == null ? "" : ", Aufgabe " + task.id()), fields);
    }

    /** What the processes of the projects, of their papers and of their meetings passed. */
    private List<StoryRow> activities() {
      Set<String> instances = new TreeSet<>();
      driven.projects.keySet().forEach(project -> instances.addAll(history.instancesWith("projectId", project)));
      instances.addAll(jdbc.sql("select process_instance_id from paper where process_instance_id is not null and id in"
              + " (select paper_id from project_paper where project_id in (:projects))")
          .param("projects", driven.projects.keySet()).query(String.class).list());
      instances.addAll(jdbc.sql("select m.process_instance_id from meeting m where m.process_instance_id is not null"
              + " and (m.organization_id in (select organization_id from project_body where project_id in (:projects))"
              + " or m.id in (select c.meeting_id from consultation c join project_paper p on p.paper_id = c.paper_id"
              + " where p.project_id in (:projects)))")
          .param("projects", driven.projects.keySet()).query(String.class).list());
      jdbc.sql("select distinct c.agenda_item_id from consultation c join project_paper p on p.paper_id = c.paper_id"
              + " where p.project_id in (:projects) and c.agenda_item_id is not null")
          .param("projects", driven.projects.keySet()).query(Long.class).list()
          .forEach(item -> instances.addAll(history.instancesWith("agendaItemId", item)));
      return history.passed(instances).stream().map(passed -> {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("process", passed.process());
        fields.put(ACTIVITY, passed.activity());
        fields.put("name", passed.name());
        fields.put("date", passed.day());
        return new StoryRow(passed.process() + " " + passed.activity() + " (" + passed.id() + ")", fields);
      }).toList();
    }

    private void comparePaper(StoryEvent event, Long paperId, List<StoryReport.DeviationLine> deviations) {
      Deed.Paper told = (Deed.Paper) event.deed();
      PaperDetails paper = queries.details(paperId);
      String place = event.pointer();
      compare(deviations, place, "type", told.type(), paper.type());
      compare(deviations, place, "name", told.name(), paper.name());
      if (told.reference() != null) {
        compare(deviations, place, "reference", told.reference(), paper.reference());
      }
      List<PaperDetails.Station> stations = dealtWith(paper).toList();
      compare(deviations, place, "stations", told.stations().size(), stations.size());
      for (int i = 0; i < Math.min(told.stations().size(), stations.size()); i++) {
        Deed.Station expected = told.stations().get(i);
        PaperDetails.Station actual = stations.get(i);
        String at = place + "/stations/" + i;
        compare(deviations, at, "organization", expected.organization(), actual.organization());
        compare(deviations, at, "date", expected.date(), actual.concludedOn());
        compare(deviations, at, "date", expected.date(), history.lastCompleted(actual.processInstanceId(),
            RECORD_RESULT).map(RunHistory.CompletedTask::day).orElse(null));
        if (expected.result() != null) {
          compare(deviations, at, "result", expected.result(), actual.result());
        }
      }
    }
  }
}
