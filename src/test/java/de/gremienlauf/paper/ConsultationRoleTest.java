package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.Phrases;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConsultationRoleTest {

  private static Object role(String printed) {
    return DecisionTables.single("consultation-role", Map.of("printed", Phrases.normalize(printed))).get("role");
  }

  /** The roles of the sample first, then their relatives. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Entscheidung                                 | DECISION
      Empfehlung                                   | PRELIMINARY
      Vorberatung                                  | PRELIMINARY
      Genehmigung                                  | APPROVAL
      Vorberatung (Fachausschuss)                  | PRELIMINARY
      Dringlichkeitsentscheidung                   | DECISION
      zur Kenntnisnahme                            | NOTICE
      Stellungnahme                                | STATEMENT
      zur Vorberatung                              | PRELIMINARY
      Anhörung (BV)                                | HEARING
      Beschlussempfehlung                          | PRELIMINARY
      Eilentscheidung                              | DECISION
      Genehmigung einer Dringlichkeitsentscheidung | APPROVAL
      beschließend                                 | DECISION
      federführend                                 | PRELIMINARY
      ffd. (federführend)                          | PRELIMINARY
      gutachtend                                   | PRELIMINARY
      Mitteilung                                   | NOTICE
      1. Lesung                                    | PRELIMINARY
      2. Lesung (beschließend)                     | DECISION
      in Vertretung der Bezirksversammlung         | DECISION
      m (mitberatend)                              | PRELIMINARY
      mitberatend                                  | PRELIMINARY
      zur Senatsberatung                           | PRELIMINARY
      Kenntnisnahme                                | NOTICE
      Beschlussfassung                             | DECISION
      Beschluss                                    | DECISION
      Beratung und Beschlussfassung                | DECISION
      Kenntnisnahme und Beschlussfassung           | DECISION
      zur Entscheidung                             | DECISION
      Anhörung (Bezirksvertretung)                 | HEARING
      zur Information                              | NOTICE
      zur Stellungnahme                            | STATEMENT
      Beratung                                     | PRELIMINARY
      Vorberatung/Empfehlung an den Rat            | PRELIMINARY
      Bestätigung                                  | APPROVAL
      Bestätigung der Eilentscheidung              | APPROVAL
      Bericht                                      | NOTICE
      mündlicher Bericht                           | NOTICE
      Zwischenbericht der Verwaltung               | NOTICE
      Berichterstattung                            | NOTICE
      Bericht und Beschlussfassung                 | DECISION
      Beantwortung                                 | STATEMENT
      zur Beantwortung                             | STATEMENT
      Verabschiedung                               | DECISION
      Einbringung                                  | PRELIMINARY
      Einbringung und Erörterung                   | PRELIMINARY
      Einbringung und Beschlussfassung             | DECISION
      erste Lesung                                 | PRELIMINARY
      """)
  void printedRole(String printed, String role) {
    assertThat(role(printed)).isEqualTo(role);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TOP 4", "x", "Sitzung", "2. Lesung", "Lesung"})
  void unknownGivesNothing(String printed) {
    assertThat(role(printed)).isNull();
  }
}
