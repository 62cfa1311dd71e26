package de.gremienlauf.funding.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.Projects;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Projektakte archivieren". */
@Component("archiveForm")
class ArchiveForm extends ProjectForm {

  private final Clock clock;

  ArchiveForm(Projects projects, Clock clock) {
    super(projects);
    this.clock = clock;
  }

  @Override
  Map<String, Object> fields(DelegateTask task) {
    Projects.Retention retention = projects.retention(projectId(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("retentionUntil", retention.until() == null ? "keine" : "bis " + GermanDate.print(retention.until()));
    fields.put("retentionExplained", retention.explained());
    fields.put("offered", false);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    if (!form.ticked("offered", "Die Unterlagen wurden dem Archiv angeboten oder sind nicht archivwürdig")) {
      throw new BusinessException("Bitte bieten Sie die Unterlagen zuerst dem Archiv an.");
    }
    projects.archive(projectId(task), LocalDate.now(clock));
  }
}
