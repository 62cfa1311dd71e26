package de.gremienlauf.reminder.web;

import de.gremienlauf.reminder.WeeklyList;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The weekly list as a spreadsheet: days are days and numbers are numbers. */
final class WeeklyWorkbook {

  private static final int WIDE = 45 * 256;
  private static final Set<String> WIDE_COLUMNS = Set.of("Dienststelle", "Betreff", "Lage");
  private static final int NARROW = 14 * 256;

  private final Workbook workbook;
  private final CellStyle heading;
  private final CellStyle day;

  private WeeklyWorkbook(XSSFWorkbook workbook) {
    this.workbook = workbook;
    Font bold = workbook.createFont();
    bold.setBold(true);
    heading = workbook.createCellStyle();
    heading.setFont(bold);
    day = workbook.createCellStyle();
    day.setDataFormat(workbook.createDataFormat().getFormat("dd.mm.yyyy"));
  }

  static byte[] of(WeeklyList list) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      new WeeklyWorkbook(workbook).fill(list);
      workbook.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void fill(WeeklyList list) {
    counts("Dienststellen", "Dienststelle", list.offices());
    counts("Personen", "Person", list.people());
    sheet("Überfällige Aufgaben", List.of("Aufgabe", "Nummer", "Dienststelle", "Person", "Fällig am",
        "Arbeitstage überfällig", "Schritte"), list.late().stream().map(task -> row(task.task(), task.about(),
            task.office(), task.person(), task.due(), task.overdueDays(), task.steps())).toList());
    sheet("Gefährdete Vorlagen", List.of("Vorlage", "Dienststelle", "Stand", "Gremium", "Sitzung", "Abgabe bis"),
        list.papersAtRisk().stream().map(paper -> row(paper.reference(), paper.leadOffice(), paper.state(),
            paper.body(), paper.meetingDay(), paper.submissionUntil())).toList());
    sheet("Fristen", List.of("Vorlage", "Betreff", "Dienststelle", "Frist", "Entscheidung möglich", "Tage Puffer",
        "Bestimmend", "Lage"), list.deadlines().stream().map(paper -> row(paper.reference(), paper.name(),
            paper.leadOffice(), paper.deadline(), paper.earliestEnd(), paper.slackDays(), paper.critical(),
            paper.sentence())).toList());
  }

  private void counts(String title, String who, List<WeeklyList.Count> counts) {
    sheet(title, List.of(who, "Offen", "Überfällig", "Früheste Frist"), counts.stream()
        .map(count -> row(count.name(), count.open(), count.overdue(), count.oldestDue())).toList());
  }

  private static Object[] row(Object... cells) {
    return cells;
  }

  private void sheet(String title, List<String> headings, List<Object[]> rows) {
    Sheet sheet = workbook.createSheet(title);
    sheet.createFreezePane(0, 1);
    Row first = sheet.createRow(0);
    for (int column = 0; column < headings.size(); column++) {
      Cell cell = first.createCell(column);
      cell.setCellValue(headings.get(column));
      cell.setCellStyle(heading);
      sheet.setColumnWidth(column, column == 0 || WIDE_COLUMNS.contains(headings.get(column)) ? WIDE : NARROW);
    }
    for (Object[] values : rows) {
      Row row = sheet.createRow(sheet.getLastRowNum() + 1);
      for (int column = 0; column < values.length; column++) {
        fill(row.createCell(column), values[column]);
      }
    }
  }

  private void fill(Cell cell, Object value) {
    if (value instanceof LocalDate date) {
      cell.setCellValue(date);
      cell.setCellStyle(day);
    } else if (value instanceof Number number) {
      cell.setCellValue(number.doubleValue());
    } else if (value != null) {
      cell.setCellValue(harmless(value.toString()));
    }
  }

  /** What a spreadsheet might take for a formula once it is stored in another format begins with an apostrophe. */
  static String harmless(String value) {
    return value.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + value : value;
  }
}
