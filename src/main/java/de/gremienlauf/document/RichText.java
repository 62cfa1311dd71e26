package de.gremienlauf.document;

import de.gremienlauf.document.RichBlock.Item;
import de.gremienlauf.document.RichBlock.Items;
import de.gremienlauf.document.RichBlock.Marks;
import de.gremienlauf.document.RichBlock.Paragraph;
import java.util.ArrayList;
import java.util.List;

/**
 * A text with paragraphs, headings, lists, tables, emphasis and notes. Kept as the small part of XHTML that says just
 * that, in one spelling: equal texts are equal strings.
 */
public final class RichText {

  private final List<RichBlock> blocks;

  RichText(List<RichBlock> blocks) {
    this.blocks = List.copyOf(blocks);
  }

  /** Reads HTML, whoever wrote it: only what belongs in a text stays, and no words are lost. */
  public static RichText of(String html) {
    return html == null ? new RichText(List.of()) : new RichText(HtmlReader.text(html));
  }

  /** Reads a plain text; null is no text. */
  public static RichText ofPlain(String text) {
    List<RichBlock> blocks = new ArrayList<>();
    for (TextBlock block : text == null ? List.<TextBlock>of() : TextBlock.of(text.replaceAll("\\r\\n?", "\n"))) {
      List<List<Run>> items = block.items().stream().map(lines -> List.of(Run.of(String.join("\n", lines)))).toList();
      if (block.kind() == TextBlock.Kind.PARAGRAPH) {
        blocks.add(new Paragraph(0, items.get(0)));
      } else {
        boolean bullets = block.kind() == TextBlock.Kind.BULLETS;
        blocks.add(new Items(bullets ? Marks.BULLETS : Marks.DECIMALS, bullets ? 1 : block.start(),
            items.stream().map(runs -> new Item(runs, List.of())).toList()));
      }
    }
    return new RichText(blocks);
  }

  /** What is stored of a text: the plain one, and beside it the rich one or null if the plain one says it all. */
  public static RichText ofStored(String plain, String rich) {
    return rich == null ? ofPlain(plain) : of(rich);
  }

  List<RichBlock> blocks() {
    return blocks;
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /** The text as XHTML. */
  public String html() {
    return new HtmlWriter(text -> text, text -> true).write(blocks);
  }

  /** The text as XHTML in words that can be printed. */
  String html(PrintableText printable) {
    return new HtmlWriter(printable::lines, printable::hasItalics).write(blocks);
  }

  /** The words without their look: what forms show, what is searched and voted on. Null if there are none. */
  public String plain() {
    String plain = new PlainWriter().write(blocks);
    return plain.isEmpty() ? null : plain;
  }

  /** The text as XHTML if the plain one would not say it all; else null. */
  public String richOrNull() {
    return isEmpty() || ofPlain(plain()).equals(this) ? null : html();
  }

  /**
   * The numbered points of a resolution. A text that does not begin with a number is one point; so is one with no other
   * number ("1. Nachtragssatzung"), which then belongs to its words.
   */
  public List<RichText> points() {
    if (isEmpty()) {
      return List.of();
    }
    if (!(blocks.get(0) instanceof Items first && first.marks() == Marks.DECIMALS && first.start() == 1)) {
      return List.of(this);
    }
    List<List<RichBlock>> points = new ArrayList<>();
    for (RichBlock block : blocks) {
      if (block instanceof Items items && items.marks() == Marks.DECIMALS && items.start() == points.size() + 1) {
        for (Item item : items.items()) {
          List<RichBlock> point = new ArrayList<>(List.of(new Paragraph(0, item.runs())));
          point.addAll(item.nested());
          points.add(point);
        }
      } else {
        points.get(points.size() - 1).add(block);
      }
    }
    return points.size() == 1 ? List.of(this) : points.stream().map(RichText::new).toList();
  }

  /** Whether there are numbered items, but not as its points because something else stands before them. */
  public boolean hidesPoints() {
    return points().size() == 1 && blocks.stream().skip(1)
        .anyMatch(block -> block instanceof Items items && items.marks() == Marks.DECIMALS);
  }

  /** The text whose points these are. */
  public static RichText ofPoints(List<RichText> points) {
    if (points.size() == 1) {
      return points.get(0);
    }
    List<RichBlock> blocks = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      List<RichBlock> point = points.get(i).blocks;
      List<Run> runs = point.get(0) instanceof Paragraph paragraph ? paragraph.runs() : List.of();
      int at = runs.isEmpty() ? 0 : 1;
      List<Items> nested = new ArrayList<>();
      while (at < point.size() && point.get(at) instanceof Items items) {
        nested.add(items);
        at++;
      }
      blocks.add(new Items(Marks.DECIMALS, i + 1, List.of(new Item(runs, nested))));
      blocks.addAll(point.subList(at, point.size()));
    }
    return new RichText(HtmlReader.joined(blocks));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RichText text && text.html().equals(html());
  }

  @Override
  public int hashCode() {
    return html().hashCode();
  }

  @Override
  public String toString() {
    return html();
  }
}
