package de.gremienlauf.substitution;

import java.util.Map;

/**
 * A deputy has completed a task in the place of somebody; published in the same transaction.
 *
 * @param person the name of who is represented
 * @param ids the numbers among the variables that the task sees, e.g. paperId
 */
public record CompletedAsDeputy(String taskName, String person, Map<String, Long> ids) {

  /** What a history says about it. */
  public String sentence() {
    return "„" + taskName + "“ in Vertretung für " + person + " erledigt.";
  }
}
