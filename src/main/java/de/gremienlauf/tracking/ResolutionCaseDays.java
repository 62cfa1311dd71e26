package de.gremienlauf.tracking;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.deadline.CaseDays;
import de.gremienlauf.deadline.TaskCase;
import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The day by which a resolution has to be implemented, from which the period of its task is counted. */
@Component
class ResolutionCaseDays implements CaseDays {

  private final ResolutionDuties duties;

  ResolutionCaseDays(ResolutionDuties duties) {
    this.duties = duties;
  }

  @Override
  public Map<String, Function<TaskCase, ExplainedDate>> days() {
    return Map.of("IMPLEMENTATION_DUE", this::due);
  }

  private ExplainedDate due(TaskCase about) {
    Long id = about.id("resolutionDutyId");
    LocalDate day = id == null ? null : duties.dueOn(id);
    return day == null ? null
        : new ExplainedDate(day, List.of("Umzusetzen bis: " + GermanDate.print(day) + "."), "");
  }
}
