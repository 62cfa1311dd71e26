package de.gremienlauf.tracking;

import de.gremienlauf.council.Council;
import de.gremienlauf.document.ProjectSheet;
import de.gremienlauf.document.ProjectSheet.Column;
import de.gremienlauf.document.ProjectSheet.Fact;
import de.gremienlauf.document.ProjectSheet.Section;
import de.gremienlauf.document.ProjectSheet.Table;
import de.gremienlauf.document.ProjectSheetRenderer;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The annual report "Beschlusskontrolle" of a body. */
@Component
public class TrackingReport {

  private static final List<Column> COLUMNS = List.of(new Column("Beschluss", 26, false),
      new Column("Gegenstand", null, false), new Column("Zuständig", 28, false), new Column("Termin", 21, false),
      new Column("Stand", 38, false));

  private final ProjectSheetRenderer renderer;
  private final Council council;
  private final String sender;
  private final Clock clock;

  TrackingReport(ProjectSheetRenderer renderer, Council council, @Value("${gremienlauf.sender}") String sender,
      Clock clock) {
    this.renderer = renderer;
    this.council = council;
    this.sender = sender;
    this.clock = clock;
  }

  /** What the report is called, e.g. "Beschlusskontrolle Rat 2026". */
  public String title(Long organizationId, int year) {
    return "Beschlusskontrolle " + council.get(organizationId).name() + " " + year;
  }

  /**
   * Prints the report.
   *
   * @param publicVersion whether only public duties stand in it
   */
  public byte[] print(Long organizationId, int year, List<Duty> duties, boolean publicVersion) {
    List<Duty> told = duties.stream().filter(duty -> !publicVersion || duty.publicDuty()).toList();
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("Überblick", told.isEmpty() ? "In diesem Jahr war kein Beschluss umzusetzen."
        : "Beschlüsse: " + told.size() + ", davon umgesetzt: " + count(told, DutyState.DONE) + ", nicht umzusetzen: "
            + count(told, DutyState.OBSOLETE) + ", noch nicht abgeschlossen: "
            + told.stream().filter(duty -> !duty.state().over()).count() + ", davon überfällig: "
            + told.stream().filter(Duty::overdue).count() + "."));
    section(sections, "Noch nicht abgeschlossen", told.stream().filter(duty -> !duty.state().over()).toList());
    section(sections, "Umgesetzt", told.stream().filter(duty -> duty.state() == DutyState.DONE).toList());
    section(sections, "Nicht umzusetzen", told.stream().filter(duty -> duty.state() == DutyState.OBSOLETE).toList());
    LocalDate today = LocalDate.now(clock);
    return renderer.render(new ProjectSheet("Stadt " + council.ownMunicipality().replaceFirst("^Stadt ", ""), sender, "Beschlusskontrolle",
        council.get(organizationId).name() + " " + year,
        List.of(new Fact("Fassung", publicVersion ? "öffentlich" : "intern"),
            new Fact("Stand", GermanDate.print(today))), sections, List.of(), today));
  }

  private static long count(List<Duty> duties, DutyState state) {
    return duties.stream().filter(duty -> duty.state() == state).count();
  }

  private static void section(List<Section> sections, String heading, List<Duty> duties) {
    if (!duties.isEmpty()) {
      sections.add(Section.of(heading, new Table(COLUMNS, duties.stream().map(TrackingReport::row).toList(), List.of()),
          null));
    }
  }

  private static List<String> row(Duty duty) {
    return Arrays.asList(duty.reference() + " vom " + GermanDate.print(duty.decidedOn()),
        duty.subject() + (duty.condition() == null ? "" : " (" + duty.condition() + ")"), duty.office(),
        duty.dueOn() == null ? null : GermanDate.print(duty.dueOn()), state(duty));
  }

  private static String state(Duty duty) {
    return switch (duty.state()) {
      case DONE -> "umgesetzt am " + GermanDate.print(duty.doneOn()) + ": " + duty.evidence();
      case OBSOLETE -> duty.reason();
      default -> duty.overdue() ? "überfällig" : duty.reports().isEmpty() ? duty.stateLabel()
          : duty.reports().get(duty.reports().size() - 1).text();
    };
  }
}
