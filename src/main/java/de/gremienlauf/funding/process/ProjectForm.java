package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.engine.FormHandler;
import de.gremienlauf.funding.ProjectHead;
import de.gremienlauf.funding.Projects;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** A form about a funded project: what every one of them shows of it. */
abstract class ProjectForm extends FormHandler {

  final Projects projects;

  ProjectForm(Projects projects) {
    this.projects = projects;
  }

  /** The fields of this form beside the head. */
  abstract Map<String, Object> fields(DelegateTask task);

  static Long projectId(DelegateTask task) {
    return PROJECT_ID.from(task);
  }

  @Override
  protected final Map<String, Object> defaults(DelegateTask task) {
    ProjectHead project = projects.head(projectId(task));
    Map<String, Object> defaults = new LinkedHashMap<>();
    defaults.put("projectNumber", project.number());
    defaults.put("projectName", project.name());
    defaults.put("programme", project.programme());
    defaults.put("projectState", project.state().label());
    defaults.putAll(fields(task));
    return defaults;
  }
}
