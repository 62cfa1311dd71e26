package de.gremienlauf.document;

import de.gremienlauf.engine.GermanDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A paragraph or a list of a plain text.
 *
 * @param kind what it is
 * @param start number of the first item of a numbered list, otherwise 0
 * @param items the items of a list, or the one paragraph, each with its lines
 */
record TextBlock(Kind kind, int start, List<List<String>> items) {

  enum Kind { PARAGRAPH, BULLETS, NUMBERS }

  private static final Pattern BULLET = Pattern.compile("\\s*[-–•*]\\s+(\\S.*)");
  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,3})\\.\\s+(?!" + GermanDate.AFTER_DAY + ")(\\S.*)");

  /**
   * Reads the blocks of a plain text. A line "14. Januar ..." is not an item: numbered lists begin with 1 and count on,
   * also when paragraphs or bullets stand between their items.
   */
  static List<TextBlock> of(String text) {
    List<TextBlock> blocks = new ArrayList<>();
    int lastNumber = 0;
    boolean open = false;
    for (String line : text.split("\n", -1)) {
      TextBlock last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
      Matcher bullet = BULLET.matcher(line);
      Matcher number = NUMBER.matcher(line);
      if (line.isBlank()) {
        open = false;
      } else if (bullet.matches()) {
        add(blocks, last, Kind.BULLETS, 0, bullet.group(1));
        open = true;
      } else if (number.matches() && continues(lastNumber, Integer.parseInt(number.group(1)))) {
        lastNumber = Integer.parseInt(number.group(1));
        add(blocks, lastNumber == 1 ? null : last, Kind.NUMBERS, lastNumber, number.group(2));
        open = true;
      } else if (open) {
        last.items.get(last.items.size() - 1).add(line.strip());
      } else {
        add(blocks, null, Kind.PARAGRAPH, 0, line);
        open = true;
      }
    }
    return blocks;
  }

  private static boolean continues(int lastNumber, int number) {
    return number == 1 || number == lastNumber + 1;
  }

  private static void add(List<TextBlock> blocks, TextBlock last, Kind kind, int start, String line) {
    TextBlock block = last;
    if (block == null || block.kind != kind) {
      block = new TextBlock(kind, start, new ArrayList<>());
      blocks.add(block);
    }
    block.items.add(new ArrayList<>(List.of(line.strip())));
  }
}
