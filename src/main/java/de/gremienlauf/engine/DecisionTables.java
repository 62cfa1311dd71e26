package de.gremienlauf.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks the city's decision tables outside a process; inside one, a business rule task does. */
@Component
public class DecisionTables {

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final Unrestricted unrestricted;

  DecisionTables(DecisionService decisions, RepositoryService repository, Unrestricted unrestricted) {
    this.decisions = decisions;
    this.repository = repository;
    this.unrestricted = unrestricted;
  }

  /** All rules that fire, each as its outputs by name. */
  public List<Map<String, Object>> all(String decision, Map<String, Object> inputs) {
    return evaluate(decision, inputs).getResultList();
  }

  /** The outputs of the first rule that fires; empty if none does. */
  public Map<String, Object> first(String decision, Map<String, Object> inputs) {
    DmnDecisionResult result = evaluate(decision, inputs);
    return result.isEmpty() ? Map.of() : result.getFirstResult().getEntryMap();
  }

  /** Another one whenever the table that is deployed now is another. */
  public String version(String decision) {
    return unrestricted.call(() -> repository.createDecisionDefinitionQuery().decisionDefinitionKey(decision)
        .latestVersion().singleResult()).getId();
  }

  private DmnDecisionResult evaluate(String decision, Map<String, Object> inputs) {
    return unrestricted.call(() -> decisions.evaluateDecisionByKey(decision).variables(inputs).evaluate());
  }
}
