package de.gremienlauf.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** What was looked at, and what was found; each line is handed on as it becomes known. */
public final class StockReport {

  /** What the line of a finding begins with. */
  public static final String FINDING = "FESTSTELLUNG: ";

  private final Consumer<String> lines;
  private final List<String> findings = new ArrayList<>();

  public StockReport(Consumer<String> lines) {
    this.lines = lines;
  }

  /** Something was looked at, this many of it. */
  public void looked(String what, long count) {
    lines.accept(what + ": " + String.format(Locale.GERMANY, "%,d", count) + " geprüft");
  }

  /** Something does not fit together: one German line that says what, and what to do. */
  public void found(String finding) {
    findings.add(finding);
    lines.accept(FINDING + finding);
  }

  List<String> findings() {
    return findings;
  }
}
