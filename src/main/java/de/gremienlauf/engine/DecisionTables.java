package de.gremienlauf.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** Asks the city's decision tables outside a process; inside one, a business rule task does. */
@Component
public class DecisionTables {

  private final DecisionService decisions;
  private final RepositoryService repository;
  private final IdentityService identity;
  private final Unrestricted unrestricted;

  DecisionTables(DecisionService decisions, RepositoryService repository, IdentityService identity,
      Unrestricted unrestricted) {
    this.decisions = decisions;
    this.repository = repository;
    this.identity = identity;
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

  /**
   * To look something up is no operation of the person who is logged in: the engine would write it down as one, which it
   * cannot where a transaction only reads.
   */
  private DmnDecisionResult evaluate(String decision, Map<String, Object> inputs) {
    var person = identity.getCurrentAuthentication();
    identity.clearAuthentication();
    try {
      return unrestricted.call(() -> decisions.evaluateDecisionByKey(decision).variables(inputs).evaluate());
    } finally {
      if (person != null) {
        identity.setAuthentication(person.getUserId(), person.getGroupIds(), person.getTenantIds());
      }
    }
  }
}
