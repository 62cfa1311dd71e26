package de.gremienlauf.substitution;

import de.gremienlauf.engine.BusinessException;

/** An absence that makes no sense, with the part of the entry that is wrong. */
public class AbsenceRefused extends BusinessException {

  private static final long serialVersionUID = 1L;

  /** Where the mistake was made. */
  public enum Part { PERSON, DEPUTY, SCOPE, FIRST_DAY, LAST_DAY }

  private final Part part;

  AbsenceRefused(Part part, String message) {
    super(message);
    this.part = part;
  }

  public Part part() {
    return part;
  }
}
