package de.gremienlauf.reminder.web;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.planning.DeadlineLine;
import de.gremienlauf.reminder.WeeklyList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;

/** What people enter never becomes a formula, and umlauts arrive. */
class WeeklyWorkbookTest {

  private static final LocalDate DAY = LocalDate.of(2026, 5, 11);

  @Test
  void textStaysText() throws IOException {
    byte[] bytes = WeeklyWorkbook.of(new WeeklyList(DAY, List.of(new WeeklyList.Count("=1+1", 3, 2, DAY)),
        List.of(new WeeklyList.Count("Jürgen Größe", 1, 0, null)), List.of(), List.of(), List.of(new DeadlineLine(1L,
            "0815/2026", "Förderantrag", "Amt", DAY, DAY.plusDays(9), -9, false, "Rat", "Zu spät."))));
    try (Workbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      Cell office = workbook.getSheet("Dienststellen").getRow(1).getCell(0);
      assertThat(office.getCellType()).isEqualTo(CellType.STRING);
      assertThat(office.getStringCellValue()).isEqualTo("'=1+1");
      assertThat(workbook.getSheet("Dienststellen").getRow(1).getCell(1).getNumericCellValue()).isEqualTo(3);
      assertThat(workbook.getSheet("Dienststellen").getRow(1).getCell(3).getLocalDateTimeCellValue())
          .isEqualTo(DAY.atStartOfDay());
      assertThat(workbook.getSheet("Personen").getRow(1).getCell(0).getStringCellValue()).isEqualTo("Jürgen Größe");
      assertThat(workbook.getSheet("Fristen").getRow(1).getCell(4).getLocalDateTimeCellValue())
          .isEqualTo(DAY.plusDays(9).atStartOfDay());
      assertThat(workbook.getSheet("Fristen").getRow(1).getCell(5).getNumericCellValue()).isEqualTo(-9);
    }
    assertThat(List.of("=x", "+x", "-x", "@x", "\tx", "\rx")).allMatch(text -> WeeklyWorkbook.harmless(text).equals("'" + text));
    assertThat(WeeklyWorkbook.harmless("4242/2019")).isEqualTo("4242/2019");
  }
}
