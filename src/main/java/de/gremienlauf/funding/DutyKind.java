package de.gremienlauf.funding;

/** What the authority has to be told without delay (ANBest-G Nr. 5, ANBest-P Nr. 5). */
public enum DutyKind {

  MORE_FUNDING("weitere Zuwendungen oder Mittel Dritter"),
  FINANCING_CHANGED("Ausgaben oder Finanzierung haben sich geändert"),
  PURPOSE_CHANGED("Verwendungszweck oder maßgebliche Umstände ändern sich oder fallen weg"),
  PURPOSE_UNREACHABLE("Zuwendungszweck ist nicht oder nicht mit der bewilligten Zuwendung zu erreichen"),
  PAYOUT_NOT_USABLE("abgerufene Mittel können nicht fristgerecht verbraucht werden"),
  ITEMS_NOT_USED("Gegenstände werden nicht mehr wie vorgesehen verwendet oder nicht mehr benötigt"),
  INSOLVENCY("Insolvenzverfahren eines Partners beantragt oder eröffnet");

  private final String label;

  DutyKind(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }
}
