package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.Phrases;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperPathTest {

  /** The paper types of the sample first, then their relatives. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Antrag                     | POLITICS       | AN
      unknown                    | ADMINISTRATION | VO
      Bürgereingabe              | POLITICS       | AN
      Anfrage                    | INQUIRY        | AN
      Dringlichkeitsantrag       | POLITICS       | AN
      Dringlichkeitsentscheidung | ADMINISTRATION | VO
      Änderungsantrag            | AMENDMENT      | AN
      Bürgerantrag               | POLITICS       | AN
      Mitteilung                 | ADMINISTRATION | VO
      Beschlussvorlage           | ADMINISTRATION | VO
      Empfehlungsvorlage         | ADMINISTRATION | VO
      Anregung                   | POLITICS       | AN
      Entscheidungsvorlage       | ADMINISTRATION | VO
      Petition                   | POLITICS       | AN
      Vorlage zur Beschlussfassung | ADMINISTRATION | VO
      Beantwortung einer Anfrage | ADMINISTRATION | VO
      Antwort auf eine Anfrage   | ADMINISTRATION | VO
      Mitteilung - Beantwortung von Anfragen | ADMINISTRATION | VO
      Ergänzungsantrag           | AMENDMENT      | AN
      Ersetzungsantrag           | AMENDMENT      | AN
      Antrag der Fraktion        | POLITICS       | AN
      Einwohnerantrag            | POLITICS       | AN
      Anregungen und Beschwerden | POLITICS       | AN
      Kleine Anfrage             | INQUIRY        | AN
      Mündliche Anfrage          | INQUIRY        | AN
      Große Anfrage              | POLITICS       | AN
      Auskunftsersuchen          | POLITICS       | AN
      Satzung                    | ADMINISTRATION | VO
      ''                         | ADMINISTRATION | VO
      """)
  void pathAndCircle(String type, String path, String circle) {
    assertThat(DecisionTables.single("paper-path", Map.of("type", Phrases.normalize(type))))
        .isEqualTo(Map.of("path", path, "circle", circle));
  }
}
