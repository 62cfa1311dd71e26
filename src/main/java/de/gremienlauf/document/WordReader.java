package de.gremienlauf.document;

import static de.gremienlauf.document.WordElements.SILENT;
import static de.gremienlauf.document.WordElements.TRANSPARENT;
import static de.gremienlauf.document.WordElements.alternative;
import static de.gremienlauf.document.WordElements.before;
import static de.gremienlauf.document.WordElements.columns;
import static de.gremienlauf.document.WordElements.isInvitation;
import static de.gremienlauf.document.WordElements.nested;
import static de.gremienlauf.document.WordElements.normalized;
import static de.gremienlauf.document.WordElements.spans;
import static de.gremienlauf.document.WordElements.words;
import static de.gremienlauf.document.WordPackage.child;
import static de.gremienlauf.document.WordPackage.children;
import static de.gremienlauf.document.WordPackage.has;
import static de.gremienlauf.document.WordPackage.val;

import de.gremienlauf.document.RichBlock.Cell;
import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.document.RichBlock.Row;
import de.gremienlauf.document.RichBlock.Table;
import de.gremienlauf.document.WordFinding.Kind;
import de.gremienlauf.engine.BusinessException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads the text of a paper out of a Word file, whoever wrote it: from the template's content controls or below
 * headings of known names. Every element of the file has a place in here; what a text cannot hold is found and told,
 * and no words vanish without a word about them.
 */
final class WordReader {

  static final String SUBJECT_TAG = "gremienlauf.subject";
  private static final String SUBJECT = "betreff";
  private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(?:seite )?\\d+(?: ?(?:von|/) ?\\d+)?");

  private final WordStyles styles;
  private final WordPackage file;
  private final Set<String> known;
  private final WordLine line;
  private final Map<PaperSection, ListBuilder> sections = new EnumMap<>(PaperSection.class);
  private final WordFindings findings = new WordFindings();
  private final List<String> subject = new ArrayList<>();
  private PaperSection section;
  private boolean inSubject;
  private boolean inControl;
  private int headingLevel;
  private List<Run> deletedEnd = List.of();
  private int depth;

  private WordReader(WordPackage file, Set<String> knownLines) throws IOException {
    this.file = file;
    this.styles = new WordStyles(file.parts("styles"), file.parts("numbering"));
    this.line = new WordLine(this, file, styles, findings);
    this.known = knownLines.stream().map(WordElements::normalized).collect(Collectors.toSet());
  }

  /**
   * Reads a file that has passed the upload check.
   *
   * @param knownLines lines that the template prints around the text; they are no loss
   * @throws BusinessException if it cannot be read
   */
  static UploadedText read(String fileName, byte[] docx, Set<String> knownLines) {
    try (WordPackage file = WordPackage.open(docx)) {
      return new WordReader(file, knownLines).read(fileName);
    } catch (WordPackage.TooLargeException e) {
      throw new BusinessException("Die Datei „" + fileName
          + "“ ist für den Text einer Vorlage zu umfangreich; bitte laden Sie lange Teile als Anlage hoch.");
    } catch (IOException | RuntimeException e) {
      if (e instanceof BusinessException refused) {
        throw refused;
      }
      // POI answers some damage with runtime exceptions of many kinds.
      throw UploadCheck.unreadable(fileName);
    }
  }

  private UploadedText read(String fileName) throws IOException {
    Element body = child(file.document(), "body");
    if (body == null) {
      throw new IOException("The document has no body");
    }
    blocks(body, null);
    line.tellRemainingComments();
    enter(null);
    for (String kind : List.of("header", "footer")) {
      file.parts(kind).stream().map(WordElements::words)
          .filter(text -> !text.isBlank() && !isKnown(text) && !PAGE_NUMBER.matcher(text).matches())
          .collect(Collectors.toCollection(LinkedHashSet::new)).forEach(text -> find(Kind.HEADER, text));
    }
    Map<PaperSection, RichText> texts = new EnumMap<>(PaperSection.class);
    sections.forEach((part, builder) -> texts.put(part, new RichText(builder.build())));
    String line = String.join(" ", subject).strip();
    return new UploadedText(fileName, texts, line.isEmpty() ? null : line, findings.told());
  }

  private void find(Kind kind, String text) {
    findings.add(kind, text);
  }

  private void enter(PaperSection part) {
    section = part;
    findings.in(part);
  }

  private boolean isKnown(String text) {
    return text.lines().map(WordElements::normalized).allMatch(line -> line.isEmpty() || known.contains(line));
  }

