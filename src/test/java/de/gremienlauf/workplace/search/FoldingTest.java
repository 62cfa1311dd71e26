package de.gremienlauf.workplace.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FoldingTest {

  /** Whether a text with only that in it is found. */
  private static boolean finds(String query, String text) {
    Set<String> words = Folding.words(text);
    return Folding.terms(query).stream().allMatch(term -> term.alternatives().stream().anyMatch(all -> all.stream()
        .allMatch(wanted -> words.stream().anyMatch(word -> Folding.meets(wanted, word)))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "Köln | Köln",
      "Koeln | Köln",
      "koln | Köln",
      "KÖLN | Koeln",
      "köln | KOLN",
      "Straße | Strasse",
      "STRASSE | Straße",
      "Grüße | Gruesse",
      "neu | Neue Bänke",
      "aktuelle | Aktuelles",
      "Trophäe | Trophaee",
      "Oel | Öl",
      "Zuerich | Zürich",
      "Café | Cafe",
      "Gemeinsam klappt's | „Gemeinsam klappt\u00B4s“",
      "Gemeinsam klappt\u2019s | „Gemeinsam klappt\u00B4s“",
      "„Gemeinsam klappt\u00B4s“ | Gemeinsam klappt's",
      "klappts | Gemeinsam klappt\u00B4s",
      "Vertreter | Vertreter*innen",
      "Vertreterinnen | Vertreter*innen",
      "Vertreter:innen | Vertreter*innen",
      "Vertreter*innen | Vertreter:innen",
      "Vertreter_innen | VertreterInnen",
      "Vertreter/innen | Vertreter/-innen",
      "Vertreter(innen) | Vertreter*innen",
      "Vertreter*innen | Vertreterinnen und Vertreter",
      "Oberbürgermeister*in | Oberbürgermeisterin",
      "Oberbuergermeister | Oberbürgermeister*in",
      "Amts-Leitung | Amtsleitung",
      "Amtsleitung | Amts-Leitung",
      "Amts-Leitung | Amts\u2011Leitung",
      "Leitung | Amts-Leitung",
      "Finanzausschuss | Haupt- und Finanzausschuss",
      "0554/2017 | 0554/2017",
      "554/2017 | 0554/2017",
      "0554/2017 | siehe Vorlage 554/2017.",
      "Session-Nr. 3141/2019 | 3141/2019",
      "Vorlagen-Nr. 3141/2019 | 3141/2019",
      "Nr. 3141/2019 | 3141/2019/1",
      "3141/2019/1 | 3141/2019/1",
      "AN/0747/2017 | AN/0747/2017",
      "AN/747/2017 | AN/0747/2017",
      "747/2017 | AN/0747/2017",
      "an/0747/2017 | AN/0747/2017/2",
      "0554 | 0554/2017",
      "FP-2019-001 | FP-2019-001",
      "fp-2019-1 | FP-2019-001",
      "27.01.2020 | Sitzung am 27.1.2020",
      "27.1.2020 | 27. 01. 2020",
      "Ver\u00ADtreter | Vertreter",
      "Ko\u0308ln | Köln"})
  void isFound(String query, String text) {
    assertThat(finds(query, text)).as("„%s“ in „%s“", query, text).isTrue();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
      "Köln | Kiel",
      "554/2017 | 554/2018",
      "554/2017 | 1554/2017",
      "554/2017 | 5541/2017",
      "3141/2019/1 | 3141/2019",
      "3141/2019/1 | 3141/2019/12",
      "AN/0747/2017 | 0747/2017",
      "27.01.2020 | 27.10.2020",
      "Vertreterinnen | Vertreter",
      "in | Integration",
      "Rat Köln | Rat Bonn"})
  void isNotFound(String query, String text) {
    assertThat(finds(query, text)).as("„%s“ in „%s“", query, text).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "„“", "%", "_", "*", "\u0000", "()/-"})
  void nothingIsAskedFor(String query) {
    assertThat(Folding.terms(query)).isEmpty();
  }

  @Test
  void whoeverTypesFurtherKeepsWhatWasFound() {
    for (String word : List.of("Köln", "neue", "Bauen", "aktuell", "Straße", "Israel", "Poesie", "Vertreter*innen")) {
      // Of less than three folded letters only the whole word is meant.
      for (int length = 4; length <= word.length(); length++) {
        String typed = word.substring(0, length);
        assertThat(finds(typed, word)).as("„%s“ in „%s“", typed, word).isTrue();
      }
    }
  }

  @Test
  void aQuotationMarksWhatWasFoundAndNothingElse() {
    List<Folding.Term> terms = Folding.terms("koln vertreter");
    assertThat(new Snippets().of("Die <b>Stadt</b> Köln und ihre Vertreter*innen", terms)).containsExactly(
        new Snippets.Part("Die <b>Stadt</b> ", false), new Snippets.Part("Köln", true),
        new Snippets.Part(" und ihre ", false), new Snippets.Part("Vertreter*innen", true));
    assertThat(new Snippets().marked("Bezirksvertretung", Folding.terms("vertretung")))
        .containsExactly(new Snippets.Part("Bezirksvertretung", true));
    String text = "Wort ".repeat(200) + "Köln" + " Wort".repeat(200);
    List<Snippets.Part> parts = new Snippets().of(text, terms);
    assertThat(parts.stream().mapToInt(part -> part.text().length()).sum()).isLessThan(300);
    assertThat(parts).contains(new Snippets.Part("Köln", true)).contains(new Snippets.Part("… ", false));
  }
}
