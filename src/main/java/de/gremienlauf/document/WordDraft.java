package de.gremienlauf.document;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The draft of a paper as a Word file has it.
 *
 * @param city name of the city, e.g. "Stadt Musterstadt"
 * @param reference Vorlagen-Nummer as it is printed
 * @param leadOffice may be null
 * @param parts the parts of the text that a paper of this type has, in their order
 */
public record WordDraft(String city, String paperType, String reference, String subject, String leadOffice,
    List<Part> parts) {

  static final String HINT = "Bitte nur den Text unter den Überschriften ändern; die Datei danach im Reiter „Text“ der"
      + " Aufgabe hochladen.";
  static final String SUBJECT = "Betreff";

  public WordDraft {
    parts = List.copyOf(parts);
  }

  /**
   * A part of the text.
   *
   * @param heading as it is printed for this type of paper
   */
  public record Part(PaperSection section, String heading, RichText text) {
  }

  String title() {
    return paperType + " " + reference;
  }

  String office() {
    return leadOffice == null ? null : "Federführung: " + leadOffice;
  }

  /** What the file says around the text. */
  Set<String> lines() {
    Set<String> lines = new HashSet<>(List.of(city, title(), HINT, SUBJECT, subject));
    if (leadOffice != null) {
      lines.add(office());
    }
    parts.forEach(part -> lines.add(part.heading()));
    return lines;
  }
}
