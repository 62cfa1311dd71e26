package de.gremienlauf.document;

import static de.gremienlauf.document.WordElements.SILENT;
import static de.gremienlauf.document.WordElements.TRANSPARENT;
import static de.gremienlauf.document.WordElements.all;
import static de.gremienlauf.document.WordElements.alternative;
import static de.gremienlauf.document.WordElements.comment;
import static de.gremienlauf.document.WordElements.isInvitation;
import static de.gremienlauf.document.WordElements.words;
import static de.gremienlauf.document.WordPackage.attribute;
import static de.gremienlauf.document.WordPackage.child;
import static de.gremienlauf.document.WordPackage.children;
import static de.gremienlauf.document.WordPackage.has;
import static de.gremienlauf.document.WordPackage.val;

import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.document.WordFinding.Kind;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/** The line that is being read: its words with their looks, its notes, and the boxes that hang on it. */
final class WordLine {

  private static final Pattern LINK_FIELD = Pattern.compile("^\\s*HYPERLINK\\s+\"([^\"]+)\".*", Pattern.DOTALL);

  private final WordReader reader;
  private final WordPackage file;
  private final WordStyles styles;
  private final WordFindings findings;
  private final Map<String, Element> footnotes;
  private final Map<String, Element> endnotes;
  private final Map<String, Element> comments;
  private final Deque<Field> fields = new ArrayDeque<>();
  private List<Run> runs = new ArrayList<>();
  private List<Element> boxes = new ArrayList<>();

  WordLine(WordReader reader, WordPackage file, WordStyles styles, WordFindings findings) throws IOException {
    this.reader = reader;
    this.file = file;
    this.styles = styles;
    this.findings = findings;
    this.footnotes = byId(file.parts("footnotes"));
    this.endnotes = byId(file.parts("endnotes"));
    this.comments = byId(file.parts("comments"));
  }

