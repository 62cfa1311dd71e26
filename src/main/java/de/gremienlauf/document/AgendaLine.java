package de.gremienlauf.document;

import java.util.Objects;

/**
 * An item of the agenda (TOP).
 *
 * @param number e.g. "Ö 1.1"
 * @param reference Vorlagen-Nummer; may be null
 * @param paperType German name of the type of paper; may be null
 * @param remark e.g. "Nachtrag", "Tischvorlage", or the ground for the non-public part; may be null
 * @param heading whether it stands above the items that follow it
 */
public record AgendaLine(
    String number, String title, String reference, String paperType, String remark, boolean heading) {

  public AgendaLine {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(title, "title");
  }
}
