package de.gremienlauf.document;

import de.gremienlauf.document.PaperDocument.Attachment;
import de.gremienlauf.document.PaperDocument.Block;
import de.gremienlauf.document.PaperDocument.ResolutionPoint;
import de.gremienlauf.document.PaperDocument.Station;
import de.gremienlauf.document.PaperDocument.Supplement;
import de.gremienlauf.document.PaperDocument.TextFile;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Papers of every kind. */
final class PaperSamples {

  static final LocalDate DAY = LocalDate.of(2020, 1, 6);

  /** Control characters, what no font at hand has, what markup is made of, and what Unicode has two spellings for. */
  static final String WEIRD = "A\u0000\u0001\u0007\u001B\u007F\u0085B <b>&amp; & \" ' > </p> ]]> ${7*7} [[${7*7}]] "
      + "Emoji 😀👩‍👩‍👧🏳️‍🌈 ①²½ ﬁ Ａ Müller\u00ADstraße Gemeinsam klappt\u00B4s Bu\u0308rger A\u030Angstro\u0308m "
      + "x\u0302 q\u0323\u0307 >\u0338 \u0338 中文 العربية עברית हिन्दी "
      + "\u202Everkehrt\u202C \uFEFF\uFFFE\uFFFF\uFFFD\uFFFC \uE000\uF8FF "
      + "\uD83D allein \uDE00 \u200B\u200D\u2028neu\u2029\u000B\f\t☐☑✓→≥−‰ ẞ Ł ǆ Ж Ω";

  private PaperSamples() {
  }

  private static Block block(String heading, String text) {
    return new Block(heading, RichText.ofPlain(text));
  }

  private static ResolutionPoint point(int number, String text) {
    return new ResolutionPoint(number, RichText.ofPlain(text));
  }

  /** With everything that a text can have beside words. */
  static PaperDocument rich() {
    PaperDocument p = full();
    String rich = "<h4>Zwischentitel</h4><p>Fett <strong>Müller</strong>, <em>kursiv</em>, <strong><em>beides "
        + "Ж中</em></strong>, <u>unterstrichen</u>, <s>gestrichen</s>, m<sup>2</sup>, CO<sub>2</sub><br/>und eine Zeile"
        + "<sup class=\"note\">1</sup>.</p><ol type=\"a\"><li>erstens<ul><li>tief<ol type=\"i\"><li>tiefer</li></ol></li>"
        + "</ul></li><li>zweitens</li></ol><table><thead><tr><th scope=\"col\">Jahr</th><th scope=\"col\" colspan=\"2\">"
        + "Betrag</th></tr></thead><tbody><tr><td rowspan=\"2\">2026</td><td>10 €</td><td><p>eins</p><p>zwei</p></td></tr>"
        + "<tr><td><ul><li>Liste</li></ul></td><td></td></tr></tbody></table>"
        + "<ol class=\"notes\"><li>Siehe <em>dort</em>.</li></ol>";
    return new PaperDocument(p.city(), p.sender(), p.leadOffice(), p.reference(), p.revision(), p.releasedOn(),
        p.paperType(), p.publicPaper(), p.nonPublicGround(), p.stations(), p.subject(), p.wordingNote(),
        List.of(new ResolutionPoint(1, RichText.of(rich)), point(2, "Und noch etwas.")),
        List.of(new Block("Begründung", RichText.of(rich))), p.textFile(), p.attachments(), p.supplements(),
        p.signatures(), p.filers(), p.createdOn());
  }