  /** A field that has begun: first its instruction, then its result. */
  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean showsResult;
  }

  private static Map<String, Element> byId(List<Element> parts) {
    Map<String, Element> byId = new LinkedHashMap<>();
    parts.forEach(part -> children(part)
        .filter(child -> Set.of("", "normal").contains(attribute(child, "type")))
        .forEach(child -> byId.put(attribute(child, "id"), child)));
    return byId;
  }

  /** Ends the line and returns its words. */
  List<Run> take() {
    List<Run> taken = runs;
    runs = new ArrayList<>();
    return taken;
  }

  /** The boxes that hang on the line; they are text of their own. */
  List<Element> takeBoxes() {
    List<Element> taken = boxes;
    boxes = new ArrayList<>();
    return taken;
  }

  void add(List<Run> more) {
    runs.addAll(more);
  }

  /** Tells of the comments to which no word leads. */
  void tellRemainingComments() {
    comments.values().forEach(comment -> findings.add(Kind.COMMENT, comment(comment)));
  }

  /** Reads what stands in a line, each word with the looks that its surroundings give it. */
  void read(Element parent, Set<Run.Format> looks) {
    reader.deeper(() -> children(parent).forEach(child -> inlineElement(child, looks)));
  }

  private void inlineElement(Element element, Set<Run.Format> looks) {
    switch (element.getLocalName()) {
      case "r" -> run(element, looks);
      case "t" -> text(element.getTextContent(), looks);
      case "hyperlink" -> hyperlink(element, looks);
      case "ins", "moveTo" -> {
        findings.add(Kind.TRACKED, "eingefügt: " + words(element));
        read(element, looks);
      }
      case "del", "moveFrom" -> findings.add(Kind.TRACKED, "gestrichen: " + words(element));
      case "fldSimple" -> {
        findings.add(Kind.FIELD, words(element));
        read(element, looks);
      }
      case "sdt" -> {
        Element content = child(element, "sdtContent");
        if (content != null && !(has(element, "sdtPr", "showingPlcHdr") && isInvitation(words(content)))) {
          read(content, looks);
        }
      }
      case "AlternateContent" -> alternative(element).ifPresent(chosen -> read(chosen, looks));
      case "oMath", "oMathPara" -> formula(element);
      case "br" -> {
        if (Set.of("page", "column").contains(attribute(element, "type"))) {
          findings.add(Kind.BREAK, "");
        }
        text("\n", looks);
      }
      case "cr" -> text("\n", looks);
      case "tab", "ptab" -> {
        if (!Run.isBlank(runs)) {
          findings.add(Kind.TAB, "");
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
          findings.add(Kind.COMMENT, comment(comment));
        }
      }
      case "fldChar" -> field(element, looks);
      case "instrText", "delInstrText" -> {
        if (!fields.isEmpty()) {
          fields.peek().instruction.append(element.getTextContent());
        }
      }
      case "drawing", "pict", "object" -> drawing(element);
      case "subDoc" -> findings.add(Kind.EMBEDDED, "");
      case "contentPart" -> findings.add(Kind.OBJECT, "");
      case "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong", "pgNum" -> findings.add(Kind.FIELD, "");
      case "delText" -> findings.add(Kind.TRACKED, "gestrichen: " + element.getTextContent());
      default -> {
        if (TRANSPARENT.contains(element.getLocalName())) {
          read(element, looks);
        } else if (!SILENT.contains(element.getLocalName())) {
          findings.add(Kind.UNKNOWN, words(element));
          text(words(element), looks);
        }
      }
    }
  }

  private void run(Element run, Set<Run.Format> inherited) {
    Element properties = child(run, "rPr");
    if (properties != null) {
      if (WordStyles.isOn(child(properties, "vanish"))) {
        findings.add(Kind.HIDDEN, words(run));
        return;
      }
      if (has(properties, "rPrChange")) {
        findings.add(Kind.TRACKED, "");
      }
      boolean coloured = !Set.of("", "auto", "000000").contains(val(properties, "color"))
          || !Set.of("", "none").contains(val(properties, "highlight"));
      if (coloured && !words(run).isBlank() && !"hyperlink".equals(run.getParentNode().getLocalName())) {
        findings.add(Kind.COLOUR, words(run));
      }
    }
    Set<Run.Format> looks = properties == null ? inherited : styles.looks(properties, inherited);
    read(run, "hyperlink".equals(run.getParentNode().getLocalName()) ? inherited : looks);
  }

  private void text(String text, Set<Run.Format> looks) {
    if (fields.stream().allMatch(field -> field.showsResult)) {
      runs.add(Run.of(text, looks));
    }
  }

  private void hyperlink(Element link, Set<Run.Format> looks) {
    read(link, looks);
    file.address(attribute(link, "id")).ifPresent(address -> linked(words(link), address, looks));
  }

  private void linked(String shown, String address, Set<Run.Format> looks) {
    String target = address.replaceFirst("(?i)^mailto:", "");
    findings.add(Kind.LINK, address);
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
            linked(Run.words(runs), link.group(1), looks);
          } else {
            findings.add(Kind.FIELD, "");
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
    findings.add(Kind.NOTE, words(note));
    List<Element> outerBoxes = takeBoxes();
    List<Run> outer = take();
    List<Run> inside = new ArrayList<>();
    for (RichBlock block : reader.note(note)) {
      inside.addAll(inside.isEmpty() ? List.of() : List.of(Run.of("\n")));
      inside.addAll(block instanceof Paragraph paragraph ? paragraph.runs()
          : List.of(Run.of(new PlainWriter().write(List.of(block)))));
    }
    runs = outer;
    boxes = outerBoxes;
    if (reader.isInText()) {
      runs.add(Run.note(inside));
    } else {
      reader.outside(words(note));
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
      findings.add(Kind.SYMBOL, attribute(symbol, "font") + " " + attribute(symbol, "char"));
    }
    text(text == null ? "\u25A1" : text, looks);
  }

  void formula(Element formula) {
    findings.add(Kind.FORMULA, words(formula));
    text(words(formula), Set.of());
  }

  /** A picture, a chart, a text box: words in boxes are text, everything else is told. */
  private void drawing(Element drawing) {
    List<Element> inside = all(drawing, "txbxContent");
    boxes.addAll(inside);
    List<Element> pictures = new ArrayList<>(all(drawing, "pic"));
    pictures.addAll(all(drawing, "imagedata"));
    List<Element> words = new ArrayList<>(all(drawing, "docPr"));
    words.addAll(all(drawing, "textpath"));
    String told = words.stream().map(element -> (attribute(element, "descr") + " " + attribute(element, "title") + " "
        + attribute(element, "string")).strip()).collect(Collectors.joining(" "));
    if ("object".equals(drawing.getLocalName())) {
      findings.add(Kind.OBJECT, told);
    } else if (!pictures.isEmpty()) {
      pictures.forEach(picture -> findings.add(Kind.IMAGE, told));
    } else if (inside.isEmpty()) {
      findings.add(Kind.OBJECT, (told + " " + words(drawing)).strip());
    }
  }
}
