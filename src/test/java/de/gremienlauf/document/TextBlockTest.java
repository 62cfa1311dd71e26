package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.document.TextBlock.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextBlockTest {

  @Test
  void separatesParagraphsAtBlankLinesAndKeepsLines() {
    assertThat(TextBlock.of("Eins\nzwei\n \n\nDrei\n")).containsExactly(
        new TextBlock(Kind.PARAGRAPH, 0, List.of(List.of("Eins", "zwei"))),
        new TextBlock(Kind.PARAGRAPH, 0, List.of(List.of("Drei"))));
  }

  @Test
  void readsListsWhoseItemsHaveSeveralLines() {
    assertThat(TextBlock.of("Themen:\n- Bildung\nDie Empfehlungen\n\n- Casemanagement\n\nDer Rat")).containsExactly(
        new TextBlock(Kind.PARAGRAPH, 0, List.of(List.of("Themen:"))),
        new TextBlock(Kind.BULLETS, 0, List.of(List.of("Bildung", "Die Empfehlungen"), List.of("Casemanagement"))),
        new TextBlock(Kind.PARAGRAPH, 0, List.of(List.of("Der Rat"))));
  }

  @Test
  void countsOnBehindAnInterruption() {
    assertThat(TextBlock.of("1. a\n2. b\n- c\n\nd\n\n3. e\n\n1. neu")).containsExactly(
        new TextBlock(Kind.NUMBERS, 1, List.of(List.of("a"), List.of("b"))),
        new TextBlock(Kind.BULLETS, 0, List.of(List.of("c"))),
        new TextBlock(Kind.PARAGRAPH, 0, List.of(List.of("d"))),
        new TextBlock(Kind.NUMBERS, 3, List.of(List.of("e"))),
        new TextBlock(Kind.NUMBERS, 1, List.of(List.of("neu"))));
  }

  @Test
  void takesNeitherDatesNorDashesForItems() {
    assertThat(TextBlock.of("14. Januar 2018\n\n1. Februar 2018\n\n-5 Grad\n\n1.000 Euro\n\n2. Bürgermeister")).extracting(TextBlock::kind)
        .containsOnly(Kind.PARAGRAPH);
  }

  @Test
  void findsNothingInNothing() {
    assertThat(TextBlock.of(" \n\n")).isEmpty();
  }
}
