package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.List;

/** A paragraph, a list or a table of a text. */
sealed interface RichBlock {

  /**
   * A paragraph.
   *
   * @param level 0 for a paragraph, 1 to 4 for a heading
   */
  record Paragraph(int level, List<Run> runs) implements RichBlock {

    public Paragraph {
      runs = Run.tidy(runs);
    }
  }

  /** What stands before the items of a list, with the HTML attribute "type" that says so. */
  enum Marks {
    BULLETS(null), DECIMALS(null), LETTERS("a"), CAPITALS("A"), ROMAN("i"), CAPITAL_ROMAN("I");

    private final String type;

    Marks(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  /**
   * A list.
   *
   * @param start number of the first item; 1 for bullets
   */
  record Items(Marks marks, int start, List<Item> items) implements RichBlock {

    public Items {
      items = List.copyOf(items);
    }
  }

  /** An item with the lists below it. */
  record Item(List<Run> runs, List<Items> nested) {

    public Item {
      runs = Run.tidy(runs);
      nested = List.copyOf(nested);
    }
  }

  /** A table. Its first row is its head; all rows have the same number of columns. */
  record Table(List<Row> rows) implements RichBlock {

    static final int MAX_COLUMNS = 63;

    public Table {
      rows = regular(rows);
    }

    /** Fills up rows that are too short and cuts spans that reach too far, so that every reader understands it. */
    private static List<Row> regular(List<Row> rows) {
      List<List<Cell>> regular = new ArrayList<>();
      List<Integer> occupied = new ArrayList<>();
      List<Integer> open = new ArrayList<>();
      int width = 1;
      for (int at = 0; at < rows.size(); at++) {
        List<Cell> row = new ArrayList<>();
        int column = 0;
        for (Cell cell : rows.get(at).cells()) {
          while (isOpen(open, column)) {
            column++;
          }
          int columns = 1;
          while (columns < Math.min(cell.columns(), MAX_COLUMNS) && !isOpen(open, column + columns)) {
            columns++;
          }
          int span = Math.max(1, Math.min(cell.rows(), rows.size() - at));
          row.add(new Cell(columns, span,
              at == 0 ? cell.content().stream().map(Table::headLook).toList() : cell.content()));
          for (int end = column + columns; column < end; column++) {
            if (column == open.size()) {
              open.add(0);
            }
            open.set(column, span);
          }
        }
        regular.add(row);
        occupied.add((int) open.stream().filter(rest -> rest > 0).count());
        width = Math.max(width, open.size());
        open.replaceAll(rest -> Math.max(0, rest - 1));
      }
      for (int at = 0; at < regular.size(); at++) {
        for (int missing = width - occupied.get(at); missing > 0; missing--) {
          regular.get(at).add(new Cell(1, 1, List.of()));
        }
      }
      return regular.stream().map(Row::new).toList();
    }

    private static boolean isOpen(List<Integer> open, int column) {
      return column < open.size() && open.get(column) > 0;
    }

    /** A head is bold anyway. */
    private static RichBlock headLook(RichBlock block) {
      return block instanceof Paragraph paragraph
          ? new Paragraph(paragraph.level(), Run.without(Run.Format.BOLD, paragraph.runs())) : block;
    }
  }

  /** A row of a table. */
  record Row(List<Cell> cells) {

    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a table.
   *
   * @param content paragraphs and lists; none if the cell is empty
   */
  record Cell(int columns, int rows, List<RichBlock> content) {

    public Cell {
      content = List.copyOf(content);
    }
  }
}