  static PaperDocument report() {
    return new PaperDocument(
        "Stadt Musterstadt", "Die Oberbürgermeisterin", "V/50", "3184/2019", null, DAY, "Mitteilung", true, null,
        List.of(
            new Station("Integrationsrat", LocalDate.of(2020, 1, 14), null),
            new Station("Ausschuss Soziales und Senioren", LocalDate.of(2020, 1, 16), null),
            new Station("Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales",
                LocalDate.of(2020, 1, 27), null),
            new Station("Jugendhilfeausschuss", LocalDate.of(2020, 1, 28), null)),
        "Abschlussbericht zum Projekt „Einwanderung gestalten NRW“", null, List.of(),
        List.of(block(null, """
            Der Rat hat am 04.04.2017 beschlossen, dass sich die Stadt an dem Förderprojekt „Einwanderung gestalten \
            NRW“ des Landes beteiligt (Vorlage 0554/2017). Das Projekt lief vom 01.04.2017 an; der Zuwendungsbescheid \
            der Bezirksregierung trägt das Datum vom 10.04.2017.

            Wie im letzten Sachstandsbericht angekündigt, konnte das Projekt bis zum 31.12.2019 verlängert werden. In \
            der Verlängerung standen drei Themen im Mittelpunkt:

            - Handlungsempfehlungen im Bereich Bildung und Arbeit
            Die Empfehlungen schreibt inzwischen die Fachkoordination Arbeit fort. Gespräche über ein bedarfsgerechtes \
            Angebot laufen, auch in den Landesinitiativen „Durchstarten in Ausbildung und Arbeit“ und \
            „Gemeinsam klappt´s“.
            - Casemanagement
            Die Unterarbeitsgruppe hat das Konzept am 26.06.2019 verabschiedet. Offen war damals, wie es bezahlt \
            werden kann; die Landesinitiativen fördern nun das Teilhabemanagement.

            Der Rat hat der Teilnahme am 07.11.2019 zugestimmt (Vorlage 3141/2019). Die Vereinbarung mit den vier \
            Kooperationspartnern ist geschlossen. Das Modellprojekt beginnt voraussichtlich im Januar 2020.

            - Integrationsmonitoring

            Das Amt für Integration und Vielfalt erarbeitet Leitlinien für ein Monitoring. Die Überlegungen aus dem \
            Projekt fließen darin ein; das Handlungsfeld ist damit verstetigt.

            Das Projekt ist am 31.12.2019 zu Ende gegangen. Die weiteren Ergebnisse zeigt die Zieldatei (Anlage 1). \
            Die Niederschrift der letzten Sitzung der Arbeitsgruppe vom 04.09.2019 ist als Anlage 2 beigefügt.

            Die Netzwerke, die im Projekt entstanden sind, haben es erst möglich gemacht, die Themen über die Grenzen \
            der Rechtskreise hinweg zu betrachten. Vertreter*innen der Wohlfahrtsverbände, des Ehrenamtes, des \
            Jobcenters und der Agentur für Arbeit haben an allen Gremien teilgenommen. Ihre Fachkenntnis hat die Ergebnisse breit \
            verankert.""")),
        null,
        List.of(new Attachment(1, "Zieldatei", true),
            new Attachment(2, "Niederschrift der Abschluss-Sitzung der Arbeitsgruppe vom 04.09.2019", false)),
        List.of(), List.of("gez. StD Dr. Keller i. V. von OB Reker"), List.of(), DAY);
  }

  static PaperDocument full() {
    return new PaperDocument(
        "Stadt Musterstadt", "Die Oberbürgermeisterin", "V/503/2", "0554/2017", 1, LocalDate.of(2017, 3, 8),
        "Beschlussvorlage", true, null,
        List.of(
            new Station("Integrationsrat", LocalDate.of(2017, 3, 14), "Anhörung"),
            new Station("Ausschuss Soziales und Senioren", LocalDate.of(2017, 3, 16), "Vorberatung"),
            new Station("Ausschuss für Umwelt/Gesundheit/Verbraucherschutz/Landwirtschaft/Forsten/Grünflächen",
                null, "Vorberatung"),
            new Station("Rat", LocalDate.of(2017, 4, 4), "Entscheidung")),
        "Teilnahme am Förderprojekt „Einwanderung gestalten NRW“ des Landes Nordrhein-Westfalen",
        "Fassung nach Beratung im Integrationsrat am 14.03.2017",
        List.of(
            point(1, "Der Rat beschließt die Teilnahme der Stadt am Förderprojekt vom 01.04.2017 bis zum "
                + "31.03.2019 und beauftragt die Verwaltung, die Förderung nach § 44 LHO zu beantragen."),
            point(2, "Die Verwaltung berichtet dem Integrationsrat und den Fachausschüssen\n"
                + "- halbjährlich über den Sachstand,\n- nach Abschluss über die Ergebnisse."),
            point(3, "Der Eigenanteil von 57.200 € wird i. V. m. § 83 GO NRW bereitgestellt.")),
        List.of(
            block("Haushaltsmäßige Auswirkungen", "Zuwendungen: 228.800 € (80 %)\nEigenanteil: 57.200 € (20 %)\n"
                + "Die Mittel stehen im Teilergebnisplan 0504 in den Haushaltsjahren 2017 bis 2019 bereit."),
            block("Begründung", """
                Die Zuständigkeiten für neu zugewanderte Menschen verteilen sich auf mehrere Rechtskreise. Das Projekt \
                soll die Zusammenarbeit verbessern. Dafür sind drei Schritte vorgesehen:

                1. Bestandsaufnahme der Leistungen und ihrer Schnittstellen
                2. Erprobung eines rechtskreisübergreifenden Casemanagements

                Zwischen dem zweiten und dem dritten Schritt berichtet die Verwaltung.

                3. Übertragung in die Regelarbeit

                14. Januar 2018 ist der Tag, an dem der erste Sachstandsbericht vorliegt."""),
            block("Alternative", "Die Stadt nimmt an dem Förderprojekt nicht teil. Der Rat verzichtet damit auf "
                + "die Zuwendung des Landes.")),
        null,
        List.of(new Attachment(1, "Projektskizze", true), new Attachment(2, "Finanzierungsplan", false)),
        List.of(new Supplement(LocalDate.of(2017, 3, 20), "Der Finanzierungsplan ist auf Seite 3 berichtigt.",
            List.of(new Attachment(3, "Finanzierungsplan, berichtigte Fassung", false)))),
        List.of("gez. Meyer i. A. von Bg. Dr. Schulz", "gez. Reker"), List.of(), LocalDate.of(2017, 3, 8));
  }

