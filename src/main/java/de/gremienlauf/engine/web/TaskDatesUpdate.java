package de.gremienlauf.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.Unrestricted;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.Task;

/**
 * Sets the follow-up or due date of a task. Tasklist sends the whole task for that; nothing else in it may be
 * different. Whoever has taken the task may set the follow-up date, superiors may set both.
 */
class TaskDatesUpdate {

  private static final int LIMIT = 100_000;
  private static final long A_MINUTE = 60_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");
  private static final Map<String, Function<Task, Object>> UNCHANGED = Map.of("name", Task::getName, "description",
      Task::getDescription, "assignee", Task::getAssignee, "owner", Task::getOwner, "priority", Task::getPriority,
      "delegationState", Task::getDelegationState, "parentTaskId", Task::getParentTaskId, "caseInstanceId",
      Task::getCaseInstanceId, "tenantId", Task::getTenantId);

  private final TaskService tasks;
  private final IdentityService identity;
  private final Unrestricted unrestricted;

  TaskDatesUpdate(TaskService tasks, IdentityService identity, Unrestricted unrestricted) {
    this.tasks = tasks;
    this.identity = identity;
    this.unrestricted = unrestricted;
  }

  /**
   * Sets what is different.
   *
   * @param superior whether the person may set due dates
   * @param otherwise the sentence for a person who wants to change something else
   */
  void apply(String taskId, InputStream stream, String userId, boolean superior, String otherwise) throws IOException {
    JsonNode wanted = read(stream);
    var before = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    // The web applications tell the engine who acts only after this.
    List<String> groups = before != null ? before.getGroupIds()
        : identity.createGroupQuery().groupMember(userId).unlimitedList().stream().map(Group::getId).toList();
    try {
      identity.setAuthentication(userId, groups);
      Task task = tasks.createTaskQuery().taskId(taskId).singleResult();
      if (task == null) {
        throw BusinessException.unknown(GermanError.TASK_GONE);
      }
      UNCHANGED.forEach((field, current) -> {
        if (wanted.has(field) && !Objects.equals(text(current.apply(task)), text(wanted.get(field)))) {
          throw BusinessException.forbidden(otherwise);
        }
      });
      Date due = wanted.has("due") ? moment(wanted.get("due"), "Fällig am") : task.getDueDate();
      Date followUp = wanted.has("followUp") ? moment(wanted.get("followUp"), "Wiedervorlage am")
          : task.getFollowUpDate();
      boolean dueMoves = differ(due, task.getDueDate());
      boolean followUpMoves = differ(followUp, task.getFollowUpDate());
      if (dueMoves && !superior) {
        throw BusinessException.forbidden("Die Fälligkeit einer Aufgabe ändern nur Vorgesetzte und die Administration.");
      }
      if (followUpMoves && !superior && !userId.equals(task.getAssignee())) {
        throw BusinessException.forbidden("Die Wiedervorlage setzt, wer die Aufgabe übernommen hat.");
      }
      if (dueMoves) {
        task.setDueDate(due);
      }
      if (followUpMoves) {
        task.setFollowUpDate(followUp);
      }
      unrestricted.call(() -> {
        tasks.saveTask(task);
        return null;
      });
    } finally {
      identity.clearAuthentication();
      if (before != null) {
        identity.setAuthentication(before.getUserId(), before.getGroupIds(), before.getTenantIds());
      }
    }
  }

  private static JsonNode read(InputStream stream) throws IOException {
    byte[] content = stream.readNBytes(LIMIT);
    try {
      JsonNode body = JSON.readTree(content);
      if (body.isObject()) {
        return body;
      }
    } catch (IOException e) {
      // Answered below.
    }
    throw new BusinessException("Die Eingabe konnte nicht gelesen werden.");
  }

  private static String text(Object value) {
    return value == null || value instanceof JsonNode node && node.isNull() ? ""
        : value instanceof JsonNode node ? node.asText() : value.toString();
  }

  private static Date moment(JsonNode value, String label) {
    if (value.isNull()) {
      return null;
    }
    try {
      TemporalAccessor read = MOMENT.parseBest(value.asText(), OffsetDateTime::from, LocalDateTime::from);
      ZonedDateTime moment = read instanceof OffsetDateTime exact ? exact.atZoneSameInstant(EngineClock.BERLIN)
          : ((LocalDateTime) read).atZone(EngineClock.BERLIN);
      if (moment.getYear() < 1900 || moment.getYear() > 2200) {
        throw new DateTimeException("out of range");
      }
      return Date.from(moment.toInstant());
    } catch (DateTimeException e) {
      throw new BusinessException("„" + label + "“ ist kein gültiges Datum.");
    }
  }

  /** A form sends whole minutes. */
  private static boolean differ(Date one, Date other) {
    return one == null || other == null ? one != other : Math.abs(one.getTime() - other.getTime()) >= A_MINUTE;
  }
}
