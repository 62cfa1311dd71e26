package de.gremienlauf.calendar;

import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How long a resolution can be objected to, by the decision table {@code objection-window} (§ 54 (1), § 57 (4) GO NRW):
 * an objection suspends it, so it is not carried out before.
 */
@Component
public class Objections {

  private static final String TABLE = "objection-window";

  private final BodyTables tables;

  Objections(BodyTables tables) {
    this.tables = tables;
  }

  /** The first day on which a resolution may be carried out; calendar days, weekends count. */
  public ExplainedDate enforceableFrom(BodyKind body, LocalDate resolutionDay) {
    BodyTables.Row row = tables.find(TABLE, body, resolutionDay, Map.of())
        .orElseThrow(() -> new IllegalStateException("Decision table " + TABLE + " has no row for " + body));
    int days = row.count("days");
    if (days == 0) {
      return new ExplainedDate(resolutionDay, List.of("Für diesen Beschluss läuft keine Widerspruchsfrist.",
          "Vollziehbar ab " + printWithWeekday(resolutionDay) + "."), row.text("ground"));
    }
    List<String> steps = new ArrayList<>();
    LocalDate end = resolutionDay.plusDays(days);
    steps.add("Der Tag des Beschlusses, " + printWithWeekday(resolutionDay) + ", zählt nicht mit.");
    steps.add("Widersprochen werden kann bis zum " + days + ". Tag danach, " + printWithWeekday(end)
        + "; Wochenenden und Feiertage zählen mit.");
    steps.add("Vollziehbar ab " + printWithWeekday(end.plusDays(1)) + ", wenn niemand widerspricht.");
    return new ExplainedDate(end.plusDays(1), steps, row.text("ground"));
  }
}
