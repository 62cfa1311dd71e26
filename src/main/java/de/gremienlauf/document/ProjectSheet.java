package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A document of texts and tables under their headings as it is printed, mostly about a funded project. Lists are never null but
 * may be empty.
 *
 * @param city e.g. "Stadt Köln"
 * @param origin the office that it comes from; may be null
 * @param name what it is, e.g. "Verwendungsnachweis"
 * @param subject the project, e.g. "Förderprojekt „Einwanderung gestalten NRW“ (FP-2017-001)"
 * @param facts what the letterhead says on its right side, e.g. the day it is due
 * @param signatures lines under the text
 * @param createdOn day this text was made, kept in the properties of the file
 */
public record ProjectSheet(String city, String origin, String name, String subject, List<Fact> facts,
    List<Section> sections, List<String> signatures, LocalDate createdOn) {

  public ProjectSheet {
    Objects.requireNonNull(city, "city");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(createdOn, "createdOn");
    facts = List.copyOf(facts);
    sections = List.copyOf(sections);
    signatures = List.copyOf(signatures);
  }

  /** A value with what it means. */
  public record Fact(String label, String value) {
  }

  /**
   * A part of the document; every part of it but the heading may be missing.
   *
   * @param text paragraphs and lists of plain text; may be null
   * @param table may be null
   * @param note paragraphs behind the table; may be null
   */
  public record Section(String heading, String text, Table table, String note) {

    public static Section of(String heading, String text) {
      return new Section(heading, text, null, null);
    }

    public static Section of(String heading, Table table, String note) {
      return new Section(heading, null, table, note);
    }
  }

  /**
   * A table; every row has as many cells as there are columns, an empty cell is null.
   *
   * @param totals rows below the others, printed stronger
   */
  public record Table(List<Column> columns, List<List<String>> rows, List<List<String>> totals) {
  }

  /**
   * A column of a table.
   *
   * @param widthInMillimetres null to share what the others leave
   * @param number whether amounts stand in it, which are set to the right
   */
  public record Column(String label, Integer widthInMillimetres, boolean number) {
  }
}