  /** Reads what stands one below the other; into a list of its own if one is given, else into the part of the text. */
  private void blocks(Element parent, ListBuilder target) {
    deeper(() -> children(parent).forEach(child -> block(child, target)));
  }

  private void block(Element element, ListBuilder target) {
    switch (element.getLocalName()) {
      case "p" -> paragraph(element, target);
      case "tbl" -> table(element, target);
      case "sdt" -> control(element, target);
      case "ins", "moveTo" -> {
        find(Kind.TRACKED, "eingefügt: " + words(element));
        blocks(element, target);
      }
      case "del", "moveFrom" -> find(Kind.TRACKED, "gestrichen: " + words(element));
      case "altChunk" -> find(Kind.EMBEDDED, "");
      case "AlternateContent" -> alternative(element).ifPresent(chosen -> blocks(chosen, target));
      case "oMathPara", "oMath" -> {
        line.formula(element);
        endParagraph(0, null, target);
      }
      default -> {
        if (TRANSPARENT.contains(element.getLocalName())) {
          blocks(element, target);
        } else if (!SILENT.contains(element.getLocalName())) {
          find(Kind.UNKNOWN, words(element));
          line.add(List.of(Run.of(words(element))));
          endParagraph(0, null, target);
        }
      }
    }
  }

  private void control(Element control, ListBuilder target) {
    Element content = child(control, "sdtContent");
    String tag = val(control, "sdtPr", "tag");
    Optional<PaperSection> part = inControl || target != null ? Optional.empty() : PaperSection.ofTag(tag);
    if (content == null) {
      return;
    }
    if (has(control, "sdtPr", "showingPlcHdr") && isInvitation(words(content))) {
      part.ifPresent(this::begin);
    } else if (part.isPresent()) {
      begin(part.get());
      inControl = true;
      blocks(content, null);
      inControl = false;
    } else if (SUBJECT_TAG.equals(tag) && target == null) {
      subject.clear();
      subject.add(isInvitation(words(content)) ? "" : words(content).replaceAll("\\s+", " ").strip());
      inSubject = false;
      enter(null);
    } else {
      blocks(content, target);
    }
  }

  private ListBuilder begin(PaperSection part) {
    enter(part);
    inSubject = false;
    return sections.computeIfAbsent(part, key -> new ListBuilder());
  }

  private void paragraph(Element paragraph, ListBuilder target) {
    Element properties = child(paragraph, "pPr");
    int level = properties == null ? 0 : styles.headingLevel(properties);
    if (target == null && !inControl && isHeading(paragraph, level)) {
      return;
    }
    Element wrapped = target != null || inControl ? null : taggedInside(paragraph);
    if (wrapped != null) {
      inlineControl(wrapped);
      return;
    }
    if (WordStyles.isOn(child(paragraph, "pPr", "pageBreakBefore"))) {
      find(Kind.BREAK, "");
    }
    if (has(paragraph, "pPr", "pPrChange") || has(paragraph, "pPr", "rPr", "rPrChange")) {
      find(Kind.TRACKED, "");
    }
    Set<Run.Format> looks = properties == null || level > 0 ? Set.of()
        : styles.looks(val(properties, "pStyle"), Set.of());
    WordStyles.Mark mark = properties == null ? null : styles.mark(properties);
    line.add(deletedEnd);
    deletedEnd = List.of();
    line.read(paragraph, looks);
    if (has(paragraph, "pPr", "rPr", "del") || has(paragraph, "pPr", "rPr", "moveFrom")) {
      find(Kind.TRACKED, "");
      deletedEnd = line.take();
      return;
    }
    if (has(paragraph, "pPr", "rPr", "ins")) {
      find(Kind.TRACKED, "");
    }
    if (level > 0 && mark != null) {
      find(Kind.HEADING_NUMBER, words(paragraph));
    }
    endParagraph(level, level > 0 ? null : mark, target);
  }

  /** A paragraph that other programs made of a control. */
  private static Element taggedInside(Element paragraph) {
    return children(paragraph).filter(child -> "sdt".equals(child.getLocalName()))
        .filter(control -> SUBJECT_TAG.equals(val(control, "sdtPr", "tag"))
            || PaperSection.ofTag(val(control, "sdtPr", "tag")).isPresent()).findFirst().orElse(null);
  }

  private void inlineControl(Element control) {
    Element content = child(control, "sdtContent");
    if (SUBJECT_TAG.equals(val(control, "sdtPr", "tag"))) {
      subject.clear();
      subject.add(words(control).replaceAll("\\s+", " ").strip());
      return;
    }
    begin(PaperSection.ofTag(val(control, "sdtPr", "tag")).orElseThrow());
    if (content != null) {
      line.read(content, Set.of());
      endParagraph(0, null, null);
    }
  }

