package de.gremienlauf.deadline;

import de.gremienlauf.calendar.ExplainedDate;
import java.util.Map;
import java.util.function.Function;

/** The days that a module knows about a case, so that the table {@code task-periods} can count from them. */
public interface CaseDays {

  /** The days by the names that stand in the table; a day that the case does not have is null. */
  Map<String, Function<TaskCase, ExplainedDate>> days();
}
