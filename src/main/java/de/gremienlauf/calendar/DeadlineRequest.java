package de.gremienlauf.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;

/** One line of {@code deadline --batch}: a JSON object whose fields are read strictly. */
final class DeadlineRequest {

  /** So many days, working days or months are enough for every period of the law. */
  private static final int LARGEST = 100_000;
  private static final int ECHOED = 40;
  private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode fields;

  private DeadlineRequest(JsonNode fields) {
    this.fields = fields;
  }

  static DeadlineRequest parse(String line) {
    JsonNode fields;
    try {
      fields = JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new DeadlineFault("rule", "Die Zeile ist kein gültiges JSON.");
    }
    if (!fields.isObject()) {
      throw new DeadlineFault("rule", "Die Zeile ist keine Anfrage: Erwartet wird ein JSON-Objekt mit „rule“.");
    }
    return new DeadlineRequest(fields);
  }

  /** Refuses fields that mean nothing to the rule: a misspelt option would go unnoticed. */
  void allowOnly(Set<String> names) {
    for (Iterator<String> present = fields.fieldNames(); present.hasNext(); ) {
      String name = present.next();
      if (!names.contains(name)) {
        throw new DeadlineFault(name, "Das Feld „" + shortened(name) + "“ gibt es bei dieser Regel nicht.");
      }
    }
  }

  String text(String field) {
    JsonNode value = required(field);
    if (!value.isTextual()) {
      throw new DeadlineFault(field, "„" + field + "“ muss ein Text sein.");
    }
    return value.textValue();
  }

  String textOr(String field, String otherwise) {
    return fields.hasNonNull(field) ? text(field) : otherwise;
  }

  LocalDate date(String field) {
    return date(field, required(field));
  }

  /** A whole number from 1 to 100 000. */
  int count(String field) {
    JsonNode value = required(field);
    if (!value.isIntegralNumber()) {
      throw new DeadlineFault(field, "„" + field + "“ muss eine ganze Zahl sein.");
    }
    if (!value.canConvertToInt() || value.intValue() < 1 || value.intValue() > LARGEST) {
      throw new DeadlineFault(field, "„" + field + "“ muss zwischen 1 und " + LARGEST + " liegen.");
    }
    return value.intValue();
  }

  boolean flag(String field, boolean otherwise) {
    if (!fields.hasNonNull(field)) {
      return otherwise;
    }
    if (!fields.get(field).isBoolean()) {
      throw new DeadlineFault(field, "„" + field + "“ muss true oder false sein.");
    }
    return fields.get(field).booleanValue();
  }

  Set<LocalDate> dates(String field) {
    if (!fields.hasNonNull(field)) {
      return Set.of();
    }
    if (!fields.get(field).isArray()) {
      throw new DeadlineFault(field, "„" + field + "“ muss eine Liste von Tagen sein.");
    }
    Set<LocalDate> dates = new HashSet<>();
    fields.get(field).forEach(value -> dates.add(date(field, value)));
    return dates;
  }

  private JsonNode required(String field) {
    if (!fields.hasNonNull(field)) {
      throw new DeadlineFault(field, "„" + field + "“ fehlt.");
    }
    return fields.get(field);
  }

  private static LocalDate date(String field, JsonNode value) {
    String text = value.isTextual() ? value.textValue() : value.toString();
    if (value.isTextual() && text.matches("\\d{4}-\\d{2}-\\d{2}") && !text.startsWith("0000")) {
      try {
        return LocalDate.parse(text);
      } catch (DateTimeException e) {
        throw new DeadlineFault(field, "„" + text + "“ ist kein Tag des Kalenders.");
      }
    }
    throw new DeadlineFault(field, "„" + shortened(text) + "“ ist kein Datum; erwartet wird JJJJ-MM-TT.");
  }

  static String shortened(String text) {
    return text.length() <= ECHOED ? text : text.substring(0, ECHOED) + "…";
  }
}
