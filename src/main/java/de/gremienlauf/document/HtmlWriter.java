package de.gremienlauf.document;

import de.gremienlauf.document.RichBlock.Cell;
import de.gremienlauf.document.RichBlock.Item;
import de.gremienlauf.document.RichBlock.Items;
import de.gremienlauf.document.RichBlock.Marks;
import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.document.RichBlock.Row;
import de.gremienlauf.document.RichBlock.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Writes a text as XHTML, its notes as a list at the end. */
final class HtmlWriter {

  static final String NOTE = "note";
  static final String NOTES = "notes";

  private final UnaryOperator<String> words;
  private final Predicate<String> hasItalics;
  private final StringBuilder html = new StringBuilder();
  private final List<List<Run>> notes = new ArrayList<>();

  /**
   * Writes texts.
   *
   * @param words what is done to the words before they are written
   * @param hasItalics whether these can be written in italics
   */
  HtmlWriter(UnaryOperator<String> words, Predicate<String> hasItalics) {
    this.words = words;
    this.hasItalics = hasItalics;
  }

  String write(List<RichBlock> blocks) {
    blocks.forEach(this::block);
    if (!notes.isEmpty()) {
      html.append("<ol class=\"" + NOTES + "\">");
      for (int i = 0; i < notes.size(); i++) {
        html.append("<li>");
        runs(notes.get(i));
        html.append("</li>");
      }
      html.append("</ol>");
    }
    return html.toString();
  }

  private void block(RichBlock block) {
    if (block instanceof Paragraph paragraph) {
      String element = paragraph.level() == 0 ? "p" : "h" + paragraph.level();
      html.append('<').append(element).append('>');
      runs(paragraph.runs());
      html.append("</").append(element).append('>');
    } else if (block instanceof Items items) {
      items(items);
    } else {
      table((Table) block);
    }
  }

  private void items(Items items) {
    String element = items.marks() == Marks.BULLETS ? "ul" : "ol";
    html.append('<').append(element);
    if (items.marks().type() != null) {
      html.append(" type=\"").append(items.marks().type()).append('"');
    }
    if (items.start() != 1) {
      html.append(" start=\"").append(items.start()).append('"');
    }
    html.append('>');
    for (Item item : items.items()) {
      html.append("<li>");
      runs(item.runs());
      item.nested().forEach(this::items);
      html.append("</li>");
    }
    html.append("</").append(element).append('>');
  }

  private void table(Table table) {
    html.append("<table>");
    for (int i = 0; i < table.rows().size(); i++) {
      html.append(i == 0 ? "<thead>" : i == 1 ? "<tbody>" : "");
      row(table.rows().get(i), i == 0);
      html.append(i == 0 ? "</thead>" : "");
    }
    html.append(table.rows().size() > 1 ? "</tbody></table>" : "</table>");
  }

  private void row(Row row, boolean head) {
    html.append("<tr>");
    for (Cell cell : row.cells()) {
      html.append(head ? "<th scope=\"col\"" : "<td");
      if (cell.columns() > 1) {
        html.append(" colspan=\"").append(cell.columns()).append('"');
      }
      if (cell.rows() > 1) {
        html.append(" rowspan=\"").append(cell.rows()).append('"');
      }
      html.append('>');
      if (cell.content().size() == 1 && cell.content().get(0) instanceof Paragraph paragraph
          && paragraph.level() == 0) {
        runs(paragraph.runs());
      } else {
        cell.content().forEach(this::block);
      }
      html.append(head ? "</th>" : "</td>");
    }
    html.append("</tr>");
  }

  private void runs(List<Run> runs) {
    for (Run run : runs) {
      if (run.note() != null) {
        notes.add(run.note());
        html.append("<sup class=\"" + NOTE + "\">").append(notes.size()).append("</sup>");
        continue;
      }
      String text = words.apply(run.text());
      List<Run.Format> formats = run.formats().stream().sorted()
          .filter(format -> format != Run.Format.ITALIC || hasItalics.test(text)).toList();
      formats.forEach(format -> html.append('<').append(format.element()).append('>'));
      lines(text);
      for (int i = formats.size() - 1; i >= 0; i--) {
        html.append("</").append(formats.get(i).element()).append('>');
      }
    }
  }

  private void lines(String text) {
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      html.append(i == 0 ? "" : "<br/>").append(lines[i].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }
  }
}
