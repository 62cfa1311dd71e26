package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the minute taker types about an item, field by field. All values travel as texts, so that two of them can be
 * compared whatever they mean; null is an empty field.
 */
enum DraftField {

  RESULT("result", "Ergebnis", 2000, item -> item.result, (item, text) -> item.result = text),
  NO_RESULT("noResult", "kein Ergebnis bekannt", 10, item -> item.noResult ? "true" : null,
      (item, text) -> item.noResult = "true".equals(text)),
  KIND("kind", "Art des Ergebnisses", 30, item -> name(item.kind),
      (item, text) -> item.kind = constant(ResultKind.class, text)),
  HANDLING("handling", "Umgang damit in der Sitzung", 20, item -> name(item.handling),
      (item, text) -> item.handling = constant(Handling.class, text)),
  VOTE("vote", "Abstimmung im Wortlaut", 2000, item -> item.voteText, (item, text) -> item.voteText = text),
  YES("yes", "Ja-Stimmen", 4, item -> text(item.voteYes), (item, text) -> item.voteYes = count(text)),
  NO("no", "Nein-Stimmen", 4, item -> text(item.voteNo), (item, text) -> item.voteNo = count(text)),
  ABSTENTIONS("abstentions", "Enthaltungen", 4, item -> text(item.voteAbstentions),
      (item, text) -> item.voteAbstentions = count(text)),
  AGAINST("against", "Dagegen", 20_000, item -> names(item.againstNames),
      (item, text) -> item.againstNames = lines(text)),
  ABSTAINING("abstaining", "Enthalten haben sich", 20_000, item -> names(item.abstainingNames),
      (item, text) -> item.abstainingNames = lines(text)),
  POINT_VOTES("pointVotes", "Abstimmung nach Punkten", 20_000, item -> item.pointVotes,
      (item, text) -> item.pointVotes = text),
  CONDITION("condition", "Bedingung", 500, item -> item.resultCondition,
      (item, text) -> item.resultCondition = text),
  VOTED_WORDING("votedWording", "Abgestimmte Fassung", 4, item -> text(item.votedWording),
      (item, text) -> item.votedWording = count(text)),
  AMENDED_WORDING("amendedWording", "Geänderter Wortlaut", 100_000, item -> item.amendedWording,
      (item, text) -> item.amendedWording = text),
  POSTPONED_TO("postponedTo", "Vertagt auf den", 10, item -> text(item.postponedTo),
      (item, text) -> item.postponedTo = text == null ? null : GermanDate.parse(text, "Vertagt auf den")),
  POSTPONED_AFTER("postponedAfter", "Vertagt, bis beraten hat", 18, item -> text(item.postponedAfterOrganizationId),
      (item, text) -> item.postponedAfterOrganizationId = id(text)),
  REFERRED_TO("referredTo", "Verwiesen an", 400, item -> item.referredTo().isEmpty() ? null
      : item.referredTo().stream().map(String::valueOf).collect(Collectors.joining(",")),
      (item, text) -> item.setReferrals(text == null ? List.of()
          : Stream.of(text.split(",")).map(DraftField::id).distinct().toList())),
  REMARK("remark", "Bemerkung", 20_000, item -> item.remark, (item, text) -> item.remark = text),
  RESOLUTION("resolution", "Beschluss im Wortlaut", 100_000, item -> item.resolution,
      (item, text) -> item.resolution = text),
  MINUTES_TEXT("minutesText", "Text der Niederschrift", 100_000, item -> item.minutesText,
      (item, text) -> item.minutesText = text);

  private final String key;
  private final String label;
  private final int limit;
  private final Function<AgendaItem, String> reader;
  private final BiConsumer<AgendaItem, String> writer;

  DraftField(String key, String label, int limit, Function<AgendaItem, String> reader,
      BiConsumer<AgendaItem, String> writer) {
    this.key = key;
    this.label = label;
    this.limit = limit;
    this.reader = reader;
    this.writer = writer;
  }

  static DraftField of(String key) {
    return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst()
        .orElseThrow(() -> new BusinessException("Dieses Feld gibt es nicht."));
  }

  /** All fields that are not empty, by their keys. */
  static Map<String, String> read(AgendaItem item) {
    Map<String, String> values = new LinkedHashMap<>();
    for (DraftField field : values()) {
      String value = field.reader.apply(item);
      if (value != null) {
        values.put(field.key, value);
      }
    }
    return values;
  }

  /**
   * What everybody may read of it: nothing that is only typed yet, the minutes once they are, the remark never.
   *
   * @param published whether the minutes are everybody's
   */
  static Map<String, String> readByEverybody(AgendaItem item, boolean published) {
    Map<String, String> values = read(item);
    values.remove(REMARK.key);
    if (!published) {
      values.remove(MINUTES_TEXT.key);
    }
    if (item.state != AgendaItemState.CONCLUDED) {
      values.keySet().retainAll(List.of(MINUTES_TEXT.key));
    }
    return values;
  }

  /** Whether it belongs to the minutes, which are still written when the item is concluded. */
  boolean ofMinutes() {
    return this == RESOLUTION || this == MINUTES_TEXT;
  }

  String value(AgendaItem item) {
    return reader.apply(item);
  }

  /** Stores a value as it was typed, with nothing around it. */
  void write(AgendaItem item, String value) {
    String text = canonical(value);
    if (text != null && (text.length() > limit || text.indexOf('\0') >= 0)) {
      throw new BusinessException("„" + label + "“ darf höchstens " + limit + " Zeichen haben.");
    }
    try {
      writer.accept(item, text);
    } catch (IllegalArgumentException e) {
      throw new BusinessException("„" + label + "“ enthält keinen gültigen Wert.");
    }
  }

  boolean same(String one, String other) {
    return Objects.equals(canonical(one), canonical(other));
  }

  private static String canonical(String value) {
    return value == null || value.isBlank() ? null : value.strip().replace("\r\n", "\n");
  }

  private static String name(Enum<?> constant) {
    return constant == null ? null : constant.name();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text) {
    return text == null ? null : Enum.valueOf(type, text);
  }

  private static Integer count(String text) {
    if (text == null) {
      return null;
    }
    int count = Integer.parseInt(text);
    if (count < 0) {
      throw new IllegalArgumentException(text);
    }
    return count;
  }

  private static Long id(String text) {
    return text == null ? null : Long.valueOf(text.strip());
  }

  private static String names(String lines) {
    return lines == null ? null : lines.replace("\n", "; ");
  }

  private static String lines(String names) {
    return names == null ? null : Stream.of(names.split("[;\n]")).map(String::strip).filter(name -> !name.isEmpty())
        .collect(Collectors.joining("\n"));
  }
}
