package de.gremienlauf.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class WordFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final WordFiles FILES = new WordFiles(new UploadCheck(DataSize.ofMegabytes(50)));

  static WordDraft draft(RichText resolution, RichText reasons) {
    return new WordDraft("Stadt Musterstadt", "Beschlussvorlage", "0001/2026", "Neue Bänke", "V/50", List.of(
        new WordDraft.Part(PaperSection.RESOLUTION, "Beschlussvorschlag", resolution),
        new WordDraft.Part(PaperSection.REASONS, "Begründung", reasons),
        new WordDraft.Part(PaperSection.BUDGET, "Haushaltsmäßige Auswirkungen", RichText.ofPlain(null)),
        new WordDraft.Part(PaperSection.ALTERNATIVE, "Alternative", RichText.ofPlain(null))));
  }

  private static final WordDraft EMPTY = draft(RichText.ofPlain(null), RichText.ofPlain(null));

  @ParameterizedTest
  @ValueSource(strings = {
      "<p>Ein Absatz &amp; noch <strong>fett</strong>, <em>kursiv</em>, <u>unterstrichen</u>, <s>gestrichen</s>,"
          + " m<sup>2</sup>, H<sub>2</sub>O und <strong><em>beides</em></strong>.</p><p>Zweite<br/>Zeile</p>",
      "<ol><li>Der Rat beschließt.<ol type=\"a\"><li>erstens<ul><li>tief</li></ul></li><li>zweitens</li></ol></li>"
          + "<li>Der Rat beauftragt.</li></ol><p>Dazwischen</p><ol start=\"3\"><li>Und noch</li></ol>"
          + "<ol type=\"I\"><li>römisch</li></ol><ul><li>Punkt</li></ul>",
      "<h4>Zwischentitel</h4><table><thead><tr><th scope=\"col\">Jahr</th><th scope=\"col\" colspan=\"2\">Betrag</th></tr>"
          + "</thead><tbody><tr><td rowspan=\"2\">2026</td><td>10 €</td><td><p>eins</p><p>zwei</p></td></tr>"
          + "<tr><td><ul><li>Liste</li></ul></td><td></td></tr></tbody></table>",
      "<table><thead><tr><th scope=\"col\">A</th></tr></thead></table>"
          + "<table><thead><tr><th scope=\"col\">B</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
      "<p>Mit Anmerkung<sup class=\"note\">1</sup> und noch einer<sup class=\"note\">2</sup>.</p>"
          + "<ol class=\"notes\"><li>Siehe <em>dort</em>.</li><li>Zweite<br/>Zeile</li></ol>",
      "<p>Weiches Trenn\u00ADzeichen, ge\u00A0schützt, Mini\u2011Jobs, 😀 &lt;b&gt;</p>"})
  void whatGoesOutComesBackTheSame(String html) throws IOException {
    RichText text = RichText.of(html);
    assertThat(text.html()).isEqualTo(html);

    byte[] file = FILES.write(draft(text, text), DAY);
    Files.write(Files.createDirectories(Path.of("target", "papers"))
        .resolve("word-" + Integer.toHexString(html.hashCode()) + ".docx"), file);
    UploadedText back = FILES.read("entwurf.docx", file, EMPTY);

    assertThat(back.sections().get(PaperSection.RESOLUTION)).hasToString(html);
    assertThat(back.sections().get(PaperSection.REASONS)).hasToString(html);
    assertThat(back.sections().get(PaperSection.BUDGET).isEmpty()).isTrue();
    assertThat(back.subject()).isEqualTo("Neue Bänke");
    assertThat(back.findings().stream().map(WordFinding::sentence).filter(sentence -> !sentence.contains("note")))
        .isEmpty();
  }
}
