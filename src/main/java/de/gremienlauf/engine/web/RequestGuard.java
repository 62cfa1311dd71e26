package de.gremienlauf.engine.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.engine.UserGroups;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the engine's REST interface, which lets everybody who may complete a task also write any variable and
 * answers in English. A form carries the fields of its task and nothing else, nobody but the administration goes past
 * the models, and every refusal is a German sentence.
 */
class RequestGuard extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);
  private static final Map<String, Set<String>> START_FORMS = Map.of(
      "paper", Set.of("type", "subject", "leadOffice", "superordinatedPaper"),
      "urgent-decision", Set.of("paper", "matter", "committee", "urgency", "neededBy", "mainCommitteeDay"));
  private static final String PAST_THE_MODELS =
      "Das ist hier nicht vorgesehen. Bitte bearbeiten Sie die Aufgabe mit ihrem Formular.";

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;
  private final TaskDatesUpdate dates;

  RequestGuard(TaskService tasks, RuntimeService runtime, RepositoryService repository, Unrestricted unrestricted,
      TaskDatesUpdate dates) {
    this.dates = dates;
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    EngineRequest wanted = EngineRequest.of(request);
    // Strangers are sent away by the filters behind this one.
    if (wanted.reads() || request.getUserPrincipal() == null) {
      chain.doFilter(request, response);
      return;
    }
    boolean administrator = request.isUserInRole(UserGroups.ADMINISTRATORS);
    if (wanted.goesPastTheModels() && !administrator) {
      write(response, GermanError.business(HttpServletResponse.SC_FORBIDDEN, PAST_THE_MODELS), false);
      return;
    }
    HttpServletRequest checked;
    try {
      if (wanted.updatedTask() != null && !administrator) {
        dates.apply(wanted.updatedTask(), request.getInputStream(), request.getUserPrincipal().getName(),
            request.isUserInRole(UserGroups.MANAGERS), PAST_THE_MODELS);
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
    HeldErrors held = new HeldErrors(response);
    chain.doFilter(checked, held);
    if (held.isError() && !response.isCommitted()) {
      GermanError error = GermanError.of(held.getStatus(), held.body(), wanted);
      if (error.failed()) {
        LOG.error("{} {} by {} failed with {}: {}", wanted.method(), wanted.path(),
            request.getUserPrincipal().getName(), error.type(), error.technical());
      }
      write(response, error, administrator);
    }
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
      return unrestricted.call(() -> fieldsOf(wanted.completedTask()));
    }
    String key = wanted.startedDefinition() == null ? wanted.startedKey()
        : unrestricted.call(() -> keyOf(wanted.startedDefinition()));
    return key == null ? null : START_FORMS.get(key);
  }

  private Set<String> fieldsOf(String taskId) {
    if (tasks.createTaskQuery().taskId(taskId).count() == 0) {
      throw BusinessException.unknown(GermanError.TASK_GONE);
    }
    return runtime.createVariableInstanceQuery().taskIdIn(taskId).disableBinaryFetching()
        .disableCustomObjectDeserialization().unlimitedList().stream()
        .map(VariableInstance::getName).collect(Collectors.toSet());
  }

  private String keyOf(String definitionId) {
    var definition = repository.createProcessDefinitionQuery().processDefinitionId(definitionId).singleResult();
    return definition == null ? null : definition.getKey();
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