  static PaperDocument nonPublic() {
    return with(report(), false, "§ 48 Abs. 2 GO NRW: Grundstücksangelegenheit", List.of(
        block("Begründung", "Der Kaufpreis beträgt 1.057.200 Euro.")));
  }

  static PaperDocument politics() {
    return new PaperDocument(
        "Stadt Musterstadt", null, null, "AN/0012/2020", null, DAY, "Dringlichkeitsantrag", true, null,
        List.of(new Station("Rat", LocalDate.of(2020, 2, 6), null)), "Sichere Schulwege im Stadtbezirk Süd", null,
        List.of(point(1,
            "Die Verwaltung legt bis zum 30.06.2020 ein Konzept für sichere Schulwege vor.")),
        List.of(block("Begründung", "Erfolgt mündlich.")), null,
        List.of(new Attachment(1, "Karte", false), new Attachment(2, "Unfallstatistik", false),
            new Attachment(3, "Unterschriften", false)),
        List.of(), List.of(),
        List.of("Fraktion Bürger für Musterstadt: Erika Mustermann, Fraktionsvorsitzende",
            "Ratsmitglied Max Mustermann"),
        DAY);
  }

  static PaperDocument coverPage() {
    return new PaperDocument(
        "Stadt Musterstadt", "Die Oberbürgermeisterin", "VI/61", "0077/2020", null, null, "Beschlussvorlage", true,
        null,
        List.of(new Station("Stadtentwicklungsausschuss", null, null)), "Bebauungsplan 67420/04", null, List.of(),
        List.of(),
        new TextFile("Beschlussvorlage Bebauungsplan 67420-04.docx",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        List.of(), List.of(), List.of("gez. Reker"), List.of(), DAY);
  }

  static PaperDocument manyStations() {
    List<Station> stations = IntStream.rangeClosed(1, 60)
        .mapToObj(i -> new Station("Bezirksvertretung " + i + " (Innenstadt / Rodenkirchen / Lindenthal / Ehrenfeld)",
            DAY.plusDays(i), i == 60 ? "Entscheidung" : "Anhörung"))
        .toList();
    return withStations(full(), stations);
  }

  static PaperDocument long20Pages() {
    String paragraph = "Die Verwaltung hat die Donaudampfschifffahrtsgesellschaftskapitänsmützenverordnung geprüft und "
        + "kommt zu dem Ergebnis, dass die Voraussetzungen vorliegen. ";
    String text = String.join("\n\n", Collections.nCopies(120, paragraph.repeat(3)));
    return with(report(), true, null,
        List.of(block("Begründung", text), block("Alternative", "- " + "Eine Zeile\n- ".repeat(80) + "Ende")));
  }

  static PaperDocument weird() {
    return new PaperDocument(WEIRD, WEIRD, WEIRD, WEIRD, 3, DAY, WEIRD, false, WEIRD,
        List.of(new Station(WEIRD, null, WEIRD)), WEIRD, WEIRD,
        List.of(point(1, WEIRD), point(2, "")),
        List.of(block(WEIRD, WEIRD + "\n\n- " + WEIRD + "\n1. " + WEIRD), block("", "\n \n")),
        new TextFile(WEIRD, WEIRD), List.of(new Attachment(1, WEIRD, false)),
        List.of(new Supplement(DAY, WEIRD, List.of(new Attachment(2, WEIRD, false)))),
        List.of(WEIRD), List.of(), DAY);
  }

  static PaperDocument withStations(PaperDocument p, List<Station> stations) {
    return new PaperDocument(p.city(), p.sender(), p.leadOffice(), p.reference(), p.revision(), p.releasedOn(),
        p.paperType(), p.publicPaper(), p.nonPublicGround(), stations, p.subject(), p.wordingNote(),
        p.resolutionPoints(), p.blocks(), p.textFile(), p.attachments(), p.supplements(), p.signatures(), p.filers(),
        p.createdOn());
  }

  static PaperDocument with(PaperDocument p, boolean publicPaper, String ground, List<Block> blocks) {
    return new PaperDocument(p.city(), p.sender(), p.leadOffice(), p.reference(), p.revision(), p.releasedOn(),
        p.paperType(), publicPaper, ground, p.stations(), p.subject(), p.wordingNote(),
        p.resolutionPoints(), blocks, p.textFile(), p.attachments(), p.supplements(), p.signatures(), p.filers(),
        p.createdOn());
  }
}
