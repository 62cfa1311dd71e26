package de.gremienlauf.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of a paper's text, in their order, with the headings under which they are found in a file. */
public enum PaperSection {
  RESOLUTION("Beschlussvorschlag", "im Beschlussvorschlag", "beschluss", "beschlussentwurf", "beschlusstext",
      "beschlussempfehlung", "beschlussvorschläge"),
  REASONS("Begründung", "in der Begründung", "text", "sachverhalt", "sachdarstellung", "sachstand", "mitteilungstext",
      "begründung und sachverhalt", "sachverhalt und begründung"),
  BUDGET("Haushaltsmäßige Auswirkungen", "in den haushaltsmäßigen Auswirkungen", "finanzielle auswirkungen",
      "haushaltsrechtliche auswirkungen", "auswirkungen auf den haushalt", "finanzierung", "kosten und finanzierung"),
  ALTERNATIVE("Alternative", "in der Alternative", "alternativen", "alternativvorschlag", "handlungsalternative",
      "handlungsalternativen");

  private static final String TAG = "gremienlauf.";

  private final String label;
  private final String place;
  private final List<String> headings;

  PaperSection(String label, String place, String... headings) {
    this.label = label;
    this.place = place;
    this.headings = Stream.concat(Stream.of(label.toLowerCase(Locale.GERMAN)), Stream.of(headings)).toList();
  }

  public String label() {
    return label;
  }

  /** Where something is, e.g. "in der Begründung". */
  String place() {
    return place;
  }

  /** The tag of its content control in the template. */
  String tag() {
    return TAG + name().toLowerCase(Locale.ROOT);
  }

  static Optional<PaperSection> ofTag(String tag) {
    return Stream.of(values()).filter(section -> section.tag().equalsIgnoreCase(tag)).findFirst();
  }

  /** The part that a line is the heading of, with or without a number before and a colon behind it. */
  static Optional<PaperSection> ofHeading(String line) {
    String heading = line.replace('\u00A0', ' ').strip().toLowerCase(Locale.GERMAN)
        .replaceFirst("^(\\d{1,2}|[ivx]{1,4})[.)]\\s*", "").replaceFirst("\\s*:$", "");
    return Stream.of(values()).filter(section -> section.headings.contains(heading)).findFirst();
  }
}
