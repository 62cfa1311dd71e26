package de.gremienlauf.planning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.gremienlauf.engine.BusinessException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An object of the file with its place there, whose fields are read strictly: a misspelt one would go unnoticed. */
final class PlanFields {

  private static final int ECHOED = 40;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2200;
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
  private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final JsonNode node;
  private final String place;

  private PlanFields(JsonNode node, String place) {
    this.node = node;
    this.place = place;
  }

  static PlanFields parse(String text) {
    try {
      return new PlanFields(JSON.readTree(text), "");
    } catch (JsonProcessingException e) {
      throw new BusinessException("Die Datei ist kein gültiges JSON (Zeile " + e.getLocation().getLineNr() + ").");
    }
  }

  /** Refuses everything but an object with these fields. */
  PlanFields only(String... names) {
    if (!node.isObject()) {
      throw fault("ist kein JSON-Objekt.");
    }
    for (Iterator<String> present = node.fieldNames(); present.hasNext(); ) {
      String name = present.next();
      if (!Set.of(names).contains(name)) {
        throw fault("kennt das Feld „" + shortened(name) + "“ nicht; es gibt " + String.join(", ", names) + ".");
      }
    }
    return this;
  }

  boolean has(String field) {
    return node.hasNonNull(field);
  }

  boolean isText() {
    return node.isTextual();
  }

  PlanFields at(String field) {
    if (!has(field)) {
      throw fault("braucht das Feld „" + field + "“.");
    }
    return new PlanFields(node.get(field), place + "/" + field);
  }

  /** The elements of a list. */
  List<PlanFields> list(int least, int most) {
    if (!node.isArray() || node.size() < least || node.size() > most) {
      throw fault("muss eine Liste mit " + least + " bis " + most + " Einträgen sein.");
    }
    List<PlanFields> elements = new ArrayList<>();
    for (int i = 0; i < node.size(); i++) {
      elements.add(new PlanFields(node.get(i), place + "/" + i));
    }
    return elements;
  }

  String text() {
    if (!node.isTextual() || node.textValue().isBlank()) {
      throw fault("muss ein Text sein.");
    }
    return node.textValue();
  }

  int number(int least, int most) {
    if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least || node.intValue() > most) {
      throw fault("muss eine ganze Zahl von " + least + " bis " + most + " sein.");
    }
    return node.intValue();
  }

  boolean flag(String field) {
    if (has(field) && !node.get(field).isBoolean()) {
      throw at(field).fault("muss true oder false sein.");
    }
    return has(field) && node.get(field).booleanValue();
  }

  LocalDate day() {
    String text = node.isTextual() ? node.textValue() : node.toString();
    if (node.isTextual() && DAY.matcher(text).matches()) {
      try {
        LocalDate day = LocalDate.of(Integer.parseInt(text, 0, 4, 10), Integer.parseInt(text, 5, 7, 10),
            Integer.parseInt(text, 8, 10, 10));
        if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
          return day;
        }
      } catch (DateTimeException e) {
        throw fault("ist kein Tag des Kalenders: „" + text + "“.");
      }
    }
    throw fault("ist kein Tag (JJJJ-MM-TT, " + FIRST_YEAR + " bis " + LAST_YEAR + "): „" + shortened(text) + "“.");
  }

  LocalDate dayOrNull(String field) {
    return has(field) ? at(field).day() : null;
  }

  LocalTime timeOrNull(String field) {
    if (!has(field)) {
      return null;
    }
    PlanFields time = at(field);
    if (!TIME.matcher(time.text()).matches()) {
      throw time.fault("ist keine Uhrzeit (hh:mm): „" + shortened(time.text()) + "“.");
    }
    return LocalTime.parse(time.text());
  }

  <E extends Enum<E>> E one(Class<E> type) {
    return Stream.of(type.getEnumConstants()).filter(value -> node.isTextual() && value.name().equals(node.textValue()))
        .findFirst().orElseThrow(() -> fault("muss eines sein von "
            + Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", ")) + "."));
  }

  /** What is wrong here, as one German sentence. */
  BusinessException fault(String predicate) {
    return new BusinessException((place.isEmpty() ? "Die Datei" : "„" + place + "“") + " " + predicate);
  }

  private static String shortened(String text) {
    return text.length() <= ECHOED ? text : text.substring(0, ECHOED) + "…";
  }
}
