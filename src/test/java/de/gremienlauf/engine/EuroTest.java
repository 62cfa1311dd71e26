package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts and rates as people write them. */
class EuroTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "0 | 0.00",
      "1.234,56 | 1234.56",
      "1234,56 | 1234.56",
      "1234,5 | 1234.50",
      "434.150 | 434150.00",
      "434.150,- | 434150.00",
      "1 234 567,89 | 1234567.89",
      " 12,34 € | 12.34",
      "12 Euro | 12.00",
      "9.999.999.999.999,99 EUR | 9999999999999.99"})
  void readsWhatPeopleWrite(String written, BigDecimal amount) {
    assertThat(Euro.parse(written, "Betrag")).isEqualTo(amount);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1234.56", "1.23", "12.34,56", "1,234.56", "1,2,3", "zwölf", "€", "1e5", "12,345",
      "10.000.000.000.000", "1..000", "0x1F", "١٢", "1 2"})
  void refusesWhatIsNoAmountAndNamesTheField(String written) {
    assertThatThrownBy(() -> Euro.parse(written, "Höchstbetrag")).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith("„Höchstbetrag“ ist kein Betrag in Euro: „" + written)
        .hasMessageEndingWith("Bitte als 1.234,56 angeben.");
  }

  @Test
  void whatIsPrintedIsReadBack() {
    Random random = new Random(44);
    for (int i = 0; i < 1000; i++) {
      BigDecimal amount = BigDecimal.valueOf(Math.abs(random.nextLong() % 1_000_000_000_000L), 2);
      assertThat(Euro.parse(Euro.print(amount), "Betrag")).isEqualTo(amount);
      assertThat(Euro.parse(Euro.plain(amount), "Betrag")).isEqualTo(amount);
    }
  }

  @Test
  void printsInGerman() {
    assertThat(Euro.print(new BigDecimal("158373.9"))).isEqualTo("158.373,90 €");
    assertThat(Euro.print(new BigDecimal("0.005"))).isEqualTo("0,01 €");
    assertThat(Euro.print(null)).isEmpty();
    assertThat(Euro.percent(new BigDecimal("90.0000"))).isEqualTo("90 %");
    assertThat(Euro.percent(new BigDecimal("66.6667"))).isEqualTo("66,6667 %");
  }

  @Test
  void amountsOfAFormAreTextsOrNumbers() {
    FormData form = new FormData(Map.of("text", "1.234,56", "whole", 12, "decimal", 99.95, "blank", " ", "ticked", true,
        "many", 1.234567, "below", -3));
    assertThat(form.amount("text", "Betrag")).isEqualTo("1234.56");
    assertThat(form.amount("whole", "Betrag")).isEqualTo("12.00");
    assertThat(form.amount("decimal", "Betrag")).isEqualTo("99.95");
    assertThat(form.amount("blank", "Betrag")).isNull();
    assertThat(form.amount("absent", "Betrag")).isNull();
    assertThatThrownBy(() -> form.requiredAmount("blank", "Betrag")).hasMessage("Bitte füllen Sie „Betrag“ aus.");
    for (String bad : new String[] {"ticked", "many", "below"}) {
      assertThatThrownBy(() -> form.amount(bad, "Betrag")).isInstanceOf(BusinessException.class)
          .hasMessageContaining("„Betrag“");
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"90 | 90", "90 % | 90", "66,67 | 66.67", "0,5 v. H. | 0.5", "100 | 100"})
  void readsRates(String written, BigDecimal rate) {
    assertThat(new FormData(Map.of("rate", written)).percent("rate", "Fördersatz")).isEqualTo(rate);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "100,01", "900", "-5", "neunzig", "90.5", "66,66667"})
  void refusesRates(String written) {
    assertThatThrownBy(() -> new FormData(Map.of("rate", written)).percent("rate", "Fördersatz"))
        .isInstanceOf(BusinessException.class).hasMessageStartingWith("„Fördersatz“ muss ein Satz");
  }
}
