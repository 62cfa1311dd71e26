package de.gremienlauf.engine;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.ConcurrentLruCache;

/**
 * Asks the city's decision tables outside a process; inside one, a business rule task does. What a version of a table has
 * answered to the same inputs is remembered, unless the table asks for the time.
 */
@Component
public class DecisionTables {

  private static final int ANSWERS = 2000;
  private static final int TABLES = 200;
  private static final Pattern TIME = Pattern.compile("\\b(now|today)\\s*\\(");

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final IdentityService identity;
  private final Unrestricted unrestricted;
  private final CommandExecutor commands;
  private final ConcurrentLruCache<Question, List<Map<String, Object>>> answers =
      new ConcurrentLruCache<>(ANSWERS, this::evaluate);
  private final SharedMemory<String, String> latest;
  private final ConcurrentLruCache<String, Boolean> timeless = new ConcurrentLruCache<>(TABLES, this::isTimeless);

  private record Question(String table, Map<String, Object> inputs) {
  }

  DecisionTables(ProcessEngine engine, DecisionService decisions, RepositoryService repository,
      IdentityService identity, Unrestricted unrestricted, SharedMemory<String, String> latestTables) {
    this.commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
        .getCommandExecutorTxRequired();
    this.decisions = decisions;
    this.repository = repository;
    this.identity = identity;
    this.unrestricted = unrestricted;
    this.latest = latestTables;
  }

  /** All rules that fire, each as its outputs by name. */
  public List<Map<String, Object>> all(String decision, Map<String, Object> inputs) {
    Question question = new Question(version(decision), new HashMap<>(inputs));
    return timeless.get(question.table) ? answers.get(question) : evaluate(question);
  }

  /** The outputs of the first rule that fires; empty if none does. */
  public Map<String, Object> first(String decision, Map<String, Object> inputs) {
    List<Map<String, Object>> rules = all(decision, inputs);
    return rules.isEmpty() ? Map.of() : rules.get(0);
  }

  /** Another one whenever the table that is deployed now is another; the same for the rest of a transaction. */
  public String version(String decision) {
    return TransactionSynchronizationManager.isSynchronizationActive()
        ? TransactionMemory.current(Latest.class, Latest::new).byTable.computeIfAbsent(decision, this::latest)
        : latest(decision);
  }

  /** As the engine itself looks for it; its public query for this takes three times as long, and tasks ask often. */
  private String latest(String decision) {
    return latest.get(decision, () -> {
      DecisionDefinition found = commands.execute(context ->
          context.getDecisionDefinitionManager().findLatestDecisionDefinitionByKeyAndTenantId(decision, null));
      if (found == null) {
        throw new IllegalStateException("Decision table " + decision + " is not deployed");
      }
      return found.getId();
    });
  }

  private boolean isTimeless(String table) {
    return unrestricted.call(() -> !TIME.matcher(Dmn.convertToString(repository.getDmnModelInstance(table))).find());
  }

  /**
   * To look something up is no operation of the person who is logged in: the engine would write it down as one, which it
   * cannot where a transaction only reads.
   */
  private List<Map<String, Object>> evaluate(Question question) {
    var person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return unrestricted.call(() -> decisions.evaluateDecisionById(question.table).variables(question.inputs).evaluate())
          .getResultList().stream().map(Collections::unmodifiableMap).toList();
    } finally {
      if (person != null) {
        identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
      }
    }
  }

  /** The versions that one transaction goes by. */
  private static final class Latest extends TransactionMemory {

    private final Map<String, String> byTable = new HashMap<>();
  }
}
