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
import java.util.stream.Collectors;

/** Writes a text without its look, so that {@link TextBlock} reads what it can read. Notes stand at the end. */
final class PlainWriter {

  private static final String ROMAN = "i,ii,iii,iv,v,vi,vii,viii,ix,x,xi,xii,xiii,xiv,xv,xvi,xvii,xviii,xix,xx";

  private final List<List<Run>> notes = new ArrayList<>();

  String write(List<RichBlock> blocks) {
    List<String> parts = new ArrayList<>();
    blocks.forEach(block -> parts.add(block(block)));
    for (int i = 0; i < notes.size(); i++) {
      parts.add("[" + (i + 1) + "] " + words(notes.get(i)));
    }
    return String.join("\n\n", parts);
  }

  private String block(RichBlock block) {
    if (block instanceof Paragraph paragraph) {
      return words(paragraph.runs());
    }
    if (block instanceof Items items) {
      return items(items, "");
    }
    return ((Table) block).rows().stream().map(this::row).collect(Collectors.joining("\n"));
  }

  private String items(Items items, String indent) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < items.items().size(); i++) {
      Item item = items.items().get(i);
      lines.add(indent + mark(items.marks(), items.start() + i) + words(item.runs()));
      item.nested().forEach(nested -> lines.add(items(nested, indent + "  ")));
    }
    return String.join("\n", lines);
  }

  /** What stands before an item. */
  static String mark(Marks marks, int number) {
    return switch (marks) {
      case BULLETS -> "- ";
      case DECIMALS -> number + ". ";
      case LETTERS -> letters(number) + ") ";
      case CAPITALS -> letters(number).toUpperCase() + ". ";
      case ROMAN -> roman(number) + ". ";
      case CAPITAL_ROMAN -> roman(number).toUpperCase() + ". ";
    };
  }

  private static String letters(int number) {
    String letters = "";
    for (int rest = number; rest > 0; rest = (rest - 1) / 26) {
      letters = (char) ('a' + (rest - 1) % 26) + letters;
    }
    return letters;
  }

  private static String roman(int number) {
    String[] numbers = ROMAN.split(",");
    return number > 0 && number <= numbers.length ? numbers[number - 1] : Integer.toString(number);
  }

  private String row(Row row) {
    return row.cells().stream().map(this::cell).collect(Collectors.joining(" | "));
  }

  private String cell(Cell cell) {
    return cell.content().stream().map(this::block).map(text -> text.replace("\n", " "))
        .collect(Collectors.joining(" "));
  }

  private String words(List<Run> runs) {
    StringBuilder words = new StringBuilder();
    for (Run run : runs) {
      words.append(run.text());
      if (run.note() != null) {
        notes.add(run.note());
        words.append('[').append(notes.size()).append(']');
      }
    }
    return words.toString();
  }
}
