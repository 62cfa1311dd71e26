package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.Phrases;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsultationSequenceTest {

  private static List<Map<String, Object>> stations(String type, List<String> topics, String office,
      List<String> districts) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("topics", topics);
    variables.put("type", Phrases.normalize(type));
    variables.put("leadOffice", office);
    variables.put("districts", districts);
    return DecisionTables.evaluate("consultation-sequence", variables);
  }

  private static List<String> list(String text) {
    return text == null ? List.of() : Arrays.stream(text.split(";")).map(String::strip).toList();
  }

  private static List<String> shortForm(List<Map<String, Object>> stations) {
    return stations.stream()
        .sorted(Comparator.comparing((Map<String, Object> station) -> (Integer) station.get("rank"))
            .thenComparing(station -> (String) station.get("organization")))
        .map(station -> "%s %s %s %s".formatted(station.get("rank"), station.get("organization"), station.get("role"),
            station.get("competence")))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Beschlussvorlage | | | 4 Rat DECISION WHOLE
      Beschlussvorlage | Integration | | 1 Integrationsrat PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Beschlussvorlage | Jugendhilfe | | 2 Jugendhilfeausschuss PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Beschlussvorlage | Finanzen | | 3 Finanzausschuss PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Beschlussvorlage | Integration; Soziales; Finanzen | | 1 Integrationsrat PRELIMINARY NONE; \
      2 Ausschuss Soziales und Senioren PRELIMINARY NONE; 3 Finanzausschuss PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Beschlussvorlage | Verkehr | Bezirksvertretung 9 (Mülheim) | 2 $district HEARING NONE; \
      2 Verkehrsausschuss PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Beschlussvorlage | Stadtentwicklung | Bezirksvertretung 7 (Porz); Bezirksvertretung 8 (Kalk) | \
      2 $district HEARING NONE; 2 Stadtentwicklungsausschuss PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Beschlussvorlage | Bezirk | Bezirksvertretung 7 (Porz); Bezirksvertretung 8 (Kalk) | 4 $district DECISION PART
      Beschlussvorlage | Bezirk; Jugendhilfe | Bezirksvertretung 8 (Kalk) | \
      2 Jugendhilfeausschuss PRELIMINARY NONE; 4 $district DECISION WHOLE
      Beschlussvorlage | Kultur; Schule; Gesundheit; Wirtschaft; Verwaltung und Recht | | \
      2 Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales PRELIMINARY NONE; \
      2 Ausschuss Kunst und Kultur PRELIMINARY NONE; 2 Ausschuss Schule und Weiterbildung PRELIMINARY NONE; \
      2 Gesundheitsausschuss PRELIMINARY NONE; 2 Wirtschaftsausschuss PRELIMINARY NONE; 4 Rat DECISION WHOLE
      unknown | Kultur | | 2 Ausschuss Kunst und Kultur PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Antrag | Verkehr | | 2 Verkehrsausschuss PRELIMINARY NONE; 4 Rat DECISION WHOLE
      Antrag | | | 4 Rat DECISION WHOLE
      Antrag | Bezirk | Bezirksvertretung 1 (Innenstadt) | 4 $district DECISION WHOLE
      Mitteilung | Integration; Soziales; Verwaltung und Recht; Jugendhilfe | | 1 Integrationsrat NOTICE NONE; \
      2 Ausschuss Soziales und Senioren NOTICE NONE; \
      3 Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales NOTICE NONE; \
      4 Jugendhilfeausschuss NOTICE NONE
      Mitteilung | Bezirk | Bezirksvertretung 9 (Mülheim) | 12 $district NOTICE NONE
      Beantwortung einer Anfrage | Gesundheit | | 5 Gesundheitsausschuss NOTICE NONE
      Anfrage | Gesundheit | | 5 Gesundheitsausschuss NOTICE NONE
      Anfrage | | | 1 Rat NOTICE NONE
      Anfrage | Bezirk | Bezirksvertretung 9 (Mülheim) | 12 $district NOTICE NONE
      Dringlichkeitsentscheidung | Finanzen | | 1 Hauptausschuss APPROVAL NONE; 2 Rat APPROVAL WHOLE
      """)
  void bodiesOfAPaper(String type, String topics, String districts, String expected) {
    assertThat(shortForm(stations(type, list(topics), "V/50", list(districts)))).isEqualTo(list(expected));
  }

  @Test
  void theYouthOfficeGoesToItsCommitteeWithoutTheTopic() {
    assertThat(shortForm(stations("Beschlussvorlage", List.of(), "Amt für Kinder, Jugend und Familie", List.of())))
        .containsExactly("2 Jugendhilfeausschuss PRELIMINARY NONE", "4 Rat DECISION WHOLE");
  }

  @Test
  void noLeadOfficeIsNoError() {
    assertThat(shortForm(stations("Beschlussvorlage", List.of("Integration"), null, List.of())))
        .containsExactly("1 Integrationsrat PRELIMINARY NONE", "4 Rat DECISION WHOLE");
  }

  @Test
  void nothingChosenIsAsEmpty() {
    assertThat(shortForm(stations("Beschlussvorlage", null, "V/50", null))).containsExactly("4 Rat DECISION WHOLE");
  }

  @Test
  void everyStationSaysItsLegalGround() {
    List<String> all = List.of("Integration", "Soziales", "Jugendhilfe", "Finanzen", "Verwaltung und Recht",
        "Stadtentwicklung", "Gesundheit", "Verkehr", "Wirtschaft", "Schule", "Kultur");
    for (String type : List.of("Beschlussvorlage", "Mitteilung", "Antrag", "Anfrage")) {
      List<Map<String, Object>> stations = stations(type, all, "", List.of("Bezirksvertretung 1 (Innenstadt)"));
      assertThat(stations).hasSize(Set.of("Mitteilung", "Anfrage").contains(type) ? 12 : 13)
          .allSatisfy(station -> assertThat((String) station.get("ground")).isNotBlank());
    }
    assertThat(stations("Beschlussvorlage", all, "", List.of()).stream()
        .filter(station -> station.get("organization").equals("Integrationsrat"))
        .map(station -> station.get("ground"))).containsExactly("§ 27 GO NRW, § 22 Hauptsatzung");
  }
}
