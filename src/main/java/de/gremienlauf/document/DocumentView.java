package de.gremienlauf.document;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** What the templates print of every document; every text in here is printable as it stands. */
abstract class DocumentView {

  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy", Locale.GERMAN);
  private static final int HEAD_LENGTH = 105;
  private static final int LETTERHEAD_LENGTH = 200;

  private final PrintableText printable;

  DocumentView(PrintableText printable) {
    this.printable = printable;
  }

  /** What the letterhead says on its right side. */
  public record Fact(String label, String value) {
  }

  /** An entry in the outline of the file, which leads to the element with this id. */
  public record Bookmark(String name, String id) {
  }

  /** A piece of a line; a black one is printed as a bar on its own word. */
  public record Run(String text, boolean black) {
  }

  /** The title of the file. */
  public abstract String getTitle();

  public abstract String getCity();

  /** What the document is about, for the properties of the file. */
  public abstract String getSubject();

  /** Who the document comes from, printed below the city; null prints nothing. */
  public abstract String getOrigin();

  public abstract List<Fact> getFacts();

  public abstract String getFooter();

  /** What every page but the first begins with. */
  public abstract String getRunningHead();

  /** The lines under the text. */
  public abstract List<String> getSignatures();

  public List<Bookmark> getBookmarks() {
    return List.of();
  }

  /** Whether the two sides of the letterhead are too long to stand beside each other. */
  public final boolean isStacked() {
    return Stream.concat(Stream.of(getCity(), Objects.requireNonNullElse(getOrigin(), "")),
        getFacts().stream().map(Fact::value)).anyMatch(text -> text.length() > LETTERHEAD_LENGTH);
  }

  /** The pieces of a line, most often one. */
  public List<Run> runs(String line) {
    return List.of(new Run(line, false));
  }

  final String line(String text) {
    return printable.line(text);
  }

  final List<String> lines(List<String> texts) {
    return texts.stream().map(printable::line).toList();
  }

  final String lineOrNull(String text) {
    return isGiven(text) ? printable.line(text) : null;
  }

  /** A text with its look, as XHTML. */
  final String html(RichText text) {
    return text.html(printable);
  }

  /** The blocks of a text; none if it is null. */
  final List<TextBlock> text(String text) {
    return text == null ? List.of() : TextBlock.of(printable.lines(text));
  }

  /** The blocks of several paragraphs. */
  final List<TextBlock> text(List<String> paragraphs) {
    return text(String.join("\n\n", paragraphs));
  }

  /** The texts that are given, with their separator between them. */
  final String join(String separator, String... texts) {
    List<String> given = new ArrayList<>();
    for (String text : texts) {
      if (isGiven(text)) {
        given.add(printable.line(text));
      }
    }
    return String.join(separator, given);
  }

  static boolean isGiven(String text) {
    return text != null && !text.isBlank();
  }

  static String date(LocalDate date) {
    return DATE.format(date);
  }

  /** As much of a line as fits into the head of a page. */
  static String shorten(String line) {
    if (line.length() <= HEAD_LENGTH) {
      return line;
    }
    int space = line.lastIndexOf(' ', HEAD_LENGTH);
    int end = space > HEAD_LENGTH / 2 ? space : HEAD_LENGTH;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + " …";
  }
}
