package de.gremienlauf.funding.web;

import de.gremienlauf.document.Download;
import de.gremienlauf.funding.ProjectAccess;
import de.gremienlauf.funding.ProjectDetails;
import de.gremienlauf.funding.ProjectDocuments;
import de.gremienlauf.funding.ProjectLine;
import de.gremienlauf.funding.ProjectQueries;
import de.gremienlauf.funding.process.ProcessProjects;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Funded projects for their page, the tab of a task and the tab of an instance in Cockpit. */
@RestController
@RequestMapping("/api")
class ProjectController {

  private static final int QUERY = 200;

  private final ProjectAccess access;
  private final ProjectQueries queries;
  private final ProjectDocuments documents;
  private final ProcessProjects processes;

  ProjectController(ProjectAccess access, ProjectQueries queries, ProjectDocuments documents,
      ProcessProjects processes) {
    this.access = access;
    this.queries = queries;
    this.documents = documents;
    this.processes = processes;
  }

  @GetMapping("/projects")
  List<ProjectLine> list(@RequestParam(defaultValue = "") String query) {
    return queries.list(query.length() > QUERY ? query.substring(0, QUERY) : query);
  }

  @GetMapping("/projects/{id}")
  ProjectDetails project(@PathVariable Long id) {
    access.requireRead(id);
    return queries.details(id);
  }

  @GetMapping("/projects/{id}/documents/{documentId}")
  ResponseEntity<byte[]> document(@PathVariable Long id, @PathVariable Long documentId,
      @RequestParam(defaultValue = "false") boolean word) {
    access.requireRead(id);
    ProjectDocuments.Content content = documents.content(id, documentId);
    if (word) {
      return Download.word(content.fileName(), documents.word(id, documentId));
    }
    return Download.of(content.fileName(), content.mediaType(), false, content.bytes());
  }

  /** The project that a task or an instance is about. */
  record ProjectOf(Long projectId) {
  }

  @GetMapping("/tasks/{taskId}/project")
  ProjectOf projectOfTask(@PathVariable String taskId) {
    return new ProjectOf(processes.ofTask(taskId));
  }

  @GetMapping("/process-instances/{instanceId}/project")
  ProjectOf projectOfInstance(@PathVariable String instanceId) {
    return new ProjectOf(processes.ofInstance(instanceId));
  }
}
