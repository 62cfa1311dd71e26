package de.gremienlauf.tracking;

import java.time.LocalDate;

/**
 * A paper that is not decided and that no body has dealt with for longer than the limit.
 *
 * @param body who put it off or dealt with it last, else who has still to deal with it
 * @param since the last day on which a body dealt with it, else the day of its release
 * @param forgottenOn the day on which the limit was reached
 * @param nextMeeting when a body will deal with it after all; null if no meeting is planned
 * @param why a sentence
 */
public record ForgottenPaper(Long paperId, String reference, String type, String name, String leadOffice, Kind kind,
    String body, LocalDate since, LocalDate forgottenOn, LocalDate nextMeeting, String why) {

  /** How it was forgotten. */
  public enum Kind {

    NEVER_CONSULTED("nie beraten"),
    COMES_LATE("kommt spät wieder"),
    WITHOUT_MEETING("ohne Sitzung"),
    NEVER_BACK("nicht wieder aufgerufen");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }
}