  /** Takes a line as the heading of a part of the text, or as the end of one. */
  private boolean isHeading(Element paragraph, int level) {
    String words = words(paragraph).strip();
    if (normalized(words).replaceFirst(" ?:$", "").equals(SUBJECT) && subject.isEmpty() && section == null) {
      inSubject = true;
      headingLevel = level;
      return true;
    }
    boolean below = headingLevel > 0 && (level == 0 || level > headingLevel);
    Optional<PaperSection> part = below ? Optional.empty() : PaperSection.ofHeading(words);
    if (part.isEmpty()) {
      if (headingLevel > 0 && !below) {
        enter(null);
        inSubject = false;
      }
      return false;
    }
    boolean again = sections.containsKey(part.get());
    begin(part.get());
    headingLevel = level;
    if (again && !normalized(words).equals(normalized(part.get().label()))) {
      return false;
    }
    if (!normalized(words).replaceFirst(" ?:$", "").equals(normalized(part.get().label())) && !isKnown(words)) {
      find(Kind.HEADING, words);
    }
    return true;
  }

  private void endParagraph(int level, WordStyles.Mark mark, ListBuilder target) {
    List<Element> inside = line.takeBoxes();
    List<Run> runs = line.take();
    if (!Run.isBlank(runs) && !WordWriter.INVITATION.equals(Run.words(runs).strip())) {
      store(new Paragraph(level > 0 ? 4 : 0, runs), mark, target);
    }
    for (Element box : inside) {
      find(Kind.TEXT_BOX, words(box));
      blocks(box, target);
    }
  }

  private void store(Paragraph paragraph, WordStyles.Mark mark, ListBuilder target) {
    ListBuilder into = target != null ? target : section == null ? null : begin(section);
    if (into == null) {
      outside(Run.words(paragraph.runs()));
    } else if (mark != null) {
      into.addItem(mark, paragraph.runs());
    } else {
      into.add(paragraph);
    }
  }

  /** What stands in a note, of which nothing is a part of the text by itself. */
  List<RichBlock> note(Element note) {
    ListBuilder content = new ListBuilder();
    blocks(note, content);
    return content.build();
  }

  boolean isInText() {
    return section != null;
  }

  /** Words that stand in no part of the text. */
  void outside(String text) {
    if (inSubject) {
      subject.add(text.replaceAll("\\s+", " ").strip());
    } else if (!isKnown(text)) {
      find(Kind.OUTSIDE, text);
    }
  }

  private void table(Element table, ListBuilder target) {
    if (target != null) {
      find(Kind.NESTED_TABLE, words(table));
    }
    List<List<Element>> rows = new ArrayList<>();
    for (Element row : nested(table, "tr")) {
      if (has(row, "trPr", "del")) {
        find(Kind.TRACKED, "gestrichen: " + words(row));
        continue;
      }
      if (has(row, "trPr", "ins")) {
        find(Kind.TRACKED, "eingefügt: " + words(row));
      }
      rows.add(nested(row, "tc"));
    }
    if (target == null && section == null) {
      String words = words(table);
      if (!words.isBlank()) {
        outside(words);
      }
      rows.forEach(row -> row.forEach(this::lost));
      return;
    }
    List<Row> read = rows(rows);
    if (!read.isEmpty()) {
      (target != null ? target : begin(section)).add(new Table(read));
    }
  }

  /** Tells of pictures and the like in a part that is left out as a whole. */
  private void lost(Element element) {
    ListBuilder nowhere = new ListBuilder();
    blocks(element, nowhere);
    nowhere.build();
  }

  private List<Row> rows(List<List<Element>> rows) {
    Map<Element, Integer> spans = spans(rows);
    List<Row> read = new ArrayList<>();
    for (List<Element> row : rows) {
      List<Cell> cells = new ArrayList<>();
      for (int i = before(row); i > 0; i--) {
        cells.add(new Cell(1, 1, List.of()));
      }
      for (Element cell : row) {
        if (spans.get(cell) > 0) {
          ListBuilder content = new ListBuilder();
          blocks(cell, content);
          cells.add(new Cell(columns(cell), spans.get(cell), HtmlReader.cellContent(content.build())));
        }
      }
      read.add(new Row(cells));
    }
    return read;
  }

  /** Reads what lies deeper inside, unless that is deeper than any text. */
  void deeper(Runnable reading) {
    WordElements.refuseTooDeep(++depth);
    reading.run();
    depth--;
  }
}
