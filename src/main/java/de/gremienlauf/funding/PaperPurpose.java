package de.gremienlauf.funding;

/** Why a funded project goes to the committees with a paper. */
public enum PaperPurpose {

  PARTICIPATION("Teilnahme am Programm", "Beschlussvorlage"),
  EXTENSION("Verlängerung", "Beschlussvorlage"),
  PROGRESS_REPORT("Sachstandsbericht", "Mitteilung"),
  FINAL_REPORT("Abschlussbericht", "Mitteilung"),
  FOLLOW_UP("Folgeprojekt", "Beschlussvorlage");

  private final String label;
  private final String paperType;

  PaperPurpose(String label, String paperType) {
    this.label = label;
    this.paperType = paperType;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** The type of paper that is proposed, as printed. */
  public String paperType() {
    return paperType;
  }

  /** Whether the committees are only told, so that nothing has to be decided. */
  public boolean informs() {
    return this == PROGRESS_REPORT || this == FINAL_REPORT;
  }
}
