package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.List;

/** A document about a project in the words and the order in which the template prints it. */
final class ProjectSheetView extends DocumentView {

  private final ProjectSheet sheet;

  ProjectSheetView(ProjectSheet sheet, PrintableText printable) {
    super(printable);
    this.sheet = sheet;
  }

  /** A part of the document; table and note may be null. */
  public record Section(String id, String heading, List<TextBlock> text, Table table, List<TextBlock> note) {
  }

  /** A table with its rows, the totals last. */
  public record Table(List<Cell> head, List<Row> rows) {
  }

  /** A row; the totals are printed stronger. */
  public record Row(boolean total, List<Cell> cells) {
  }

  /** A cell with the style of its column; width is null if the column has none. */
  public record Cell(String text, boolean number, String width) {
  }

  @Override
  public String getTitle() {
    return getName() + ": " + getSubject();
  }

  public String getName() {
    return line(sheet.name());
  }

  @Override
  public String getCity() {
    return line(sheet.city());
  }

  @Override
  public String getSubject() {
    return line(sheet.subject());
  }

  @Override
  public String getOrigin() {
    return lineOrNull(sheet.origin());
  }

  @Override
  public List<Fact> getFacts() {
    return sheet.facts().stream().filter(fact -> isGiven(fact.value()))
        .map(fact -> new Fact(line(fact.label()), line(fact.value()))).toList();
  }

  @Override
  public String getFooter() {
    return getName();
  }

  @Override
  public String getRunningHead() {
    return shorten(getCity() + " · " + getName() + " · " + getSubject());
  }

  @Override
  public List<String> getSignatures() {
    return lines(sheet.signatures());
  }

  @Override
  public List<Bookmark> getBookmarks() {
    return getSections().stream().map(section -> new Bookmark(shorten(section.heading()), section.id())).toList();
  }

  public List<Section> getSections() {
    List<Section> sections = new ArrayList<>();
    for (ProjectSheet.Section section : sheet.sections()) {
      sections.add(new Section("section-" + sections.size(), line(section.heading()), text(section.text()),
          section.table() == null ? null : table(section.table()), text(section.note())));
    }
    return sections;
  }

  private Table table(ProjectSheet.Table table) {
    List<Row> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(new Row(false, cells(table, row))));
    table.totals().forEach(row -> rows.add(new Row(true, cells(table, row))));
    return new Table(cells(table, table.columns().stream().map(ProjectSheet.Column::label).toList()), rows);
  }

  private List<Cell> cells(ProjectSheet.Table table, List<String> texts) {
    List<Cell> cells = new ArrayList<>();
    for (ProjectSheet.Column column : table.columns()) {
      String text = texts.get(cells.size());
      cells.add(new Cell(isGiven(text) ? line(text) : column.number() ? "–" : "", column.number(),
          column.widthInMillimetres() == null ? null : "width: " + column.widthInMillimetres() + "mm"));
    }
    return cells;
  }
}
