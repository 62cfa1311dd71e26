package de.gremienlauf.support;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Ends what a test class has started. All classes of a JVM share the database and its clock: a test that lets a year
 * pass would otherwise run the timers of all tests before it.
 */
class LeavesNothingRunning implements BeforeAllCallback, AfterAllCallback {

  private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(LeavesNothingRunning.class);
  private static final int AT_ONCE = 200;

  @Override
  public void beforeAll(ExtensionContext context) {
    context.getStore(NAMESPACE).put(context.getUniqueId(), running(runtime(context)));
  }

  @Override
  @SuppressWarnings("unchecked")
  public void afterAll(ExtensionContext context) {
    Set<String> before = (Set<String>) context.getStore(NAMESPACE).remove(context.getUniqueId());
    RuntimeService runtime = runtime(context);
    Set<String> started = new HashSet<>(running(runtime));
    started.removeAll(before);
    List<String> rest = List.copyOf(started);
    for (int from = 0; from < rest.size(); from += AT_ONCE) {
      runtime.deleteProcessInstancesIfExists(rest.subList(from, Math.min(rest.size(), from + AT_ONCE)),
          "The test is over", true, true, false);
    }
  }

  private static Set<String> running(RuntimeService runtime) {
    return runtime.createProcessInstanceQuery().rootProcessInstances().unlimitedList().stream()
        .map(ProcessInstance::getId).collect(Collectors.toSet());
  }

  private static RuntimeService runtime(ExtensionContext context) {
    return SpringExtension.getApplicationContext(context).getBean(RuntimeService.class);
  }
}
