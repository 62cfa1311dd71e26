package de.gremienlauf.calendar;

import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Phrases;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Asks a city's tables about a body; which row counts may depend on the day. */
@Component
class BodyTables {

  private final DecisionTables tables;

  BodyTables(DecisionTables tables) {
    this.tables = tables;
  }

  /** The first row for a body on a day; empty if no row is for it. */
  Optional<Row> find(String table, BodyKind body, LocalDate day, Map<String, Object> further) {
    Map<String, Object> inputs = new HashMap<>(further);
    inputs.put("municipality", Phrases.normalize(body.municipality()));
    inputs.put("name", Phrases.normalize(body.name()));
    inputs.put("classification", body.classification() == null ? "" : body.classification());
    inputs.put("day", day.toString());
    Map<String, Object> outputs = tables.first(table, inputs);
    return outputs.isEmpty() ? Optional.empty() : Optional.of(new Row(table, outputs));
  }

  /** What a row says; a row that does not say it is a mistake in the table. */
  record Row(String table, Map<String, Object> outputs) {

    int count(String output) {
      return value(output, value -> value instanceof Number number && number.intValue() >= 0
          ? number.intValue() : null);
    }

    boolean yes(String output) {
      return value(output, value -> value instanceof Boolean yes ? yes : null);
    }

    String text(String output) {
      return value(output, value -> value instanceof String text ? text : null);
    }

    <T> T value(String output, Function<Object, T> reading) {
      Object value = outputs.get(output);
      T read;
      try {
        read = reading.apply(value);
      } catch (RuntimeException e) {
        throw new IllegalStateException(mistake(output, value), e);
      }
      if (read == null) {
        throw new IllegalStateException(mistake(output, value));
      }
      return read;
    }

    private String mistake(String output, Object value) {
      return "Decision table " + table + " gives " + value + " as " + output;
    }
  }
}
