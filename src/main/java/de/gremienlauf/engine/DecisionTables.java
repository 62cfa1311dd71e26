package de.gremienlauf.engine;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Component;

/** Asks the city's decision tables outside a process; inside one, a business rule task does. */
@Component
public class DecisionTables {

  private final DecisionService decisions;
  private final Unrestricted unrestricted;

  DecisionTables(DecisionService decisions, Unrestricted unrestricted) {
    this.decisions = decisions;
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

  private DmnDecisionResult evaluate(String decision, Map<String, Object> inputs) {
    return unrestricted.call(() -> decisions.evaluateDecisionByKey(decision).variables(inputs).evaluate());
  }
}
