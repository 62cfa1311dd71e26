package de.gremienlauf.funding.process;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import de.gremienlauf.funding.NoticeClause;
import de.gremienlauf.funding.RuleKey;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is written in lines in the form of a notice: amounts by year, and what it rules otherwise. */
final class NoticeLines {

  private static final Pattern YEAR = Pattern.compile("((?:19|20|21)\\d{2})\\s*[:=]\\s*(\\S.*)");
  private static final Pattern CLAUSE = Pattern.compile("([^:]+):\\s*([^\\s(;]+)\\s*(?:[;(]\\s*(.*?)\\s*\\)?)?");
  private static final int PRINTED_TEXT = 4000;

  private NoticeLines() {
  }

  /**
   * Amounts by budget year, one per line: "2017: 12.345,67".
   *
   * @param text null for none
   */
  static SortedMap<Integer, BigDecimal> years(String text) {
    SortedMap<Integer, BigDecimal> years = new TreeMap<>();
    for (String line : lines(text)) {
      Matcher year = YEAR.matcher(line);
      if (!year.matches()) {
        throw new BusinessException("„Beträge nach Haushaltsjahren“: Die Zeile „" + line
            + "“ ist nicht zu lesen. Bitte als 2017: 12.345,67 angeben.");
      }
      if (years.put(Integer.valueOf(year.group(1)), Euro.parse(year.group(2), "Betrag " + year.group(1))) != null) {
        throw new BusinessException("„Beträge nach Haushaltsjahren“: Das Jahr " + year.group(1) + " steht zweimal da.");
      }
    }
    return years;
  }

  /**
   * What the notice rules otherwise, one per line: "Frist des Verwendungsnachweises: 3 (Nr. 6.2 des Bescheids)".
   *
   * @param text null for none
   */
  static List<NoticeClause> clauses(String text) {
    List<NoticeClause> clauses = new ArrayList<>();
    for (String line : lines(text)) {
      Matcher clause = CLAUSE.matcher(line);
      if (!clause.matches()) {
        throw new BusinessException("„Abweichende Regeln“: Die Zeile „" + line + "“ ist nicht zu lesen. Bitte als"
            + " Frist des Verwendungsnachweises: 3 (Nr. 6.2 des Bescheids) angeben.");
      }
      RuleKey key = RuleKey.find(clause.group(1)).orElseThrow(() -> new BusinessException(
          "„Abweichende Regeln“: Eine Regel „" + clause.group(1).strip() + "“ gibt es nicht. Möglich sind: "
              + Arrays.stream(RuleKey.values()).map(RuleKey::label).collect(Collectors.joining(", ")) + "."));
      if (clauses.stream().anyMatch(other -> other.ruleKey().equals(key.key()))) {
        throw new BusinessException("„Abweichende Regeln“: „" + key.label() + "“ steht zweimal da.");
      }
      clauses.add(new NoticeClause(key.key(), key.checked(clause.group(2)), printed(clause.group(3))));
    }
    return clauses;
  }

  private static String printed(String text) {
    if (text != null && text.length() > PRINTED_TEXT) {
      throw new BusinessException("„Abweichende Regeln“: Eine Fundstelle darf höchstens " + PRINTED_TEXT
          + " Zeichen haben.");
    }
    return text == null || text.isBlank() ? null : text;
  }

  private static List<String> lines(String text) {
    return text == null ? List.of() : text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }
}
