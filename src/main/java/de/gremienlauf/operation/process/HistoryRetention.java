package de.gremienlauf.operation.process;

import de.gremienlauf.engine.StartLock;
import de.gremienlauf.operation.RetentionRules;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives all versions of the models the time for which the city keeps the history of what ends from now on. The engine
 * removes it in its window at night.
 */
@Component
@ConditionalOnWebApplication
class HistoryRetention implements ApplicationRunner {

  private static final int DAYS_OF_A_YEAR = 365;

  private final RepositoryService repository;
  private final RetentionRules rules;
  private final StartLock lock;

  HistoryRetention(RepositoryService repository, RetentionRules rules, StartLock lock) {
    this.repository = repository;
    this.rules = rules;
    this.lock = lock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    lock.take();
    for (Map.Entry<String, Integer> years : rules.historyYears().entrySet()) {
      int days = years.getValue() * DAYS_OF_A_YEAR;
      for (ProcessDefinition definition : repository.createProcessDefinitionQuery()
          .processDefinitionResourceNameLike("processes/" + years.getKey() + "/%").unlimitedList()) {
        if (definition.getHistoryTimeToLive() == null || definition.getHistoryTimeToLive() != days) {
          repository.updateProcessDefinitionHistoryTimeToLive(definition.getId(), days);
        }
      }
    }
  }
}
