package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.Phrases;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganizationLevelTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Rat                                             | Parlament         | 100
      Rat der Stadt Köln                              | Parlament         | 100
      Stadtrat                                        | Parlament         | 100
      Gemeinderat                                     | Parlament         | 100
      Stadtverordnetenversammlung                     | Parlament         | 100
      BVV Mitte                                       | Parlament         | 100
      Bezirksverordnetenversammlung                   | Parlament         | 100
      Bürgerschaft                                    | Parlament         | 100
      Kreistag                                        | Parlament         | 100
      Gemeindevertretung                              | Parlament         | 100
      Vollversammlung des Stadtrates                  | Parlament         | 100
      Ratsversammlung                                 | Parlament         | 100
      Bezirksversammlung Altona                       | Parlament         | 100
      Verbandsversammlung                             | Parlament         | 100
      Städteregionstag                                | Parlament         | 100
      SVV                                             | Parlament         | 100
      Einwohnerversammlung                            | Sonstiges         | 10
      Hauptausschuss                                  | Hauptausschuss    | 80
      Hauptausschuss (Sondersitzung)                  | Hauptausschuss    | 80
      Haupt- und Finanzausschuss                      | Hauptausschuss    | 80
      Haupt-, Finanz- und Beteiligungsausschuss       | Hauptausschuss    | 80
      Verwaltungsausschuss                            | Hauptausschuss    | 80
      Jugendhilfeausschuss                            | Ausschuss         | 60
      Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales | Ausschuss | 60
      Ausschuss für Chancengerechtigkeit und Integration | Ausschuss      | 60
      Ausschuss für Soziales, Pflege, Arbeit, Senior*innen | Ausschuss    | 60
      Gemeinsame Sondersitzung Ausschuss Allgemeine Verwaltung und Rechtsfragen / Gesundheitsausschuss | Ausschuss | 60
      beteiligte Fachausschüsse                       | Ausschuss         | 60
      Rathausbau-Ausschuss                            | Ausschuss         | 60
      Betriebsausschuss Gebäudewirtschaft             | Ausschuss         | 60
      Kommission für Gestaltung                       | Ausschuss         | 60
      Deputation für Bildung                          | Ausschuss         | 60
      Unterausschuss des Hauptausschusses             | Ausschuss         | 60
      Bezirksvertretung 9 (Mülheim)                   | Bezirksvertretung | 40
      Ortsbeirat 12                                   | Bezirksvertretung | 40
      Bezirksausschuss 5 Au-Haidhausen                | Bezirksvertretung | 40
      Ortschaftsrat Böhlitz-Ehrenberg                 | Bezirksvertretung | 40
      Stadtbezirksrat Mitte                           | Bezirksvertretung | 40
      Ortsrat Harleshausen                            | Bezirksvertretung | 40
      Integrationsrat                                 | Beirat            | 30
      Beirat                                          | Beirat            | 30
      Naturschutzbeirat                               | Beirat            | 30
      Seniorenvertretung                              | Beirat            | 30
      Jugendgemeinderat                               | Beirat            | 30
      Stadtarbeitsgemeinschaft Lesben, Schwule und Transgender | Beirat   | 30
      Senat                                           | Verwaltung        | 20
      Magistrat                                       | Verwaltung        | 20
      Oberbürgermeister                               | Verwaltung        | 20
      Oberbürgermeisterin                             | Verwaltung        | 20
      Oberbürgermeister und ein Ratsmitglied          | Verwaltung        | 20
      Verwaltung                                      | Verwaltung        | 20
      Dezernat V                                      | Verwaltung        | 20
      Informationsgespräch                            | Sonstiges         | 10
      Fraktionen                                      | Sonstiges         | 10
      Unbekanntes Gremium                             | Sonstiges         | 10
      Verwaltungsrat der Sparkasse                    | Sonstiges         | 10
      ''                                              | Sonstiges         | 10
      """)
  void classificationAndLevel(String name, String classification, int level) {
    assertThat(DecisionTables.single("organization-level", Map.of("name", Phrases.normalize(name))))
        .isEqualTo(Map.of("classification", classification, "level", level));
  }
}
