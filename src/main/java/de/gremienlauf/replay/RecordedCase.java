package de.gremienlauf.replay;

import java.time.LocalDate;
import java.util.List;

/**
 * One paper's run as a council information system recorded it. What the record does not print is null.
 *
 * @param reference the paper's number
 * @param type as printed
 * @param complete whether the whole run is known
 */
record RecordedCase(String id, String municipality, String reference, String name, String type,
    List<Entry> consultations, boolean complete) implements Recorded {

  /**
   * One line of the record.
   *
   * @param role as printed
   * @param result the literal phrase
   * @param vote the literal voting phrase
   */
  record Entry(int order, String organization, LocalDate date, String role, String result, String vote) {
  }
}
