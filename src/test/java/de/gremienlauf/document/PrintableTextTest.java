package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintableTextTest {

  private static PrintableText printable;

  @BeforeAll
  static void readFont() throws IOException {
    try (InputStream font = PrintableTextTest.class.getResourceAsStream("/fonts/SourceSans3-Regular.ttf")) {
      byte[] bytes = font.readAllBytes();
      printable = new PrintableText(List.of(bytes), List.of(bytes));
    }
  }

  /** A non-breaking space is written as "_". */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "gez. StD Dr. Keller i. V. von OB Reker | gez._StD_Dr._Keller i._V. von OB_Reker",
      "gez. Meyer i. A. | gez._Meyer i._A.",
      "nach § 60 Abs. 2 Satz 1 GO NRW | nach §_60 Abs._2 Satz_1 GO NRW",
      "i. V. m. §§ 3 und 4 | i._V._m. §§_3 und 4",
      "z. B. am Rhein, d. h. u. a. dort | z._B. am Rhein, d._h. u._a. dort",
      "57.200 € oder 20 % um 17 Uhr | 57.200_€ oder 20_% um 17_Uhr",
      "ab TOP Ö 3.1 bis N 2 oder TOP 4 | ab TOP_Ö_3.1 bis N_2 oder TOP_4",
      "siehe Anlage 2 und Nr. 5 | siehe Anlage_2 und Nr._5",
      "Dubai. Abs. zwei, 20 Euros | Dubai. Abs. zwei, 20 Euros",
      "„Einwanderung gestalten“ klappt´s | „Einwanderung gestalten“ klappt´s"})
  void keepsTogetherWhatBelongsTogether(String text, String typeset) {
    assertThat(printable.line(text).replace('\u00A0', '_')).isEqualTo(typeset);
  }

  @Test
  void makesOneLineOfSeveral() {
    assertThat(printable.line(" Ein\r\nBetreff\t mit \u2028 Umbruch\n")).isEqualTo("Ein Betreff mit Umbruch");
    assertThat(printable.lines("Ein\r\nText\rmit\u2028Umbruch")).isEqualTo("Ein\nText\nmit\nUmbruch");
  }

  @Test
  void composesUmlauts() {
    assertThat(printable.line("Bu\u0308rgera\u0308mter")).isEqualTo("Bürgerämter");
  }

  @Test
  void replacesWhatHasNoGlyphByWhatIsNearest() {
    assertThat(printable.line("\uFF21 \u2460 \u33A1 \u2003|")).isEqualTo("A 1 m2 |");
    assertThat(printable.line("😀 中 \uE000 \uD83D|")).isEqualTo("□ □ □ □|");
  }

  @Test
  void dropsWhatNobodySees() {
    assertThat(printable.line("a\u0000b\u001Bc\u202Ed\uFEFFe\u200Df☑\uFE0Fg")).isEqualTo("abcdef☑g");
    assertThat(printable.line("Bürger\u00ADamt")).isEqualTo("Bürger\u00ADamt");
  }
}
