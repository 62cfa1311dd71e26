package de.gremienlauf.engine;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.spin.json.SpinJsonNode;

/**
 * What a person entered in a form, read strictly: whatever arrives over the wire, a field is a short text, a long text,
 * a day, a whole number, an amount, a rate, a choice, a set of choices or a tick, or it is refused with one German
 * sentence that names the field. Blank is absent.
 */
public final class FormData {

  private static final int SHORT_TEXT = 500;
  private static final int PHRASE = 2000;
  private static final int REASON = 4000;
  private static final int LONG_TEXT = 100_000;

  private final Map<String, Object> values;

  public FormData(Map<String, Object> values) {
    this.values = new LinkedHashMap<>(values);
  }

  /** One line of at most 500 characters; null if blank. */
  public String text(String key, String label) {
    String text = string(key, label, SHORT_TEXT);
    if (text != null && text.chars().anyMatch(Character::isISOControl)) {
      throw new BusinessException("„" + label + "“ muss in einer Zeile stehen.");
    }
    return text;
  }

  public String requiredText(String key, String label) {
    return required(text(key, label), label);
  }

  /** A text of at most 2000 characters whose line breaks are folded into blanks. */
  public String requiredLine(String key, String label) {
    String text = string(key, label, PHRASE);
    return required(text == null ? null : text.replaceAll("\\s+", " "), label);
  }

  /** A phrase as it was printed: at most 2000 characters; null if blank. */
  public String phrase(String key, String label) {
    return string(key, label, PHRASE);
  }

  /** A reason: several lines, at most 4000 characters; null if blank. */
  public String reason(String key, String label) {
    return string(key, label, REASON);
  }

  /** Text of several lines, at most 100 000 characters; null if blank. */
  public String longText(String key, String label) {
    return string(key, label, LONG_TEXT);
  }

  /** A day, written 31.12.2026 or 2026-12-31; null if blank. */
  public LocalDate day(String key, String label) {
    String text = text(key, label);
    return text == null ? null : GermanDate.parse(text, label);
  }

  /** A time of day, written 15:30 or 9:05; null if blank. */
  public String time(String key, String label) {
    String text = text(key, label);
    if (text != null && !text.matches("([01]?\\d|2[0-3]):[0-5]\\d")) {
      throw new BusinessException("„" + label + "“ ist keine Uhrzeit. Bitte als 15:30 angeben.");
    }
    return text == null || text.length() == 5 ? text : "0" + text;
  }

  /** A whole number from 0 to 9999; null if blank. */
  public Integer count(String key, String label) {
    Object value = values.get(key);
    if (value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue())) {
      value = String.valueOf(number.longValue());
    }
    if (value == null || value instanceof String text && text.isBlank()) {
      return null;
    }
    if (value instanceof String text && text.strip().matches("\\d{1,4}")) {
      return Integer.valueOf(text.strip());
    }
    throw new BusinessException("„" + label + "“ muss eine ganze Zahl zwischen 0 und 9999 sein.");
  }

  /** An amount in euro, written 1.234,56; a whole number may come as such. Null if blank. */
  public BigDecimal amount(String key, String label) {
    String text = decimal(key, label);
    return text == null ? null : Euro.parse(text, label);
  }

  public BigDecimal requiredAmount(String key, String label) {
    return required(amount(key, label), label);
  }

  /** A rate in per cent of more than 0 and at most 100, with up to four decimal places; null if blank. */
  public BigDecimal percent(String key, String label) {
    String text = decimal(key, label);
    if (text == null) {
      return null;
    }
    String number = text.replaceFirst("\\s*(%|v\\. ?H\\.)$", "");
    BigDecimal rate = number.matches("\\d{1,3}(,\\d{1,4})?") ? new BigDecimal(number.replace(',', '.')) : BigDecimal.ZERO;
    if (rate.signum() == 0 || rate.compareTo(new BigDecimal(100)) > 0) {
      throw new BusinessException("„" + label + "“ muss ein Satz über 0 und höchstens 100 % sein. Bitte als 90 oder 66,67"
          + " angeben.");
    }
    return rate;
  }

  /** What was written; whole numbers and those with a point arrive from other programs and are written as we do. */
  private String decimal(String key, String label) {
    Object value = values.get(key);
    return value instanceof Number number ? new BigDecimal(number.toString()).toPlainString().replace('.', ',')
        : text(key, label);
  }

  public boolean ticked(String key, String label) {
    Object value = values.get(key);
    if (value == null) {
      return false;
    }
    if (value instanceof Boolean ticked) {
      return ticked;
    }
    throw new BusinessException("„" + label + "“ lässt sich nur mit Ja oder Nein angeben.");
  }

  /** One of the allowed values; null if nothing was chosen. */
  public String choice(String key, String label, Collection<String> allowed) {
    String value = text(key, label);
    if (value != null && !allowed.contains(value)) {
      throw new BusinessException("Bei „" + label + "“ steht keine der angebotenen Möglichkeiten.");
    }
    return value;
  }

  public String requiredChoice(String key, String label, Collection<String> allowed) {
    return required(choice(key, label, allowed), label);
  }

  /** One of the constants of an enum by name; null if nothing was chosen. */
  public <E extends Enum<E>> E choice(String key, String label, Class<E> type) {
    String value = choice(key, label, List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
    return value == null ? null : Enum.valueOf(type, value);
  }

  /** The same with allowed values that are only looked up if something was chosen. */
  public List<String> choices(String key, String label, Supplier<? extends Collection<String>> allowed) {
    return elements(key, label).isEmpty() ? List.of() : choices(key, label, allowed.get());
  }

  /** The chosen ones of the allowed values; empty if nothing was chosen. */
  public List<String> choices(String key, String label, Collection<String> allowed) {
    List<String> chosen = new ArrayList<>();
    for (Object element : elements(key, label)) {
      if (!(element instanceof String value) || !allowed.contains(value)) {
        throw new BusinessException("Bei „" + label + "“ steht keine der angebotenen Möglichkeiten.");
      }
      if (!chosen.contains(value)) {
        chosen.add(value);
      }
    }
    return chosen;
  }

  private List<?> elements(String key, String label) {
    Object value = values.get(key);
    if (value == null || value instanceof String text && text.isBlank()) {
      return List.of();
    }
    if (value instanceof List<?> list) {
      return list;
    }
    if (value instanceof SpinJsonNode node && node.isArray()) {
      return node.elements().stream().map(element -> element.isValue() ? element.value() : element).toList();
    }
    if (value instanceof SpinJsonNode node && node.isNull()) {
      return List.of();
    }
    throw new BusinessException("Bei „" + label + "“ steht keine Auswahl.");
  }

  private String string(String key, String label, int limit) {
    Object value = values.get(key);
    if (value instanceof SpinJsonNode node && node.isString()) {
      value = node.stringValue();
    }
    if (value == null) {
      return null;
    }
    if (!(value instanceof String text)) {
      throw new BusinessException("„" + label + "“ muss ein Text sein.");
    }
    String stripped = text.replace("\r\n", "\n").strip();
    if (stripped.length() > limit) {
      throw new BusinessException("„" + label + "“ darf höchstens " + limit + " Zeichen haben, es sind "
          + stripped.length() + ".");
    }
    if (stripped.indexOf('\0') >= 0) {
      throw new BusinessException("„" + label + "“ enthält Zeichen, die sich nicht speichern lassen.");
    }
    return stripped.isEmpty() ? null : stripped;
  }

  private static <T> T required(T value, String label) {
    if (value == null) {
      throw new BusinessException("Bitte füllen Sie „" + label + "“ aus.");
    }
    return value;
  }
}
