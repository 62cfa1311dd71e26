package de.gremienlauf.overview.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.UserNames;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.springframework.stereotype.Component;

/** What a process instance has passed and where it stands, with who did it, as the engine's own history tells it. */
@Component
public class InstanceCourse {

  private static final int LIMIT = 500;
  /** What people recognize as a step; gateways and scopes are only drawn. */
  private static final Map<String, String> KINDS = Map.ofEntries(Map.entry("userTask", "Aufgabe"),
      Map.entry("serviceTask", "automatischer Schritt"), Map.entry("sendTask", "automatischer Schritt"),
      Map.entry("businessRuleTask", "Entscheidungstabelle"), Map.entry("callActivity", "Teilvorgang"),
      Map.entry("receiveTask", "Warten"), Map.entry("intermediateTimer", "Warten"),
      Map.entry("intermediateMessageCatch", "Warten"), Map.entry("intermediateConditional", "Warten"),
      Map.entry("startEvent", "Beginn"), Map.entry("messageStartEvent", "Beginn"),
      Map.entry("startTimerEvent", "Beginn"), Map.entry("boundaryTimer", "Frist abgelaufen"),
      Map.entry("boundaryMessage", "Nachricht"), Map.entry("boundaryError", "Abzweig"),
      Map.entry("noneEndEvent", "Ende"), Map.entry("errorEndEvent", "Ende"), Map.entry("messageEndEvent", "Ende"),
      Map.entry("terminateEndEvent", "Ende"));

  private final HistoryService history;
  private final UserNames names;

  InstanceCourse(HistoryService history, UserNames names) {
    this.history = history;
    this.names = names;
  }

  /**
   * A step of the course.
   *
   * @param by who did the task, or has it; null if nobody has or did
   * @param until null as long as it is not over
   * @param called the process instance that it called; null if none
   */
  public record Step(String name, String kind, String by, Instant from, Instant until, boolean cancelled,
      String called) {
  }

  /** The steps in order. Unknown if the person may not see the history of the instance. */
  public List<Step> of(String processInstanceId) {
    if (history.createHistoricProcessInstanceQuery().processInstanceId(processInstanceId).count() == 0) {
      throw BusinessException.unknown("Diesen Vorgang gibt es nicht.");
    }
    Map<String, String> people = new HashMap<>();
    return history.createHistoricActivityInstanceQuery().processInstanceId(processInstanceId)
        .orderByHistoricActivityInstanceStartTime().asc().orderPartiallyByOccurrence().asc().listPage(0, LIMIT)
        .stream().filter(activity -> KINDS.containsKey(activity.getActivityType()) && activity.getActivityName() != null)
        .map(activity -> step(activity, people)).toList();
  }

  private Step step(HistoricActivityInstance activity, Map<String, String> people) {
    String assignee = activity.getAssignee();
    return new Step(activity.getActivityName(), KINDS.get(activity.getActivityType()),
        assignee == null ? null : people.computeIfAbsent(assignee, names::of), instant(activity.getStartTime()),
        instant(activity.getEndTime()), activity.isCanceled(), activity.getCalledProcessInstanceId());
  }

  private static Instant instant(Date moment) {
    return moment == null ? null : moment.toInstant();
  }
}
