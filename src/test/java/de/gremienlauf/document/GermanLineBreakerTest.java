package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GermanLineBreakerTest {

  @Test
  void breaksBehindSlashesBetweenWords() {
    assertThat(pieces("Umwelt/Gesundheit im Rat")).containsExactly("Umwelt/", "Gesundheit ", "im ", "Rat");
    assertThat(pieces("Recht / Vergabe")).containsExactly("Recht ", "/ ", "Vergabe");
  }

  @Test
  void keepsNumbersTogether() {
    assertThat(pieces("Vorlage 0554/2017/1")).containsExactly("Vorlage ", "0554/2017/1");
    assertThat(pieces("i.\u00A0V. von")).containsExactly("i.\u00A0V. ", "von");
  }

  @Test
  void keepsQuotationMarksWithTheirWords() {
    assertThat(pieces("das „Monitoring Vielfalt“ auf")).containsExactly("das ", "„Monitoring ", "Vielfalt“ ", "auf");
    assertThat(pieces("‚eins‘ und „zwei“, drei")).containsExactly("‚eins‘ ", "und ", "„zwei“, ", "drei");
  }

  @Test
  void survivesSlashesAtTheEnds() {
    assertThat(pieces("/a/")).containsExactly("/a/");
    assertThat(pieces("")).isEmpty();
  }

  private static List<String> pieces(String text) {
    GermanLineBreaker breaker = new GermanLineBreaker();
    breaker.setText(text);
    List<String> pieces = new ArrayList<>();
    int start = 0;
    for (int end = breaker.next(); end != BreakIterator.DONE; end = breaker.next()) {
      pieces.add(text.substring(start, end));
      start = end;
    }
    return pieces;
  }
}
