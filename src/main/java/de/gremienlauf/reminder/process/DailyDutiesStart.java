package de.gremienlauf.reminder.process;

import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.engine.StartLock;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sees to it at every start that one instance of the model {@code daily-duties} runs, in the version that is deployed
 * now; only where the job executor works too.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
@Order(DailyDutiesStart.AFTER_THE_SAMPLE)
class DailyDutiesStart implements ApplicationRunner {

  static final String PROCESS = "daily-duties";
  static final int AFTER_THE_SAMPLE = 200;

  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final ProcessMessages processes;
  private final StartLock lock;

  DailyDutiesStart(RuntimeService runtime, RepositoryService repository, ProcessMessages processes, StartLock lock) {
    this.runtime = runtime;
    this.repository = repository;
    this.processes = processes;
    this.lock = lock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    lock.take();
    String latest = repository.createProcessDefinitionQuery().processDefinitionKey(PROCESS).latestVersion()
        .singleResult().getId();
    List<ProcessInstance> running = runtime.createProcessInstanceQuery().processDefinitionKey(PROCESS).list();
    running.stream().filter(instance -> !instance.getProcessDefinitionId().equals(latest))
        .forEach(old -> runtime.deleteProcessInstance(old.getId(), "Neue Fassung des Modells"));
    if (running.stream().noneMatch(instance -> instance.getProcessDefinitionId().equals(latest))) {
      processes.startProcess(PROCESS, PROCESS, Map.of());
    }
  }
}
