package de.gremienlauf.document;

import static de.gremienlauf.document.WordPackage.attribute;
import static de.gremienlauf.document.WordPackage.child;
import static de.gremienlauf.document.WordPackage.children;
import static de.gremienlauf.document.WordPackage.has;
import static de.gremienlauf.document.WordPackage.number;
import static de.gremienlauf.document.WordPackage.val;

import de.gremienlauf.document.RichBlock.Cell;
import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.document.RichBlock.Row;
import de.gremienlauf.document.RichBlock.Table;
import de.gremienlauf.document.WordFinding.Kind;
import de.gremienlauf.engine.BusinessException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Reads the text of a paper out of a Word file, whoever wrote it: from the template's content controls or below
 * headings of known names. Every element of the file has a place in here; what a text cannot hold is found and told,
 * and no words vanish without a word about them.
 */
final class WordReader {

  private static final int MAX_DEPTH = 150;
  private static final String OUTSIDE = "außerhalb der Textteile";
  static final String SUBJECT_TAG = "gremienlauf.subject";
  private static final String SUBJECT = "betreff";
  private static final Pattern LINK_FIELD = Pattern.compile("^\\s*HYPERLINK\\s+\"([^\"]+)\".*", Pattern.DOTALL);
  private static final Pattern PAGE_NUMBER = Pattern.compile("(?i)(?:seite )?\\d+(?: ?(?:von|/) ?\\d+)?");
  /** Marks without words: of places, of protection, of spelling, of the last page layout. */
  private static final Set<String> SILENT = Set.of("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx",
      "trPr", "tcPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
      "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
      "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
      "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
      "customXmlMoveToRangeEnd", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef", "separator",
      "continuationSeparator", "smartTagPr", "customXmlPr", "rubyPr", "ffData", "sectPr", "dirPr");
  private static final Set<String> TRANSPARENT = Set.of("customXml", "smartTag", "sdtContent", "r", "ruby", "rubyBase",
      "dir", "bdo", "fldSimple", "body");

  private final WordStyles styles;
  private final WordPackage file;
  private final Set<String> known;
  private final Map<String, Element> footnotes;
  private final Map<String, Element> endnotes;
  private final Map<String, Element> comments;
  private final Map<PaperSection, ListBuilder> sections = new EnumMap<>(PaperSection.class);
  private final Map<Kind, Map<String, List<String>>> found = new EnumMap<>(Kind.class);
  private final Deque<Field> fields = new ArrayDeque<>();
  private final List<String> subject = new ArrayList<>();
  private PaperSection section;
  private boolean inSubject;
  private boolean inControl;
  private int headingLevel;
  private List<Run> line = new ArrayList<>();
  private List<Run> deletedEnd = List.of();
  private List<Element> boxes = new ArrayList<>();
  private int depth;

