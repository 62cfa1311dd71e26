package de.gremienlauf.funding;

import de.gremienlauf.document.ProjectSheet;
import de.gremienlauf.document.ProjectSheetRenderer;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prints the objectives of a project as a table by focus topics (Zieldatei). */
@Component
class ObjectivesSheet {

  private static final List<ProjectSheet.Column> COLUMNS = List.of(new ProjectSheet.Column("Nr.", 9, false),
      new ProjectSheet.Column("Ziel und Maßnahme", null, false), new ProjectSheet.Column("Kennzahl", 29, false),
      new ProjectSheet.Column("Erreicht", 37, false), new ProjectSheet.Column("Stand", 19, false));

  private final FundedProjectRepository projects;
  private final Objectives objectives;
  private final Topics topics;
  private final ProjectSheetRenderer renderer;
  private final Clock clock;

  ObjectivesSheet(FundedProjectRepository projects, Objectives objectives, Topics topics,
      ProjectSheetRenderer renderer, Clock clock) {
    this.projects = projects;
    this.objectives = objectives;
    this.topics = topics;
    this.renderer = renderer;
    this.clock = clock;
  }

  /** The PDF as of today. */
  byte[] print(Long projectId) {
    FundedProject project = projects.required(projectId);
    LocalDate today = LocalDate.now(clock);
    List<Objective> all = objectives.of(projectId);
    List<ProjectSheet.Section> sections = new ArrayList<>();
    for (FocusTopic topic : topics.of(projectId)) {
      add(sections, topic.name(), all.stream().filter(one -> topic.id().equals(one.topicId())).toList());
    }
    add(sections, sections.isEmpty() ? "Ziele" : "Übergreifende Ziele",
        all.stream().filter(one -> one.topicId() == null).toList());
    return renderer.render(new ProjectSheet(ReportFactsReader.city(project), project.leadOffice, "Zieldatei",
        "Förderprojekt „" + project.name + "“", List.of(
            new ProjectSheet.Fact("Projektnummer", project.projectNumber),
            new ProjectSheet.Fact("Stand", GermanDate.print(today))), sections, List.of(), today));
  }

  private static void add(List<ProjectSheet.Section> sections, String heading, List<Objective> rows) {
    if (!rows.isEmpty()) {
      sections.add(ProjectSheet.Section.of(heading, new ProjectSheet.Table(COLUMNS,
          rows.stream().map(ObjectivesSheet::row).toList(), List.of()), null));
    }
  }

  private static List<String> row(Objective objective) {
    String wording = Stream.of(objective.wording(), objective.measure()).filter(Objects::nonNull)
        .map(GermanNames::sentence).reduce((first, second) -> first + " Maßnahme: " + second).orElseThrow();
    return Stream.of(objective.objectiveNumber() + ".", wording, objective.target(), objective.achieved(),
        objective.state().label()).toList();
  }
}
