package de.gremienlauf.document;

import static de.gremienlauf.document.WordPackage.attribute;
import static de.gremienlauf.document.WordPackage.child;
import static de.gremienlauf.document.WordPackage.children;
import static de.gremienlauf.document.WordPackage.number;
import static de.gremienlauf.document.WordPackage.val;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Element;

/** What is known of the elements of a Word file: which are silent, which words they hold, how wide and high a cell is. */
final class WordElements {

  /** No text that people write is nested this deeply; a file that is would exhaust the stack. */
  private static final int MAX_DEPTH = 150;
  /** Marks without words: of places, of protection, of spelling, of the last page layout. */
  static final Set<String> SILENT = Set.of("pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "tblPrEx",
      "trPr", "tcPr", "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart",
      "commentRangeEnd", "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
      "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart", "customXmlDelRangeEnd",
      "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd", "customXmlMoveToRangeStart",
      "customXmlMoveToRangeEnd", "lastRenderedPageBreak", "footnoteRef", "endnoteRef", "annotationRef", "separator",
      "continuationSeparator", "smartTagPr", "customXmlPr", "rubyPr", "ffData", "sectPr", "dirPr");
  static final Set<String> TRANSPARENT = Set.of("customXml", "smartTag", "sdtContent", "r", "ruby", "rubyBase",
      "dir", "bdo", "fldSimple", "body");

  private WordElements() {
  }

  /** Whether a control only invites to write something. */
  static boolean isInvitation(String text) {
    return text.isBlank() || text.equals(WordWriter.INVITATION) || text.startsWith("Klicken oder tippen Sie hier");
  }

  static String normalized(String text) {
    return text.replace('\u00A0', ' ').replaceAll("\\s+", " ").strip().toLowerCase(Locale.GERMAN);
  }

  static String comment(Element comment) {
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
    refuseTooDeep(depth);
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

  /** Of several ways to say the same, the first. */
  static Optional<Element> alternative(Element alternatives) {
    return children(alternatives).findFirst();
  }

  /** All of a name below an element, not below one another. */
  static List<Element> all(Element parent, String name) {
    List<Element> all = new ArrayList<>();
    collect(parent, name, Set.of("Fallback"), all, 0);
    return all;
  }

  /** Rows or cells, also those that lie in controls or between marks. */
  static List<Element> nested(Element parent, String name) {
    List<Element> nested = new ArrayList<>();
    collect(parent, name, SILENT, nested, 0);
    return nested;
  }

  private static void collect(Element parent, String name, Set<String> passedOver, List<Element> into, int depth) {
    refuseTooDeep(depth);
    children(parent).forEach(child -> {
      if (name.equals(child.getLocalName())) {
        into.add(child);
      } else if (!passedOver.contains(child.getLocalName())) {
        collect(child, name, passedOver, into, depth + 1);
      }
    });
  }

  static void refuseTooDeep(int depth) {
    if (depth > MAX_DEPTH) {
      throw new IllegalArgumentException("The document is nested too deeply");
    }
  }

  /** How many rows each cell spans; none for a cell that is only the lower part of another. */
  static Map<Element, Integer> spans(List<List<Element>> rows) {
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

  /** How many columns a row leaves free before its first cell. */
  static int before(List<Element> row) {
    return row.isEmpty() ? 0 : number(val((Element) row.get(0).getParentNode(), "trPr", "gridBefore"), 0);
  }

  static int columns(Element cell) {
    return Math.max(1, number(val(cell, "tcPr", "gridSpan"), 1));
  }
}
