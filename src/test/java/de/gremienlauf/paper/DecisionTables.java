package de.gremienlauf.paper;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.slf4j.LoggerFactory;

/** The decision tables of processes/paper, evaluated as the process engine does but without a database. */
final class DecisionTables {

  private static final DmnEngine ENGINE;
  private static final Map<String, DmnDecision> DECISIONS = new ConcurrentHashMap<>();

  static {
    // Outside of Spring logback writes every evaluation at DEBUG.
    ((Logger) LoggerFactory.getLogger("org.camunda")).setLevel(Level.WARN);
    ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
  }

  private DecisionTables() {
  }

  static DmnEngine engine() {
    return ENGINE;
  }

  /** All rules that fired, as maps of output name to value. */
  static List<Map<String, Object>> evaluate(String decision, Map<String, Object> variables) {
    return ENGINE.evaluateDecisionTable(decision(decision), variables).getResultList();
  }

  /** The only rule that fired; an empty map if none did. */
  static Map<String, Object> single(String decision, Map<String, Object> variables) {
    List<Map<String, Object>> results = evaluate(decision, variables);
    if (results.size() > 1) {
      throw new AssertionError(decision + " gives more than one result for " + variables + ": " + results);
    }
    return results.isEmpty() ? Map.of() : results.get(0);
  }

  private static DmnDecision decision(String id) {
    return DECISIONS.computeIfAbsent(id, key -> {
      try (InputStream model = DecisionTables.class.getResourceAsStream("/processes/paper/" + key + ".dmn")) {
        return ENGINE.parseDecision(key, model);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }
}
