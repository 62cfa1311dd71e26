package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GermanNamesTest {

  @ParameterizedTest
  @CsvSource({"Rat, der Rat", "Integrationsrat, der Integrationsrat", "Jugendhilfeausschuss, der Jugendhilfeausschuss",
      "Ausschuss Soziales und Senioren, der Ausschuss Soziales und Senioren",
      "Bezirksregierung Arnsberg, die Bezirksregierung Arnsberg", "UAG Casemanagement, die UAG Casemanagement",
      "Bündniskerngruppe, die Bündniskerngruppe",
      "Bezirksvertretung 1 (Innenstadt), die Bezirksvertretung 1 (Innenstadt)",
      "Amt für Integration und Vielfalt, das Amt für Integration und Vielfalt",
      "Ministerium für Arbeit, das Ministerium für Arbeit", "NRW.BANK, die NRW.BANK", "Caritas, Caritas",
      "Runder Tisch, Runder Tisch"})
  void articleFollowsTheRulingWord(String name, String expected) {
    assertThat(GermanNames.withArticle(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"Das läuft, Das läuft.", "Das läuft., Das läuft.", "Läuft das?, Läuft das?", "„Es läuft.“, „Es läuft.“"})
  void sentenceEndsOnce(String text, String expected) {
    assertThat(GermanNames.sentence(text)).isEqualTo(expected);
  }

  @Test
  void namesAndNumbersAreCounted() {
    assertThat(GermanNames.enumeration(List.of())).isEmpty();
    assertThat(GermanNames.enumeration(List.of("a"))).isEqualTo("a");
    assertThat(GermanNames.enumeration(List.of("a", "b", "c"))).isEqualTo("a, b und c");
    assertThat(GermanNames.number(4)).isEqualTo("vier");
    assertThat(GermanNames.number(13)).isEqualTo("13");
    assertThat(GermanNames.capitalized("über alles")).isEqualTo("Über alles");
  }
}
