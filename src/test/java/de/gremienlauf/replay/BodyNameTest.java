package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which body a printed name means. */
class BodyNameTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Rat (Sondersitzung) | Rat", "Rat (Fortsetzung) | Rat",
      "Rat - Sondersitzung | Rat", "Rat – Fortsetzungssitzung | Rat", "Rat (2. Fortsetzung vom 04.02.2020) | Rat",
      "Hauptausschuss (Fortsetzungssitzung) | Hauptausschuss", "Rat, außerordentliche Sitzung | Rat",
      "Rat (gemeinsame Sitzung mit dem Hauptausschuss) | Rat", "Rat (konstituierende Sitzung) | Rat",
      "Rat (nichtöffentlich) | Rat", "Rat, öffentlicher Teil | Rat", "Rat [Haushaltssitzung] | Rat",
      "Sondersitzung Rat | Rat", "Sondersitzung: Kreistag | Kreistag", "Sondersitzung des Rates | Rat",
      "Sondersitzung des Ausschusses für Umwelt | Ausschuss für Umwelt",
      "Außerordentliche Sitzung der Stadtverordnetenversammlung | Stadtverordnetenversammlung",
      "Bezirksvertretung 1 (Innenstadt) - Sondersitzung | Bezirksvertretung 1 (Innenstadt)"})
  void aMeetingIsNoBody(String printed, String body) {
    assertThat(BodyName.of(printed)).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bezirksvertretung 1 (Innenstadt)", "Ausschuss für Sitzungsdienst", "Bauausschuss (Vergabe)",
      "Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales", "Sondersitzung",
      "Gemeinsame Sitzung", "Ausschuss für Öffentliche Ordnung", "Ältestenrat", "Rat - Arbeitskreis", "Öffentlichkeit",
      "Ausschuss für Bürgerbeteiligung, Öffentlichkeitsarbeit und Presse", "Beirat für Fortsetzungsfragen"})
  void aNameIsLeftAsItIs(String printed) {
    assertThat(BodyName.of(printed)).isEqualTo(printed);
  }
}
