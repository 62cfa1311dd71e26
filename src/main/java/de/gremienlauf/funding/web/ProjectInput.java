package de.gremienlauf.funding.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import java.util.List;
import java.util.Map;

/** What a page sends, read as strictly as a form: only the named fields, each of its kind. */
final class ProjectInput {

  private static final int SHOWN = 60;

  private final Map<String, Object> values;
  private final FormData form;

  private ProjectInput(Map<String, Object> values) {
    this.values = values;
    this.form = new FormData(values);
  }

  /** Refuses everything but the named fields. */
  static ProjectInput of(Map<String, Object> values, String... fields) {
    values.keySet().stream().filter(name -> !List.of(fields).contains(name)).findFirst().ifPresent(name -> {
      String printable = name.replaceAll("\\p{Cntrl}", "");
      throw new BusinessException("Die Angabe „"
          + (printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…")
          + "“ ist hier nicht vorgesehen.");
    });
    return new ProjectInput(values);
  }

  FormData form() {
    return form;
  }

  /** What one of the offered things is known by; null if nothing was chosen. */
  Long id(String key, String label) {
    Object value = values.get(key);
    if (value == null || value instanceof String text && text.isBlank()) {
      return null;
    }
    if ((value instanceof String || value instanceof Integer || value instanceof Long)
        && value.toString().matches("\\d{1,18}")) {
      return Long.valueOf(value.toString());
    }
    throw new BusinessException("Bei „" + label + "“ steht keine der angebotenen Möglichkeiten.");
  }

  Long requiredId(String key, String label) {
    return required(id(key, label), label);
  }

  static <T> T required(T value, String label) {
    if (value == null) {
      throw new BusinessException("Bitte füllen Sie „" + label + "“ aus.");
    }
    return value;
  }
}
