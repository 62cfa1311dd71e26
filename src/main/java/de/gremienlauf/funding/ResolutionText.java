package de.gremienlauf.funding;

import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.GermanDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Proposes the text of papers by which the committees decide: about taking part, an extension, a follow-up project. */
@Component
class ResolutionText implements PaperText {

  private static final Set<PaperPurpose> SERVED =
      Set.of(PaperPurpose.PARTICIPATION, PaperPurpose.EXTENSION, PaperPurpose.FOLLOW_UP);

  private final FundedProjectRepository projects;
  private final FinancingPlan plan;

  ResolutionText(FundedProjectRepository projects, FinancingPlan plan) {
    this.projects = projects;
    this.plan = plan;
  }

  @Override
  public boolean serves(PaperPurpose purpose) {
    return SERVED.contains(purpose);
  }

  @Override
  public Proposal propose(ProjectPaper paper) {
    FundedProject project = projects.required(paper.projectId());
    String named = "Projekt „" + project.name + "“";
    String subject = switch (paper.purpose()) {
      case EXTENSION -> "Verlängerung: " + named;
      case FOLLOW_UP -> "Folgeprojekt zum " + named;
      default -> "Teilnahme am Programm „" + project.programme + "“: " + named;
    };
    String resolution = switch (paper.purpose()) {
      case EXTENSION -> "1. Die Stadt führt das " + named + " über das bisherige Ende hinaus fort.\n\n"
          + "2. Die Verwaltung wird beauftragt, die Verlängerung zu beantragen.";
      case FOLLOW_UP -> "1. Die Stadt führt im Anschluss an das " + named + " ein Folgeprojekt durch.\n\n"
          + "2. Die Verwaltung wird beauftragt, die dafür nötigen Mittel zu beantragen.";
      default -> "1. Die Stadt nimmt mit dem " + named + " am Programm „" + project.programme + "“ teil"
          + period(project) + ".\n\n2. Die Verwaltung wird beauftragt, die Zuwendung zu beantragen. Der Beschluss steht unter dem"
          + " Vorbehalt der Bewilligung.";
    };
    return new Proposal(subject, resolution, reasons(project), budget(project), List.of(), List.of());
  }

  private static String period(FundedProject project) {
    return project.plannedFrom == null || project.plannedUntil == null ? ""
        : " (" + GermanDate.print(project.plannedFrom) + " bis " + GermanDate.print(project.plannedUntil) + ")";
  }

  private static String reasons(FundedProject project) {
    String known = Stream.of(project.idea,
            project.targetGroup == null ? null : "Zielgruppe: " + project.targetGroup + ".",
            project.grantor == null ? null : "Bewilligungsbehörde: " + project.grantor + ".")
        .filter(text -> text != null && !text.isBlank()).collect(Collectors.joining("\n\n"));
    return known.isEmpty() ? null : known;
  }

  private String budget(FundedProject project) {
    if (plan.lines(project.id).isEmpty()) {
      return null;
    }
    FinancingPlan.Balance balance = plan.balance(project.id);
    return "Gesamtausgaben " + Euro.print(balance.expenditure()) + ", davon zuwendungsfähig "
        + Euro.print(balance.eligible()) + ". Eigenmittel der Stadt: " + Euro.print(balance.ownShare()) + ".";
  }
}
