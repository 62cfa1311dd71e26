package de.gremienlauf.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The report that the product grew from, on its own dates: how a funded project ended, noted by four bodies. */
final class FinalReport {

  /** Invented: the report does not name its number. */
  static final String DEMO_NUMBER = "4242/2019";

  private static final String TEXT = """
      Am 04.04.2017 hat der Rat entschieden, dass sich die Stadt Köln vom 01.04.2017 bis zum 31.03.2019 am \
      Förderprojekt „Einwanderung gestalten NRW“ des Landes beteiligt (Vorlage 0554/2017). Grundlage war der \
      Förderantrag der Verwaltung; die Bezirksregierung Arnsberg hat ihn mit Zuwendungsbescheid vom 10.04.2017 \
      bewilligt.

      Das Land hat danach eine Verlängerung bis Ende 2019 ermöglicht, wie es der letzte Sachstandsbericht angekündigt \
      hatte. Die Bezirksregierung Arnsberg hat sie mit Förderbescheid vom 01.03.2019 bis zum 31.12.2019 gewährt. Drei \
      Schwerpunkte standen seitdem im Vordergrund:

      - Handlungsempfehlungen zu Hürden und Bedarfslücken bei Bildung und Arbeit. Sie weiterzuentwickeln ist jetzt eine \
      laufende Aufgabe der Fachkoordination Arbeit im Amt für Integration und Vielfalt, die fortlaufend über ein \
      bedarfsgerechtes Angebot verhandelt. Die Landesinitiativen „Durchstarten in Ausbildung und Arbeit“ und \
      „Gemeinsam klappt´s“, an denen die Stadt teilnimmt, nehmen das Thema ebenfalls auf.

      - Casemanagement. Die UAG Casemanagement hat am 26.06.2019 das Konzept KOKIP (Kooperation zur Klärung \
      rechtskreisübergreifender Integrationsprozesse) für geflüchtete Menschen beschlossen, damals noch ohne \
      Finanzierung. Beide Landesinitiativen erlauben es, Teilhabemanagement zu fördern. Die Lenkungsgruppe des \
      Projekts und die Bündniskerngruppe von „Gemeinsam klappt´s“ haben deshalb beschlossen, das Konzept an die \
      Förderbedingungen anzupassen; der Antrag ist gestellt. Am 07.11.2019 hat der Rat der Teilnahme an den \
      Landesinitiativen und dem Pilotprojekt KOKIP zugestimmt (Session-Nr. 3141/2019). Mit den vier \
      Kooperationspartnern ist inzwischen eine Vereinbarung geschlossen. Der Betrieb beginnt voraussichtlich im \
      Januar 2020.

      - Integrationsmonitoring. Das Amt für Integration und Vielfalt arbeitet an Leitlinien zu „Integration“ und \
      „Vielfalt“ und baut gleichzeitig darauf ein „Monitoring Integration und Vielfalt“ auf, in das die Erfahrungen \
      des Projekts eingehen. Wie es sich mit den Monitoringsystemen der Stadt verbinden lässt, wird besprochen. Auch \
      dieses Handlungsfeld ist damit verstetigt.

      Das Projekt läuft zum 31.12.2019 aus. Seine übrigen Ergebnisse stehen in den früheren Berichten und in der \
      Zieldatei (Anlage 1); Anlage 2 ist die Niederschrift der Abschluss-Sitzung der Arbeitsgruppe vom 04.09.2019.

      Ohne die Netzwerke des Projekts wäre der Blick über die Grenzen der Rechtskreise nicht möglich gewesen. In allen \
      Projektgremien haben das Jobcenter, die Agentur für Arbeit sowie Vertreter*innen der Wohlfahrtsverbände und des \
      Ehrenamtes mitgewirkt, zu einzelnen Fragen auch das Bundesamt für Migration und Flüchtlinge, der \
      Integrationsrat, die sozialpolitischen Sprecher*innen der Ratsfraktionen und Migrantenselbstorganisationen. Ihr \
      Fachwissen hat die Ergebnisse breit getragen.

      Die Themen enden nicht mit dem Projekt: Sie bleiben Aufgabe der Verwaltung und aller Beteiligten. Das Amt für \
      Integration und Vielfalt führt die Arbeitsweise und die gewonnenen Erkenntnisse weiter.""";

  private FinalReport() {
  }

  /** The minutes are the copy that everybody may read. */
  static void tell(PaperStory report, byte[] minutes) {
    report.onDay(LocalDate.of(2019, 12, 6))
        .begin("Mitteilung", "Abschlussbericht zum Projekt „Einwanderung gestalten NRW“", null, DEMO_NUMBER)
        .attach("Zieldatei.csv", "Zieldatei", true)
        .attach("Niederschrift.pdf", minutes, "Niederschrift der Abschluss-Sitzung der Arbeitsgruppe vom 04.09.2019",
            false)
        .onDay(LocalDate.of(2019, 12, 9))
        .draft(Map.of("reasons", TEXT, "references", "0554/2017, 3141/2019",
            "topics", List.of("Integration", "Soziales", "Verwaltung und Recht", "Jugendhilfe")))
        .confirm("Die Nummer " + DEMO_NUMBER + " ist für die Beispieldaten erfunden.")
        .onDay(LocalDate.of(2019, 12, 11))
        .sign("StD Dr. Keller", "OB Reker");
    for (LocalDate day : List.of(LocalDate.of(2020, 1, 14), LocalDate.of(2020, 1, 16), LocalDate.of(2020, 1, 27),
        LocalDate.of(2020, 1, 28))) {
      report.onDay(day).result("Kenntnis genommen", Map.of("remark", "angenommen, im Dokument nicht genannt"));
    }
  }
}
