package de.gremienlauf.operation.process;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;

/** What runs in the engine, read in pages. */
@Component
class RunningProcesses {

  /** As many as the engine hands out at once. */
  private static final int PAGE = 1000;

  private final RuntimeService runtime;
  private final ManagementService management;

  RunningProcesses(RuntimeService runtime, ManagementService management) {
    this.runtime = runtime;
    this.management = management;
  }

  /** The running instances of a model: id and business key. */
  Map<String, String> of(String process) {
    Map<String, String> running = new LinkedHashMap<>();
    List<ProcessInstance> page;
    int first = 0;
    do {
      page = runtime.createProcessInstanceQuery().processDefinitionKey(process).orderByProcessInstanceId().asc()
          .listPage(first, PAGE);
      page.forEach(instance -> running.put(instance.getId(), String.valueOf(instance.getBusinessKey())));
      first += PAGE;
    } while (page.size() == PAGE);
    return running;
  }

  /** Those of the instances whose next step is a job: it ends what the last one has left, or it is an incident. */
  Set<String> inMotion(Collection<String> instances) {
    Set<String> moving = new HashSet<>();
    pages(instances).forEach(page -> management.createJobQuery().messages().processInstanceIds(new HashSet<>(page))
        .unlimitedList().forEach(job -> moving.add(job.getProcessInstanceId())));
    return moving;
  }

  /** The instances that wait for a message, page by page. */
  List<List<String>> waitingFor(String message) {
    return pages(runtime.createEventSubscriptionQuery().eventType("message").eventName(message).unlimitedList().stream()
        .map(EventSubscription::getProcessInstanceId).toList());
  }

  private static List<List<String>> pages(Collection<String> all) {
    List<String> ids = List.copyOf(all);
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + PAGE)
        .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + PAGE))).toList();
  }

  /** The value of a variable of each of these instances, as far as it has one. */
  Map<String, Object> values(Collection<String> instances, String variable) {
    Map<String, Object> values = new LinkedHashMap<>();
    pages(instances).forEach(page -> runtime.createVariableInstanceQuery().variableName(variable)
        .processInstanceIdIn(page.toArray(String[]::new)).unlimitedList().stream()
        .filter(found -> found.getProcessInstanceId().equals(found.getExecutionId()))
        .forEach(found -> values.put(found.getProcessInstanceId(), found.getValue())));
    return values;
  }
}
