package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Phrases;
import java.util.Arrays;
import java.util.Optional;

/** The rules of a programme that a notice may override. */
public enum RuleKey {

  CLOSING_WEEKS("closing-weeks", "Beginn des Abschlussberichts", "Wochen vor dem Ende"),
  PROOF_MONTHS("proof-months", "Frist des Verwendungsnachweises",
      "Monate, bis zum Ende des letzten nach dem Bewilligungszeitraum"),
  PROOF_MONTHS_EXACT("proof-months-exact", "Frist des Verwendungsnachweises auf den Tag",
      "Monate, vom letzten Tag des Bewilligungszeitraums gerechnet"),
  PROOF_DUE("proof-due", "Termin des Verwendungsnachweises", "Tag"),
  INTERIM_PROOF_MONTHS("interim-proof-months", "Frist des Zwischennachweises", "Monate nach dem Haushaltsjahr"),
  REPORT_LEAD_WEEKS("report-lead-weeks", "Beginn eines Sachstandsberichts", "Wochen vor seinem Termin"),
  CALL_USE_MONTHS("call-use-months", "Verwendung abgerufener Mittel", "Monate nach der Auszahlung"),
  ITEM_EXCESS_PERCENT("item-excess-percent", "Überschreitung eines Einzelansatzes", "v. H."),
  RETENTION_YEARS("retention-years", "Aufbewahrung der Belege", "Jahre nach der Vorlage des Nachweises"),
  PARTNER_PROOF_BUFFER_WEEKS("partner-proof-buffer-weeks", "Nachweise der Partner",
      "Wochen vor dem Verwendungsnachweis");

  private final String key;
  private final String label;
  private final String unit;

  RuleKey(String key, String label, String unit) {
    this.key = key;
    this.label = label;
    this.unit = unit;
  }

  /** As it stands in the decision table and in the database. */
  public String key() {
    return key;
  }

  /** What people read and write. */
  public String label() {
    return label;
  }

  /** What its value counts. */
  public String unit() {
    return unit;
  }

  /** The rule with a key or a name, however it is written. */
  public static Optional<RuleKey> find(String text) {
    String asked = Phrases.normalize(text);
    return Arrays.stream(values()).filter(rule -> rule.key.equals(asked)
        || Phrases.normalize(rule.label).equals(asked)).findFirst();
  }

  /** The value in the one form that is stored: a whole number, or a day as 2020-06-30. */
  public String checked(String value) {
    if (this == PROOF_DUE) {
      return GermanDate.parse(value, label).toString();
    }
    if (!value.matches("\\d{1,3}")) {
      throw new BusinessException("„" + label + "“ muss eine ganze Zahl sein (" + unit + "), nicht „" + value + "“.");
    }
    return String.valueOf(Integer.parseInt(value));
  }
}
