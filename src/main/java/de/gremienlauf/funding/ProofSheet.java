package de.gremienlauf.funding;

import de.gremienlauf.document.ProjectSheet;
import de.gremienlauf.document.ProjectSheet.Column;
import de.gremienlauf.document.ProjectSheet.Fact;
import de.gremienlauf.document.ProjectSheet.Section;
import de.gremienlauf.document.ProjectSheet.Table;
import de.gremienlauf.document.ProjectSheetRenderer;
import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.GermanDate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Prints a proof of use: the narrative, the numbers along the plan, how its day and its amounts came about. */
@Component
class ProofSheet {

  private static final List<Column> EXPENDITURE = columns("Ausgaben");
  private static final List<Column> FINANCING = columns("Finanzierung");

  private final ProjectSheetRenderer renderer;

  ProofSheet(ProjectSheetRenderer renderer) {
    this.renderer = renderer;
  }

  private static List<Column> columns(String label) {
    return List.of(new Column(label, null, false), new Column("Plan in €", 29, true), new Column("Ist in €", 29, true),
        new Column("Abweichung in €", 29, true), new Column("v. H.", 16, true));
  }

  byte[] print(FundedProject project, FundingPeriod period, ProofOfUse proof, NumericStatement numbers,
      List<PartnerProof> partners) {
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("Sachbericht", proof.narrative));
    sections.addAll(numbers(numbers));
    if (!partners.isEmpty()) {
      sections.add(partners(partners));
    }
    sections.add(Section.of("Frist", list(proof.dueExplained.lines().toList())));
    return renderer.render(new ProjectSheet(ReportFactsReader.city(project), project.leadOffice,
        "Verwendungsnachweis", "Förderprojekt „" + project.name + "“", Stream.of(
            new Fact("Projektnummer", project.projectNumber), new Fact("Bewilligungsbehörde", project.grantor),
            new Fact("Bewilligungszeitraum", period.approvalFrom() == null || period.approvalUntil() == null ? null
                : GermanDate.print(period.approvalFrom()) + " bis " + GermanDate.print(period.approvalUntil())),
            new Fact("Vorzulegen bis", GermanDate.print(proof.dueOn)),
            new Fact("Vorgelegt am", GermanDate.print(proof.submittedOn))).toList(),
        sections, List.of(), proof.submittedOn));
  }

  private static List<Section> numbers(NumericStatement numbers) {
    if (numbers.lines().isEmpty()) {
      return List.of(Section.of("Zahlenmäßiger Nachweis", "Ein Finanzierungsplan ist nicht erfasst."));
    }
    List<Section> sections = new ArrayList<>();
    sections.add(Section.of("Zahlenmäßiger Nachweis: Ausgaben", table(EXPENDITURE, numbers.side(LineSide.EXPENDITURE)),
        "Nicht zuwendungsfähige Ausgaben sind mit (n. z.) bezeichnet."));
    sections.add(Section.of("Zahlenmäßiger Nachweis: Finanzierung",
        table(FINANCING, numbers.side(LineSide.FINANCING)), null));
    sections.add(Section.of("Zuwendung", list(Stream.concat(numbers.grant().steps().stream(),
        numbers.repayment().steps().stream()).toList()) + "\n\nRechtsgrund: " + numbers.grant().ground() + "."));
    if (!numbers.exceeded().isEmpty()) {
      sections.add(Section.of("Überschrittene Einzelansätze", numbers.exceeded().stream()
          .map(item -> list(item.excess().steps())).collect(Collectors.joining("\n"))));
    }
    return sections;
  }

  private static Table table(List<Column> columns, List<PlanLine> lines) {
    List<List<String>> rows = lines.stream().map(line -> row(label(line), line.planned(),
        NumericStatement.actual(line))).toList();
    List<List<String>> totals = new ArrayList<>();
    totals.add(row("Summe", NumericStatement.sum(lines, line -> true, PlanLine::planned),
        NumericStatement.sum(lines, line -> true, NumericStatement::actual)));
    if (lines.stream().anyMatch(PlanLine::eligible)) {
      totals.add(row("davon zuwendungsfähig", NumericStatement.sum(lines, PlanLine::eligible, PlanLine::planned),
          NumericStatement.sum(lines, PlanLine::eligible, NumericStatement::actual)));
    }
    return new Table(columns, rows, totals);
  }

  private static String label(PlanLine line) {
    return line.side() == LineSide.EXPENDITURE ? line.label() + (line.eligible() ? "" : " (n. z.)")
        : line.label().equalsIgnoreCase(line.source().label()) ? line.label()
            : line.source().label() + ": " + line.label();
  }

  private static List<String> row(String label, BigDecimal planned, BigDecimal actual) {
    GrantCalculator.Deviation deviation = GrantCalculator.deviation(planned, actual);
    return Arrays.asList(label, Euro.plain(planned), Euro.plain(actual), Euro.plain(deviation.difference()),
        deviation.percent() == null ? null : deviation.percent().toPlainString().replace('.', ','));
  }

  private static Section partners(List<PartnerProof> partners) {
    return Section.of("Weitergegebene Mittel", new Table(List.of(new Column("Partner", null, false),
            new Column("Weitergegeben in €", 34, true), new Column("Nachweis vom", 26, false),
            new Column("Anerkannt in €", 30, true)),
        partners.stream().map(partner -> Arrays.asList(partner.name(), Euro.plain(partner.passedOn()),
            partner.receivedOn() == null ? "fehlt" : GermanDate.print(partner.receivedOn()),
            Euro.plain(partner.accepted()))).toList(), List.of()), null);
  }

  private static String list(List<String> steps) {
    return steps.stream().map(step -> "- " + step).collect(Collectors.joining("\n"));
  }
}
