package de.gremienlauf.engine;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * Wakes process instances. Facts are stored first; a message only wakes somebody up, in the same transaction.
 */
@Component
public class ProcessMessages {

  private final RuntimeService runtime;
  private final Unrestricted unrestricted;

  ProcessMessages(RuntimeService runtime, Unrestricted unrestricted) {
    this.runtime = runtime;
    this.unrestricted = unrestricted;
  }

  /** Starts a process by its key. Returns the id of the process instance. */
  public String startProcess(String process, String businessKey, Map<String, Object> variables) {
    return unrestricted.call(() -> runtime.startProcessInstanceByKey(process, businessKey, variables)).getId();
  }

  /** Starts a process by the message of a start event. Returns the id of the process instance. */
  public String startByMessage(String message, String businessKey, Map<String, Object> variables) {
    return unrestricted.call(() -> runtime.startProcessInstanceByMessage(message, businessKey, variables)).getId();
  }

  /** Sends a message to one process instance that waits for it. */
  public void send(String message, String processInstanceId, Map<String, Object> variables) {
    unrestricted.call(() -> runtime.createMessageCorrelation(message)
        .processInstanceId(processInstanceId)
        .setVariablesToTriggeredScope(variables)
        .correlateWithResult());
  }

  /**
   * Wakes that part of a process instance which waits for the message and has the value as a variable of its own;
   * nothing happens if none does.
   */
  public void sendToScope(String message, String processInstanceId, String variable, Object value) {
    unrestricted.call(() -> {
      runtime.createExecutionQuery().processInstanceId(processInstanceId).messageEventSubscriptionName(message)
          .variableValueEquals(variable, value).list()
          .forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
      return null;
    });
  }

  /** Wakes whatever waits for the message in all instances with this variable; nothing happens if nothing does. */
  public void sendToAll(String message, String variable, Object value) {
    unrestricted.call(() -> {
      runtime.createExecutionQuery().processVariableValueEquals(variable, value).messageEventSubscriptionName(message)
          .list().forEach(execution -> runtime.messageEventReceived(message, execution.getId()));
      return null;
    });
  }

  /** Whether the process instance waits for the message right now. */
  public boolean awaits(String message, String processInstanceId) {
    return unrestricted.call(() -> runtime.createEventSubscriptionQuery()
        .processInstanceId(processInstanceId)
        .eventType("message")
        .eventName(message)
        .count() > 0);
  }

  /** The running instance of a process that another instance called; null if there is none. */
  public String calledInstance(String callingInstanceId, String process) {
    var called = unrestricted.call(() -> runtime.createProcessInstanceQuery()
        .superProcessInstanceId(callingInstanceId)
        .processDefinitionKey(process)
        .singleResult());
    return called == null ? null : called.getId();
  }

  public boolean isRunning(String processInstanceId) {
    return processInstanceId != null
        && unrestricted.call(
            () -> runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).count() > 0);
  }
}
