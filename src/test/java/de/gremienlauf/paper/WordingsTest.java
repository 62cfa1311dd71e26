package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a text that people type becomes the points of a resolution: its words stay whatever they are. */
class WordingsTest {

  private static List<String> points(String text) {
    return Wordings.points(text).stream().map(Wording.Point::text).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "Der Rat beschließt, die Sitzung am\n12. Februar 2026 abzuhalten.",
      "Der Rat beschließt, die Sitzung am\n1. Februar 2026 abzuhalten.",
      "1. Nachtragssatzung zur Hauptsatzung wird beschlossen.",
      "1. Februar 2026 ist der Stichtag.\n2. Februar 2026 ist der erste Tag.",
      "1. Der Rat tagt am\n2. Feb. 2026.",
      "1. Der Rat tagt am\n2. 3. 2026 im Rathaus.",
      "1. Der Rat beschließt die\n3. Änderung der Satzung.",
      "Der Rat beschließt:\n1. Bänke.\n2. Bäume.",
      "2. Bäume.\n3. Büsche.",
      "1. Bänke.\n1. aus Holz\n2. aus Stahl\n2. Bäume.",
      "1.\n2. Bäume."})
  void whatIsNoListOfPointsStaysWhole(String text) {
    assertThat(points(text)).containsExactly(text);
    assertThat(Wordings.text(Wordings.points(text))).isEqualTo(text);
  }

  @Test
  void pointsAreWhatIsNumberedFromOneOn() {
    assertThat(points("1. Bänke.\n\n2. Bäume am\n12. März und\n13. April 2026.\r\n3) 1.000 Euro."))
        .containsExactly("Bänke.", "Bäume am\n12. März und\n13. April 2026.", "1.000 Euro.");
    assertThat(points(" 1. Bänke\n  1. aus Holz\n  2. aus Stahl\n 2. Bäume am 1. Mai\n"))
        .containsExactly("Bänke\n  1. aus Holz\n  2. aus Stahl", "Bäume am 1. Mai");
    assertThat(points("1. August-Bebel-Straße\n2. August-Bebel-Platz")).hasSize(2);
    assertThat(points(" \n")).isEmpty();
  }
}
