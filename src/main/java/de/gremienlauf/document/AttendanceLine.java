package de.gremienlauf.document;

import java.util.Objects;

/**
 * Somebody who attended or was expected.
 *
 * @param group Fraktion; may be null
 * @param remark e.g. "ab 16:10 Uhr, TOP Ö 3.1" or "i. V. für Max Mustermann"; may be null
 */
public record AttendanceLine(String name, String group, String remark) {

  public AttendanceLine {
    Objects.requireNonNull(name, "name");
  }
}
