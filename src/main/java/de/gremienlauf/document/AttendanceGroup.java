package de.gremienlauf.document;

import java.util.List;
import java.util.Objects;

/**
 * Those who attended, or are excused, in the same function.
 *
 * @param heading e.g. "Vorsitz", "Stimmberechtigte Mitglieder", "Entschuldigt"
 * @param lines never null; an empty list is printed as "niemand"
 */
public record AttendanceGroup(String heading, List<AttendanceLine> lines) {

  public AttendanceGroup {
    Objects.requireNonNull(heading, "heading");
    lines = List.copyOf(lines);
  }
}
