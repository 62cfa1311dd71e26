package de.gremienlauf.funding;

import de.gremienlauf.paper.PaperState;

/** What the committees made of a project's paper, as far as the project is concerned. */
public enum PaperOutcome {

  ACCEPTED("beschlossen"),
  REJECTED("abgelehnt"),
  NOTED("zur Kenntnis genommen"),
  WITHDRAWN("zurückgezogen"),
  NONE("ohne Beschluss");

  private final String label;

  PaperOutcome(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /**
   * What a paper that is over means for the project.
   *
   * @param informs whether the committees were only told
   */
  static PaperOutcome of(PaperState state, boolean informs) {
    return switch (state) {
      case DECIDED, DECIDED_AMENDED, DEEMED_CONSENT -> ACCEPTED;
      case REJECTED -> REJECTED;
      case NOTED, ANSWERED -> NOTED;
      case CONSULTED -> informs ? NOTED : NONE;
      case WITHDRAWN, DISCARDED -> WITHDRAWN;
      case SETTLED, LAPSED -> NONE;
      default -> throw new IllegalArgumentException("The paper is not over: " + state);
    };
  }
}
