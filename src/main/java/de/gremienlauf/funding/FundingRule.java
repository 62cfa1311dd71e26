package de.gremienlauf.funding;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;

/**
 * A rule as it holds for one project.
 *
 * @param value a whole number, or a day as 2020-06-30
 * @param ground legal ground or clause; what is assumed is marked so
 */
public record FundingRule(RuleKey key, String value, String ground, Origin origin) {

  /** Where a rule comes from. */
  public enum Origin {

    NOTICE("Bescheid"),
    TABLE("Förderprogramm");

    private final String label;

    Origin(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  public int number() {
    return Integer.parseInt(value);
  }

  public LocalDate day() {
    return LocalDate.parse(value);
  }

  /** The value as people read it. */
  public String printed() {
    return key == RuleKey.PROOF_DUE ? GermanDate.print(day()) : value + " " + key.unit();
  }
}
