package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a printed result the decision table gets to read. */
class ResultPhraseTextTest {

  private static final int LENGTH = 4000;

  @Test
  void nothingIsEmpty() {
    assertThat(ResultPhrase.of(null)).isEmpty();
    assertThat(ResultPhrase.of(" \t\u00a0\n")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Änderungsantrag abgelehnt,  Vorlage beschlossen | , vorlage beschlossen",
      "Änderungsantrag der SPD, CDU abgelehnt; beschlossen | ; beschlossen",
      "Vorlage beschlossen, Gegenantrag zurückgezogen | vorlage beschlossen,",
      "Zusatzantrag ohne Aussicht, keine Mehrheit; Vorlage vertagt | ; vorlage vertagt"})
  void aSideMotionThatFellIsLeftOut(String printed, String read) {
    assertThat(ResultPhrase.of(printed).strip()).isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"ungeändert beschlossen; Antrag der SPD erledigt | ungeändert beschlossen",
      "zur Kenntnis genommen, damit ist der Antrag hinfällig | zur kenntnis genommen",
      "empfohlen (der Antrag der CDU hat sich erledigt) | empfohlen",
      "abgelehnt. Der Antrag der CDU ist gegenstandslos | abgelehnt",
      "beschlossen; Antrag der SPD abgelehnt | beschlossen",
      "Antrag der SPD abgelehnt; Vorlage ungeändert beschlossen | vorlage ungeändert beschlossen",
      "Der Antrag ist erledigt; geändert beschlossen | der   geändert beschlossen"})
  void aMotionBesideTheResultIsLeftOut(String printed, String read) {
    assertThat(ResultPhrase.of(printed).strip()).isEqualTo(read);
  }

  /** It tells of the paper itself, or nobody could tell. */
  @ParameterizedTest
  @ValueSource(strings = {"änderungsantrag angenommen, vorlage abgelehnt", "antrag abgelehnt", "antrag erledigt",
      "beschlossen, den antrag für erledigt zu erklären", "antrag der spd abgelehnt; vertagt",
      "durch den geändert beschlossenen antrag der spd erledigt", "beschlossen, antrag abgelehnt",
      "änderungsantrag; abgelehnt", "antrag zurückgezogen", "von der tagesordnung genommen, antrag zurückgezogen"})
  void anythingElseStays(String printed) {
    assertThat(ResultPhrase.of(printed)).isEqualTo(printed);
  }

  /** What each piece of the patterns looks for, over and over, and never the end. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"änderungsantrag | | ", "änderungsantrag | abgelehn |", "beschlossen, | antr |",
      "beschlossen, antr | | ", "beschlossen) ( antr | erledig |", "kenntnis genommen und antr | erledigt erklär |",
      "beschlossen; antr abgelehn | |", "antr abgelehnt; | vorlage | a", "antr erledigt; | geändert | beschlosse",
      "antr | erledigt | ;", "vorlage | a | beschlossen", "antr erledigt; vorlage | a b c | beschlosse",
      "((( | ))) | ;;;", "antrerledigt;vorlage | x | "})
  void aLongTextComesToAnEnd(String first, String second, String third) {
    for (String between : new String[] {"", " "}) {
      StringBuilder text = new StringBuilder();
      for (String part : new String[] {first, second, third}) {
        String piece = (part == null ? "" : part) + between;
        text.append(piece.repeat(LENGTH / 3 / Math.max(1, piece.length())));
      }
      assertThat(ResultPhrase.of(text.toString())).isNotNull();
      assertThat(ResultPhrase.of("antr erledigt; vorlage " + text)).isNotNull();
      assertThat(ResultPhrase.of(first.repeat(LENGTH / first.length()))).isNotNull();
    }
  }
}
