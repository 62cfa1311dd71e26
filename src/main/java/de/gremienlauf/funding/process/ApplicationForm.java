package de.gremienlauf.funding.process;

import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.funding.Applications;
import de.gremienlauf.funding.FinancingPlan;
import de.gremienlauf.funding.LineSide;
import de.gremienlauf.funding.NewApplication;
import de.gremienlauf.funding.PlanLine;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Förderantrag stellen". */
@Component("applicationForm")
class ApplicationForm extends ProjectForm {

  private final Applications applications;
  private final FinancingPlan plan;

  ApplicationForm(Projects projects, Applications applications, FinancingPlan plan) {
    super(projects);
    this.applications = applications;
    this.plan = plan;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    List<PlanLine> lines = plan.lines(projectId(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("filedOn", null);
    fields.put("filedOnAssumed", false);
    fields.put("documents", null);
    fields.put("expenditure", printed(lines, LineSide.EXPENDITURE));
    fields.put("financing", printed(lines, LineSide.FINANCING));
    fields.put("balance", lines.isEmpty() ? "Die Summen von Ausgaben und Finanzierung müssen übereinstimmen."
        : FinancingPlan.sum(lines).sentence());
    fields.put("note", null);
    return fields;
  }

  private static String printed(List<PlanLine> lines, LineSide side) {
    return lines.isEmpty() ? null : lines.stream().filter(line -> line.side() == side)
        .map(line -> side == LineSide.FINANCING
            ? line.source().label() + "; " + line.label() + "; " + Euro.plain(line.planned())
            : line.label() + "; " + Euro.plain(line.planned()) + (line.eligible() ? "" : "; nicht zuwendungsfähig"))
        .collect(Collectors.joining("\n"));
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Long projectId = projectId(task);
    plan.replace(projectId, FinancingPlan.read(form.longText("expenditure", "Finanzierungsplan: Ausgaben"),
        form.longText("financing", "Finanzierungsplan: Finanzierung")));
    applications.file(projectId, null, new NewApplication(form.day("filedOn", "Antrag gestellt am"),
        form.ticked("filedOnAssumed", "Der Tag ist nicht bekannt oder nur angenommen"),
        form.reason("documents", "Unterlagen"), form.reason("note", "Vermerk")));
  }
}
