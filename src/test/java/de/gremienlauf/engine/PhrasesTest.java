package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhrasesTest {

  @Test
  void nothingIsEmpty() {
    assertThat(Phrases.normalize(null)).isEmpty();
    assertThat(Phrases.normalize(" \t\u00a0\n")).isEmpty();
  }

  @Test
  void spellingIsFolded() {
    assertThat(Phrases.normalize("  Ungea\u0308ndert\u00a0\n BESCHLOSSEN ")).isEqualTo("ungeändert beschlossen");
    assertThat(Phrases.normalize("zurück\u00adgestellt")).isEqualTo("zurückgestellt");
    assertThat(Phrases.normalize("ÄNDERUNG gem. § 37")).isEqualTo("änderung gem. § 37");
  }
}
