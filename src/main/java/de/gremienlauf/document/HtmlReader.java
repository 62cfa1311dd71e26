package de.gremienlauf.document;

import de.gremienlauf.document.RichBlock.Cell;
import de.gremienlauf.document.RichBlock.Item;
import de.gremienlauf.document.RichBlock.Items;
import de.gremienlauf.document.RichBlock.Marks;
import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.document.RichBlock.Row;
import de.gremienlauf.document.RichBlock.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads the blocks of HTML. What has no place in a text loses its element and keeps its words; what holds no words for
 * people (scripts, styles) is left out.
 */
final class HtmlReader {

  private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "template", "noscript", "meta",
      "link", "object", "svg", "math", "iframe");
  private static final Set<String> BLOCKS = Set.of("p", "div", "blockquote", "pre", "section", "article", "header",
      "footer", "main", "figure", "figcaption", "address", "hr", "dl", "dt", "dd", "caption", "form", "fieldset", "h1",
      "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table");
  private static final int HEADING_IN_A_TEXT = 4;

  private final boolean ownHeadings;
  private final Map<Integer, List<Run>> notes = new LinkedHashMap<>();
  private final List<RichBlock> blocks = new ArrayList<>();
  private final List<Run> line = new ArrayList<>();
  private int level;

  private HtmlReader(boolean ownHeadings) {
    this.ownHeadings = ownHeadings;
  }

  private HtmlReader(HtmlReader outer) {
    this(outer.ownHeadings);
    notes.putAll(outer.notes);
  }

  /** The blocks of a text inside a document: its headings are all of one level. */
  static List<RichBlock> text(String html) {
    return read(Jsoup.parseBodyFragment(html).body(), false);
  }

  /** The blocks of a whole document with its levels of headings. */
  static List<RichBlock> document(Element body) {
    return read(body, true);
  }

  private static List<RichBlock> read(Element body, boolean ownHeadings) {
    HtmlReader reader = new HtmlReader(ownHeadings);
    reader.findNotes(body);
    reader.children(body, Set.of());
    reader.endLine();
    return joined(reader.blocks);
  }

  /** Lists that continue each other are one list. */
  static List<RichBlock> joined(List<RichBlock> blocks) {
    List<RichBlock> joined = new ArrayList<>();
    for (RichBlock block : blocks) {
      RichBlock last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
      if (block instanceof Items items && last instanceof Items before && items.marks() == before.marks()
          && (items.marks() == Marks.BULLETS || items.start() == before.start() + before.items().size())) {
        List<Item> all = new ArrayList<>(before.items());
        all.addAll(items.items());
        joined.set(joined.size() - 1, new Items(before.marks(), before.start(), all));
      } else {
        joined.add(block);
      }
    }
    return joined;
  }

  /** Notes are what a list of the class "notes" holds, as far as the text refers to them; else it is a list. */
  private void findNotes(Element body) {
    for (Element list : body.select("ol." + HtmlWriter.NOTES)) {
      List<Element> items = list.children().stream().filter(child -> child.normalName().equals("li")).toList();
      Set<Integer> wanted = new TreeSet<>();
      body.select("sup." + HtmlWriter.NOTE).forEach(sup -> wanted.add(number(sup.text(), 0)));
      for (int i = 0; i < items.size(); i++) {
        if (wanted.contains(i + 1)) {
          notes.put(i + 1, inline(items.get(i)));
          items.get(i).remove();
        }
      }
      if (list.children().isEmpty()) {
        list.remove();
      }
    }
  }

  private void children(Element parent, Set<Run.Format> formats) {
    for (Node node : parent.childNodes()) {
      if (node instanceof TextNode text) {
        line.add(Run.of(text.getWholeText().replaceAll("[ \\t\\n\\r\\f]+", " "), formats));
      } else if (node instanceof Element element && !SILENT.contains(element.normalName())) {
        element(element, formats);
      }
    }
  }

  private void element(Element element, Set<Run.Format> formats) {
    String name = element.normalName();
    switch (name) {
      case "br" -> line.add(Run.of("\n", formats));
      case "ul", "ol" -> {
        endLine();
        list(element).forEach(blocks::add);
      }
      case "table" -> {
        endLine();
        table(element);
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        endLine();
        level = ownHeadings ? Math.min(HEADING_IN_A_TEXT, name.charAt(1) - '0') : HEADING_IN_A_TEXT;
        children(element, formats);
        endLine();
        level = 0;
      }
      case "sup" -> {
        List<Run> note = element.hasClass(HtmlWriter.NOTE) ? notes.get(number(element.text(), 0)) : null;
        if (note == null) {
          children(element, with(formats, Run.Format.RAISED));
        } else {
          line.add(Run.note(note));
        }
      }
      case "a" -> {
        children(element, formats);
        String address = element.attr("href").replaceFirst("(?i)^mailto:", "");
        if (element.attr("href").matches("(?i)(https?|mailto):.+") && !element.text().contains(address)) {
          line.add(Run.of(" (" + address + ")", formats));
        }
      }
      default -> {
        boolean block = BLOCKS.contains(name);
        if (block) {
          endLine();
        }
        children(element, looks(element, formats));
        if (block) {
          endLine();
        }
      }
    }
  }

  /** What an element says about the look of its words, by its name or as editors write it. */
  private static Set<Run.Format> looks(Element element, Set<Run.Format> formats) {
    Set<Run.Format> looks = formats;
    String style = element.attr("style").toLowerCase().replace(" ", "");
    looks = switch (element.normalName()) {
      case "b", "strong", "th" -> with(looks, Run.Format.BOLD);
      case "i", "em" -> with(looks, Run.Format.ITALIC);
      case "u", "ins" -> with(looks, Run.Format.UNDERLINED);
      case "s", "strike", "del" -> with(looks, Run.Format.STRUCK);
      case "sub" -> with(looks, Run.Format.LOWERED);
      default -> looks;
    };
    looks = style.matches(".*font-weight:(bold|[6-9]00).*") ? with(looks, Run.Format.BOLD) : looks;
    looks = style.contains("font-style:italic") ? with(looks, Run.Format.ITALIC) : looks;
    looks = style.matches(".*text-decoration[^;]*underline.*") ? with(looks, Run.Format.UNDERLINED) : looks;
    return style.matches(".*text-decoration[^;]*line-through.*") ? with(looks, Run.Format.STRUCK) : looks;
  }

  private static Set<Run.Format> with(Set<Run.Format> formats, Run.Format format) {
    Set<Run.Format> more = EnumSet.of(format);
    more.addAll(formats);
    if (format == Run.Format.RAISED) {
      more.remove(Run.Format.LOWERED);
    } else if (format == Run.Format.LOWERED) {
      more.remove(Run.Format.RAISED);
    }
    return more;
  }

  private void endLine() {
    Paragraph paragraph = new Paragraph(level, line);
    if (!Run.isBlank(paragraph.runs())) {
      blocks.add(paragraph);
    }
    line.clear();
  }

  /** The words of an element in one line, whatever stands in it. */
  private List<Run> inline(Element element) {
    HtmlReader inner = new HtmlReader(this);
    inner.children(element, Set.of());
    inner.endLine();
    return inline(inner.blocks);
  }

  private static List<Run> inline(List<RichBlock> blocks) {
    List<Run> runs = new ArrayList<>();
    for (RichBlock block : blocks) {
      if (!runs.isEmpty()) {
        runs.add(Run.of("\n"));
      }
      if (block instanceof Paragraph paragraph) {
        runs.addAll(paragraph.runs());
      } else {
        runs.add(Run.of(new PlainWriter().write(List.of(block))));
      }
    }
    return Run.tidy(runs);
  }

  /** A list; what cannot stand in one (a table) interrupts it, and it goes on behind. */
  private List<RichBlock> list(Element list) {
    Marks marks = !list.normalName().equals("ol") ? Marks.BULLETS
        : Arrays.stream(Marks.values()).filter(known -> known.type() != null)
            .filter(known -> known.type().equals(list.attr("type"))).findFirst().orElse(Marks.DECIMALS);
    int start = marks == Marks.BULLETS ? 1 : Math.max(1, number(list.attr("start"), 1));
    List<RichBlock> found = new ArrayList<>();
    List<Item> items = new ArrayList<>();
    int number = start;
    for (Element child : list.children()) {
      HtmlReader inner = new HtmlReader(this);
      if (child.normalName().equals("li")) {
        inner.children(child, Set.of());
      } else {
        inner.element(child, Set.of());
      }
      inner.endLine();
      List<Run> runs = new ArrayList<>();
      List<Items> nested = new ArrayList<>();
      List<RichBlock> interrupting = new ArrayList<>();
      for (RichBlock block : inner.blocks) {
        if (!interrupting.isEmpty() || block instanceof Table) {
          interrupting.add(block);
        } else if (block instanceof Items below) {
          nested.add(below);
        } else {
          Paragraph paragraph = (Paragraph) block;
          if (!nested.isEmpty()) {
            interrupting.add(paragraph);
          } else {
            runs.addAll(runs.isEmpty() ? List.of() : List.of(Run.of("\n")));
            runs.addAll(paragraph.runs());
          }
        }
      }
      if (child.normalName().equals("li") || items.isEmpty() || !runs.isEmpty()) {
        items.add(new Item(runs, together(nested)));
        number++;
      } else {
        // A list that stands in a list without an item, as some editors write it, belongs to the item before.
        Item before = items.remove(items.size() - 1);
        nested.addAll(0, before.nested());
        items.add(new Item(before.runs(), together(nested)));
      }
      if (!interrupting.isEmpty()) {
        found.add(new Items(marks, start, items));
        items = new ArrayList<>();
        start = marks == Marks.BULLETS ? 1 : number;
        found.addAll(interrupting);
      }
    }
    if (!items.isEmpty()) {
      found.add(new Items(marks, start, items));
    }
    return found;
  }

  private static List<Items> together(List<Items> lists) {
    return joined(new ArrayList<>(lists)).stream().map(Items.class::cast).toList();
  }

  private void table(Element table) {
    table.children().stream().filter(child -> child.normalName().equals("caption")).forEach(caption -> {
      children(caption, Set.of());
      endLine();
    });
    List<Row> rows = new ArrayList<>();
    for (Element row : table.select("tr")) {
      if (row.closest("table") != table) {
        continue;
      }
      List<Cell> cells = new ArrayList<>();
      for (Element cell : row.children()) {
        HtmlReader inner = new HtmlReader(this);
        inner.children(cell, Set.of());
        inner.endLine();
        cells.add(new Cell(number(cell.attr("colspan"), 1), number(cell.attr("rowspan"), 1),
            cellContent(joined(inner.blocks))));
      }
      if (!cells.isEmpty()) {
        rows.add(new Row(cells));
      }
    }
    if (!rows.isEmpty()) {
      blocks.add(new Table(rows));
    }
  }

  /** What may stand in a cell: a table within a table becomes its words. */
  static List<RichBlock> cellContent(List<RichBlock> content) {
    return content.stream().map(block -> block instanceof Table
        || block instanceof Paragraph paragraph && paragraph.level() > 0
            ? new Paragraph(0, inline(List.of(block))) : block).toList();
  }

  private static int number(String text, int otherwise) {
    return text.strip().matches("\\d{1,4}") ? Integer.parseInt(text.strip()) : otherwise;
  }
}
