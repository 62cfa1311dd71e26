package de.gremienlauf.engine.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormFields;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.engine.UserGroups;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinitionQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's REST interface, which lets everybody who may complete a task also write any variable and
 * answers in English. What nobody needs is refused ({@link EngineRequests}), a form carries the fields of its task or
 * start form and nothing else, and every refusal is a German sentence.
 */
class RequestGuard extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NOT_MEANT =
      "Das ist hier nicht vorgesehen. Bitte bearbeiten Sie die Aufgabe mit ihrem Formular.";

  private final TaskService tasks;
  private final FormFields taskFields;
  private final RepositoryService repository;
  private final FormService forms;
  private final Unrestricted unrestricted;
  private final TaskDatesUpdate dates;

  RequestGuard(TaskService tasks, FormFields taskFields, RepositoryService repository, FormService forms,
      Unrestricted unrestricted, TaskDatesUpdate dates) {
    this.dates = dates;
    this.tasks = tasks;
    this.taskFields = taskFields;
    this.repository = repository;
    this.forms = forms;
    this.unrestricted = unrestricted;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    // Strangers are sent away by the filters behind this one.
    if (request.getUserPrincipal() == null) {
      chain.doFilter(request, response);
      return;
    }
    EngineRequest wanted = EngineRequest.of(request);
    if (!EngineRequests.allow(wanted, request.getUserPrincipal().getName(), request::isUserInRole)) {
      write(response, GermanError.business(HttpServletResponse.SC_FORBIDDEN, NOT_MEANT), false);
      return;
    }
    boolean administrator = request.isUserInRole(UserGroups.ADMINISTRATORS);
    if (wanted.reads()) {
      // Going back to a task that is done shows the answer to its reader.
      if (wanted.concernsTask()) {
        pass(request, response, chain, wanted, administrator);
      } else {
        chain.doFilter(request, response);
      }
      return;
    }
    HttpServletRequest checked;
    try {
      if (wanted.updatedTask() != null && !administrator) {
        dates.apply(wanted.updatedTask(), request.getInputStream(), request.getUserPrincipal().getName(),
            request.isUserInRole(UserGroups.MANAGERS), NOT_MEANT);
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return;
      }
      checked = checked(request, wanted);
    } catch (BusinessException e) {
      int status = switch (e.reason()) {
        case UNKNOWN -> HttpServletResponse.SC_NOT_FOUND;
        case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
        default -> HttpServletResponse.SC_BAD_REQUEST;
      };
      write(response, GermanError.business(status, e.getMessage()), false);
      return;
    }
    pass(checked, response, chain, wanted, administrator);
  }

  /** Lets the engine answer, and tells its errors in German. */
  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain,
      EngineRequest wanted, boolean administrator) throws ServletException, IOException {
    HeldErrors held = new HeldErrors(response);
    chain.doFilter(request, held);
    if (held.isError() && !response.isCommitted()) {
      GermanError error = GermanError.of(held.getStatus(), held.body(), wanted);
      if (overtaken(error.status(), wanted)) {
        error = GermanError.business(HttpServletResponse.SC_NOT_FOUND, GermanError.TASK_GONE);
      }
      if (error.failed()) {
        LOG.error("{} {} by {} failed with {}: {}", wanted.method(), wanted.path(),
            request.getUserPrincipal().getName(), error.type(), error.technical());
      }
      write(response, error, administrator);
    }
  }

  /**
   * Whether it was refused because somebody else has completed the task meanwhile: rights go with the task, and what was
   * entered no longer fits.
   */
  private boolean overtaken(int status, EngineRequest wanted) {
    return (status == HttpServletResponse.SC_FORBIDDEN || status == HttpServletResponse.SC_BAD_REQUEST)
        && wanted.completedTask() != null && unrestricted.call(() -> isGone(wanted.completedTask()));
  }

  private HttpServletRequest checked(HttpServletRequest request, EngineRequest wanted) throws IOException {
    Set<String> fields = fields(wanted);
    if (fields == null) {
      return request;
    }
    SubmittedForm form = SubmittedForm.read(request.getInputStream());
    form.require(fields);
    return new CheckedBody(request, form.bytes());
  }

  /** The fields that the form may send; null if the request sends no form that is known here. */
  private Set<String> fields(EngineRequest wanted) {
    if (wanted.completedTask() != null) {
      return unrestricted.call(() -> fieldsOfTask(wanted.completedTask()));
    }
    return wanted.startedDefinition() == null && wanted.startedKey() == null ? null
        : unrestricted.call(() -> fieldsOf(definition(wanted)));
  }

  private Set<String> fieldsOfTask(String taskId) {
    if (!isGone(taskId)) {
      try {
        Set<String> fields = taskFields.of(taskId).keySet();
        if (!fields.isEmpty() || !isGone(taskId)) {
          return fields;
        }
      } catch (NullValueException e) {
        // Somebody else has completed it in this moment.
      }
    }
    throw BusinessException.unknown(GermanError.TASK_GONE);
  }

  private boolean isGone(String taskId) {
    return tasks.createTaskQuery().taskId(taskId).count() == 0;
  }

  private ProcessDefinition definition(EngineRequest wanted) {
    ProcessDefinitionQuery query = repository.createProcessDefinitionQuery();
    return (wanted.startedDefinition() == null ? query.processDefinitionKey(wanted.startedKey()).latestVersion()
        : query.processDefinitionId(wanted.startedDefinition())).singleResult();
  }

  /** What the start form of a process asks for; null if there is no such process, which the engine says better. */
  private Set<String> fieldsOf(ProcessDefinition definition) {
    if (definition == null) {
      return null;
    }
    if (forms.getStartFormData(definition.getId()).getCamundaFormRef() == null) {
      return Set.of();
    }
    try (InputStream form = forms.getDeployedStartForm(definition.getId())) {
      Set<String> fields = new HashSet<>();
      collect(JSON.readTree(form), fields);
      return fields;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void collect(JsonNode component, Set<String> fields) {
    if (component.path("key").isTextual()) {
      fields.add(component.path("key").asText());
    }
    component.path("components").forEach(child -> collect(child, fields));
  }

  private static void write(HttpServletResponse response, GermanError error, boolean withTechnical)
      throws IOException {
    byte[] body = error.json(withTechnical);
    response.resetBuffer();
    response.setStatus(error.status());
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