  /** A field that has begun: first its instruction, then its result. */
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean showsResult;
  }

  private WordReader(WordPackage file, Set<String> knownLines) throws IOException {
    this.file = file;
    this.styles = new WordStyles(file.parts("styles"), file.parts("numbering"));
    this.footnotes = byId(file.parts("footnotes"));
    this.endnotes = byId(file.parts("endnotes"));
    this.comments = byId(file.parts("comments"));
    this.known = knownLines.stream().map(WordReader::normalized).collect(Collectors.toSet());
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

  private static Map<String, Element> byId(List<Element> parts) {
    Map<String, Element> byId = new LinkedHashMap<>();
    parts.forEach(part -> children(part)
        .filter(child -> Set.of("", "normal").contains(attribute(child, "type")))
        .forEach(child -> byId.put(attribute(child, "id"), child)));
    return byId;
  }

  private UploadedText read(String fileName) throws IOException {
    Element body = child(file.document(), "body");
    if (body == null) {
      throw new IOException("The document has no body");
    }
    blocks(body, null);
    comments.values().forEach(comment -> find(Kind.COMMENT, comment(comment)));
    section = null;
    for (String kind : List.of("header", "footer")) {
      file.parts(kind).stream().map(WordReader::words)
          .filter(text -> !text.isBlank() && !isKnown(text) && !PAGE_NUMBER.matcher(text).matches())
          .collect(Collectors.toCollection(LinkedHashSet::new)).forEach(text -> find(Kind.HEADER, text));
    }
    Map<PaperSection, RichText> texts = new EnumMap<>(PaperSection.class);
    sections.forEach((part, builder) -> texts.put(part, new RichText(builder.build())));
    String line = String.join(" ", subject).strip();
    return new UploadedText(fileName, texts, line.isEmpty() ? null : line, findings());
  }

  private List<WordFinding> findings() {
    List<WordFinding> findings = new ArrayList<>();
    found.forEach((kind, places) -> places.forEach((place, texts) -> findings.add(new WordFinding(
        kind.sentence(texts.size(), place), texts.stream().filter(text -> !text.isBlank()).toList()))));
    return findings;
  }

  private void find(Kind kind, String text) {
    found.computeIfAbsent(kind, key -> new LinkedHashMap<>())
        .computeIfAbsent(section == null ? OUTSIDE : section.place(), key -> new ArrayList<>()).add(text.strip());
  }

  private boolean isKnown(String text) {
    return text.lines().map(WordReader::normalized).allMatch(line -> line.isEmpty() || known.contains(line));
  }

  /** Whether a control only invites to write something. */
  private static boolean isInvitation(String text) {
    return text.isBlank() || text.equals(WordWriter.INVITATION) || text.startsWith("Klicken oder tippen Sie hier");
  }

  private static String normalized(String text) {
    return text.replace('\u00A0', ' ').replaceAll("\\s+", " ").strip().toLowerCase(Locale.GERMAN);
  }

  // Blocks

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
        formula(element);
        endParagraph(0, null, target);
      }
      default -> {
        if (TRANSPARENT.contains(element.getLocalName())) {
          blocks(element, target);
        } else if (!SILENT.contains(element.getLocalName())) {
          find(Kind.UNKNOWN, words(element));
          line.add(Run.of(words(element)));
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
      section = null;
    } else {
      blocks(content, target);
    }
  }

  private ListBuilder begin(PaperSection part) {
    section = part;
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
    line.addAll(deletedEnd);
    deletedEnd = List.of();
    inline(paragraph, looks);
    if (has(paragraph, "pPr", "rPr", "del") || has(paragraph, "pPr", "rPr", "moveFrom")) {
      find(Kind.TRACKED, "");
      deletedEnd = line;
      line = new ArrayList<>();
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
      inline(content, Set.of());
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
        section = null;
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
    List<Run> runs = line;
    List<Element> inside = boxes;
    line = new ArrayList<>();
    boxes = new ArrayList<>();
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

  private void outside(String text) {
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

  /** Rows or cells, also those that lie in controls or between marks. */
  private List<Element> nested(Element parent, String name) {
    List<Element> nested = new ArrayList<>();
    deeper(() -> children(parent).forEach(child -> {
      if (name.equals(child.getLocalName())) {
        nested.add(child);
      } else if (!SILENT.contains(child.getLocalName())) {
        nested.addAll(nested(child, name));
      }
    }));
    return nested;
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

  /** How many rows each cell spans; none for a cell that is only the lower part of another. */
  private static Map<Element, Integer> spans(List<List<Element>> rows) {
    Map<Element, Integer> spans = new HashMap<>();
    Map<Integer, Integer> below = new HashMap<>();
    for (int at = rows.size() - 1; at >= 0; at--) {
      int column = before(rows.get(at));
      Map<Integer, Integer> open = new HashMap<>();
      for (Element cell : rows.get(at)) {
        Element merge = child(cell, "tcPr", "vMerge");
        int height = 1 + (merge == null ? 0 : below.getOrDefault(column, 0));
        boolean lower = merge != null && !"restart".equals(val(merge)) && at > 0 && words(cell).isBlank();
        spans.put(cell, lower ? 0 : height);
        if (lower) {
          open.put(column, height);
        }
        column += columns(cell);
      }
      below = open;
    }
    return spans;
  }

  private static int before(List<Element> row) {
    return row.isEmpty() ? 0 : number(val((Element) row.get(0).getParentNode(), "trPr", "gridBefore"), 0);
  }

  private static int columns(Element cell) {
    return Math.max(1, number(val(cell, "tcPr", "gridSpan"), 1));
  }

  // Words

  private void inline(Element parent, Set<Run.Format> looks) {
    deeper(() -> children(parent).forEach(child -> inlineElement(child, looks)));
  }

  private void inlineElement(Element element, Set<Run.Format> looks) {
    switch (element.getLocalName()) {
      case "r" -> run(element, looks);
      case "t" -> text(element.getTextContent(), looks);
      case "hyperlink" -> hyperlink(element, looks);
      case "ins", "moveTo" -> {
        find(Kind.TRACKED, "eingefügt: " + words(element));
        inline(element, looks);
      }
      case "del", "moveFrom" -> find(Kind.TRACKED, "gestrichen: " + words(element));
      case "fldSimple" -> {
        find(Kind.FIELD, words(element));
        inline(element, looks);
      }
      case "sdt" -> {
        Element content = child(element, "sdtContent");
        if (content != null && !(has(element, "sdtPr", "showingPlcHdr") && isInvitation(words(content)))) {
          inline(content, looks);
        }
      }
      case "AlternateContent" -> alternative(element).ifPresent(chosen -> inline(chosen, looks));
      case "oMath", "oMathPara" -> formula(element);
      case "br" -> {
        if (Set.of("page", "column").contains(attribute(element, "type"))) {
          find(Kind.BREAK, "");
        }
        text("\n", looks);
      }
      case "cr" -> text("\n", looks);
      case "tab", "ptab" -> {
        if (!Run.isBlank(line)) {
          find(Kind.TAB, "");
        }
        text(" ", looks);
      }
      case "noBreakHyphen" -> text("\u2011", looks);
      case "softHyphen" -> text("\u00AD", looks);
      case "sym" -> symbol(element, looks);
      case "footnoteReference" -> note(footnotes, element);
      case "endnoteReference" -> note(endnotes, element);
      case "commentReference" -> {
        Element comment = comments.remove(attribute(element, "id"));
        if (comment != null) {
          find(Kind.COMMENT, comment(comment));
        }
      }
      case "fldChar" -> field(element, looks);
      case "instrText", "delInstrText" -> {
        if (!fields.isEmpty()) {
          fields.peek().instruction.append(element.getTextContent());
        }
      }
      case "drawing", "pict", "object" -> drawing(element);
      case "subDoc" -> find(Kind.EMBEDDED, "");
      case "contentPart" -> find(Kind.OBJECT, "");
      case "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "pgNum" -> find(Kind.FIELD, "");
      case "delText" -> find(Kind.TRACKED, "gestrichen: " + element.getTextContent());
      default -> {
        if (TRANSPARENT.contains(element.getLocalName())) {
          inline(element, looks);
        } else if (!SILENT.contains(element.getLocalName())) {
          find(Kind.UNKNOWN, words(element));
          text(words(element), looks);
        }
      }
    }
  }

  private void run(Element run, Set<Run.Format> inherited) {
    Element properties = child(run, "rPr");
    if (properties != null) {
      if (WordStyles.isOn(child(properties, "vanish"))) {
        find(Kind.HIDDEN, words(run));
        return;
      }
      if (has(properties, "rPrChange")) {
        find(Kind.TRACKED, "");
      }
      boolean coloured = !Set.of("", "auto", "000000").contains(val(properties, "color"))
          || !Set.of("", "none").contains(val(properties, "highlight"));
      if (coloured && !words(run).isBlank() && !"hyperlink".equals(run.getParentNode().getLocalName())) {
        find(Kind.COLOUR, words(run));
      }
    }
    Set<Run.Format> looks = properties == null ? inherited : styles.looks(properties, inherited);
    inline(run, "hyperlink".equals(run.getParentNode().getLocalName()) ? inherited : looks);
  }

  private void text(String text, Set<Run.Format> looks) {
    if (fields.stream().allMatch(field -> field.showsResult)) {
      line.add(Run.of(text, looks));
    }
  }

  private void hyperlink(Element link, Set<Run.Format> looks) {
    inline(link, looks);
    file.address(attribute(link, "id")).ifPresent(address -> linked(words(link), address, looks));
  }

  private void linked(String shown, String address, Set<Run.Format> looks) {
    String target = address.replaceFirst("(?i)^mailto:", "");
    find(Kind.LINK, address);
    if (!shown.contains(target.replaceFirst("^https?://", "").replaceFirst("/$", ""))) {
      text(" (" + target + ")", looks);
    }
  }

  private void field(Element mark, Set<Run.Format> looks) {
    switch (attribute(mark, "fldCharType")) {
      case "begin" -> fields.push(new Field());
      case "separate" -> {
        if (!fields.isEmpty()) {
          fields.peek().showsResult = true;
        }
      }
      default -> {
        if (!fields.isEmpty()) {
          Matcher link = LINK_FIELD.matcher(fields.pop().instruction);
          if (link.matches()) {
            linked(Run.words(line), link.group(1), looks);
          } else {
            find(Kind.FIELD, "");
          }
        }
      }
    }
  }

  private void note(Map<String, Element> notes, Element reference) {
    Element note = notes.get(attribute(reference, "id"));
    if (note == null) {
      return;
    }
    find(Kind.NOTE, words(note));
    List<Run> outer = line;
    List<Element> outerBoxes = boxes;
    List<Run> runs = new ArrayList<>();
    boxes = new ArrayList<>();
    ListBuilder content = new ListBuilder();
    line = new ArrayList<>();
    blocks(note, content);
    for (RichBlock block : content.build()) {
      runs.addAll(runs.isEmpty() ? List.of() : List.of(Run.of("\n")));
      runs.addAll(block instanceof Paragraph paragraph ? paragraph.runs()
          : List.of(Run.of(new PlainWriter().write(List.of(block)))));
    }
    line = outer;
    boxes = outerBoxes;
    if (section == null) {
      outside(words(note));
    } else {
      line.add(Run.note(runs));
    }
  }

  private void symbol(Element symbol, Set<Run.Format> looks) {
    String text = switch (attribute(symbol, "char").toUpperCase(Locale.ROOT)) {
      case "F0B7", "F0A7" -> "•";
      case "F0E0", "F0AE" -> "→";
      case "F0FC" -> "✓";
      case "F0A8", "F06F", "2610" -> "☐";
      case "F0FE", "2611", "2612" -> "☑";
      case "F02D" -> "–";
      default -> null;
    };
    if (text == null) {
      find(Kind.SYMBOL, attribute(symbol, "font") + " " + attribute(symbol, "char"));
    }
    text(text == null ? "\u25A1" : text, looks);
  }

  private void formula(Element formula) {
    find(Kind.FORMULA, words(formula));
    text(words(formula), Set.of());
  }

  /** A picture, a chart, a text box: words in boxes are text, everything else is told. */
  private void drawing(Element drawing) {
    List<Element> inside = new ArrayList<>();
    collect(drawing, "txbxContent", inside);
    if (!inside.isEmpty()) {
      boxes.addAll(inside);
    }
    List<Element> pictures = new ArrayList<>();
    collect(drawing, "pic", pictures);
    collect(drawing, "imagedata", pictures);
    List<Element> words = new ArrayList<>();
    collect(drawing, "docPr", words);
    collect(drawing, "textpath", words);
    String told = words.stream().map(element -> (attribute(element, "descr") + " " + attribute(element, "title") + " "
        + attribute(element, "string")).strip()).collect(Collectors.joining(" "));
    if ("object".equals(drawing.getLocalName())) {
      find(Kind.OBJECT, told);
    } else if (!pictures.isEmpty()) {
      pictures.forEach(picture -> find(Kind.IMAGE, told));
    } else if (inside.isEmpty()) {
      find(Kind.OBJECT, (told + " " + words(drawing)).strip());
    }
  }

  private void collect(Element parent, String name, List<Element> into) {
    deeper(() -> children(parent).forEach(child -> {
      if (name.equals(child.getLocalName())) {
        into.add(child);
      } else if (!"Fallback".equals(child.getLocalName())) {
        collect(child, name, into);
      }
    }));
  }

  /** Of several ways to say the same, the first. */
  private static Optional<Element> alternative(Element alternatives) {
    return children(alternatives).findFirst();
  }

  private static String comment(Element comment) {
    String author = attribute(comment, "author");
    return (author.isBlank() ? "" : author + ": ") + words(comment);
  }

  /** All words below an element, as they are told. */
  static String words(Element element) {
    StringBuilder words = new StringBuilder();
    words(element, words, 0);
    return words.toString().strip();
  }

  private static void words(Element element, StringBuilder words, int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("The document is nested too deeply");
    }
    switch (element.getLocalName()) {
      case "t", "delText" -> words.append(element.getTextContent());
      case "tab", "br", "cr", "ptab" -> words.append(' ');
      case "instrText", "delInstrText", "Fallback", "pPr", "rPr" -> {
        // No words for people.
      }
      default -> {
        children(element).forEach(child -> words(child, words, depth + 1));
        if (Set.of("p", "tr").contains(element.getLocalName()) && !words.isEmpty()) {
          words.append('\n');
        } else if ("tc".equals(element.getLocalName())) {
          words.append(' ');
        }
      }
    }
  }

  private void deeper(Runnable reading) {
    if (++depth > MAX_DEPTH) {
      throw new IllegalArgumentException("The document is nested too deeply");
    }
    reading.run();
    depth--;
  }
}
