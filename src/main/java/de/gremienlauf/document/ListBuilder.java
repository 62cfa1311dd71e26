package de.gremienlauf.document;

import de.gremienlauf.document.RichBlock.Item;
import de.gremienlauf.document.RichBlock.Items;
import de.gremienlauf.document.RichBlock.Marks;
import de.gremienlauf.document.RichBlock.Paragraph;
import de.gremienlauf.engine.GermanDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes lists of paragraphs that follow each other, each with its level, as Word has them. */
final class ListBuilder {

  private static final Pattern TYPED_NUMBER = Pattern.compile(
      "(\\d{1,3})[.)][ \\u00A0]+(?=\\S)(?!" + GermanDate.AFTER_DAY + ")");
  private static final Pattern TYPED_BULLET = Pattern.compile("[-–•*][ \\u00A0]+(?=\\S)");

  private final List<RichBlock> blocks = new ArrayList<>();
  private final List<Open> open = new ArrayList<>();

  private static final class Open {
    private final int level;
    private final Marks marks;
    private final int start;
    private final List<List<Run>> runs = new ArrayList<>();
    private final List<List<Items>> nested = new ArrayList<>();

    private Open(int level, Marks marks, int start) {
      this.level = level;
      this.marks = marks;
      this.start = start;
    }

    private Items close() {
      List<Item> items = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        items.add(new Item(runs.get(i), nested.get(i)));
      }
      return new Items(marks, marks == Marks.BULLETS ? 1 : start, items);
    }
  }

  void add(RichBlock block) {
    closeTo(-1);
    blocks.add(block);
  }

  void addItem(WordStyles.Mark mark, List<Run> runs) {
    closeTo(mark.level());
    Open top = open.isEmpty() ? null : open.get(open.size() - 1);
    if (top != null && top.level == mark.level() && (top.marks != mark.marks()
        || top.marks != Marks.BULLETS && mark.number() != top.start + top.runs.size())) {
      closeTo(mark.level() - 1);
      top = open.isEmpty() ? null : open.get(open.size() - 1);
    }
    if (top == null || top.level < mark.level()) {
      top = new Open(mark.level(), mark.marks(), mark.number());
      open.add(top);
    }
    top.runs.add(runs);
    top.nested.add(new ArrayList<>());
  }

  /** Closes lists that are deeper than a level. */
  private void closeTo(int level) {
    while (!open.isEmpty() && open.get(open.size() - 1).level > level) {
      Items closed = open.remove(open.size() - 1).close();
      if (open.isEmpty()) {
        blocks.add(closed);
      } else {
        Open parent = open.get(open.size() - 1);
        parent.nested.get(parent.nested.size() - 1).add(closed);
      }
    }
  }

  /** The blocks; paragraphs whose numbers or bullets were typed by hand are lists too. */
  List<RichBlock> build() {
    closeTo(-1);
    List<RichBlock> built = new ArrayList<>();
    int last = 0;
    for (RichBlock block : blocks) {
      Matcher number = block instanceof Paragraph paragraph && paragraph.level() == 0
          ? TYPED_NUMBER.matcher(first(paragraph)) : null;
      if (number == null) {
        built.add(block);
      } else if (number.lookingAt() && (number.group(1).equals("1") || number.group(1).equals("" + (last + 1)))) {
        last = Integer.parseInt(number.group(1));
        built.add(typed(Marks.DECIMALS, last, (Paragraph) block, number.end()));
      } else {
        Matcher bullet = TYPED_BULLET.matcher(first((Paragraph) block));
        built.add(bullet.lookingAt() ? typed(Marks.BULLETS, 1, (Paragraph) block, bullet.end()) : block);
      }
    }
    return HtmlReader.joined(built);
  }

  private static String first(Paragraph paragraph) {
    return paragraph.runs().isEmpty() ? "" : paragraph.runs().get(0).text();
  }

  private static Items typed(Marks marks, int number, Paragraph paragraph, int length) {
    List<Run> runs = new ArrayList<>(paragraph.runs());
    Run first = runs.remove(0);
    runs.add(0, Run.of(first.text().substring(length), first.formats()));
    return new Items(marks, number, List.of(new Item(runs, List.of())));
  }
}
