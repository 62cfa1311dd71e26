package de.gremienlauf.funding.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.funding.NoticeClause;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines in the form of a notice. */
class NoticeLinesTest {

  @Test
  void readsAmountsByYear() {
    assertThat(NoticeLines.years("2018: 12.345,67\n\n 2017 : 100 € \n2019=0"))
        .containsExactly(entry(2017, "100.00"), entry(2018, "12345.67"), entry(2019, "0.00"));
    assertThat(NoticeLines.years(null)).isEmpty();
  }

  private static Map.Entry<Integer, BigDecimal> entry(int year, String amount) {
    return Map.entry(year, new BigDecimal(amount));
  }

  @Test
  void readsClauses() {
    assertThat(NoticeLines.clauses("""
        Frist des Verwendungsnachweises: 3 (Nr. 6.2 des Bescheids)
        termin des  verwendungsnachweises: 30.04.2020
        call-use-months: 1; Nr. 4
        """)).containsExactly(
        new NoticeClause("proof-months", "3", "Nr. 6.2 des Bescheids"),
        new NoticeClause("proof-due", "2020-04-30", null),
        new NoticeClause("call-use-months", "1", "Nr. 4"));
    assertThat(NoticeLines.clauses(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "17: 100 | ist nicht zu lesen",
      "2017 100 | ist nicht zu lesen",
      "2017: | ist nicht zu lesen",
      "2017: viel | „Betrag 2017“ ist kein Betrag",
      "2017: 1.5 | „Betrag 2017“ ist kein Betrag"})
  void refusesOtherAmounts(String line, String message) {
    assertThatThrownBy(() -> NoticeLines.years("2016: 1\n" + line)).isInstanceOf(BusinessException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesTwice() {
    assertThatThrownBy(() -> NoticeLines.years("2017: 1\n2017: 2")).isInstanceOf(BusinessException.class)
        .hasMessageContaining("zweimal");
    assertThatThrownBy(() -> NoticeLines.clauses("proof-months: 1\nFrist des Verwendungsnachweises: 2"))
        .isInstanceOf(BusinessException.class).hasMessageContaining("zweimal");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Nur Text | ist nicht zu lesen",
      "Frist der Freude: 3 | gibt es nicht. Möglich sind: Beginn des Abschlussberichts,",
      "Frist des Verwendungsnachweises: bald | muss eine ganze Zahl sein",
      "Termin des Verwendungsnachweises: 31.02.2020 | ist kein gültiges Datum"})
  void refusesOtherClauses(String line, String message) {
    assertThatThrownBy(() -> NoticeLines.clauses(line)).isInstanceOf(BusinessException.class)
        .hasMessageContaining(message);
  }
}
