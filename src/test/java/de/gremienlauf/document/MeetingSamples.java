package de.gremienlauf.document;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** Documents of meetings of every kind. */
final class MeetingSamples {

  static final LocalDate DAY = LocalDate.of(2020, 1, 14);
  static final LocalDate CREATED = LocalDate.of(2020, 1, 6);

  /** A word no line is long enough for; its letters can be counted. */
  static final String ENDLESS = "X".repeat(2000);
  /** Words that are more than a page. */
  static final String WORDY = "Donaudampfschifffahrtsgesellschaft der Ämter ".repeat(45).strip();

  private static final String RESOLUTION = """
      1. Der Integrationsrat nimmt den Abschlussbericht zur Kenntnis.
      2. Die Verwaltung wird beauftragt,
      - das Netzwerk i. V. m. § 27 GO NRW fortzuführen,
      - halbjährlich zu berichten.
      3. Der Eigenanteil von 57.200 € wird bereitgestellt.""";

  private MeetingSamples() {
  }

  static MeetingHead head() {
    return new MeetingHead("Stadt Musterstadt", "Integrationsrat", "33. Sitzung", null, DAY, "15:30",
        "Historisches Rathaus, Konrad-Adenauer-Saal, Raum-Nr. 1.18", "2014/2020");
  }

  static MeetingHead bareHead() {
    return new MeetingHead("Stadt Musterstadt", "Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / "
        + "Internationales", "Sitzung der Arbeitsgruppe", "Sondersitzung", DAY, null, null, null);
  }

  static MeetingHead endlessHead() {
    return new MeetingHead(ENDLESS, WORDY, WORDY, ENDLESS, DAY, ENDLESS, WORDY, ENDLESS);
  }

  static MeetingHead weirdHead() {
    String weird = PaperSamples.WEIRD;
    return new MeetingHead(weird, weird, weird, weird, DAY, weird, weird, weird);
  }

  static AgendaDocument agenda() {
    return new AgendaDocument(head(), false,
        List.of(
            new AgendaLine("Ö 1", "Anfragen und Anträge", null, null, null, true),
            new AgendaLine("Ö 1.1", "Anfrage der Fraktion Bürger für Musterstadt zu Sprachkursen", "AN/0012/2020",
                "Anfrage", null, false),
            new AgendaLine("Ö 2", "Schriftliche Mitteilungen der Verwaltung", null, null, null, true),
            new AgendaLine("Ö 2.1", "Abschlussbericht zum Projekt „Einwanderung gestalten NRW“", "3184/2019",
                "Mitteilung", null, false),
            new AgendaLine("Ö 2.2", "Teilnahme am Förderprojekt des Landes Nordrhein-Westfalen und Fortführung der "
                + "Zusammenarbeit mit den Kooperationspartnern", "0554/2017/1", "Beschlussvorlage", "Tischvorlage",
                false),
            new AgendaLine("Ö 3", "Verschiedenes", null, null, null, false)),
        List.of(
            new AgendaLine("N 1", "Kaufpreis des Grundstücks Rheinstraße 7", "3185/2019", "Beschlussvorlage",
                "§ 48 Abs. 2 GO NRW: Grundstücksangelegenheit", false)),
        null, null, CREATED);
  }

  static AgendaDocument publicAgenda() {
    return new AgendaDocument(head(), true, agenda().publicItems(),
        List.of(new AgendaLine("N 1", "Grundstücksangelegenheit", null, null, null, false)), null, null, CREATED);
  }

  static AgendaDocument supplement() {
    return new AgendaDocument(bareHead(), true, List.of(new AgendaLine("Ö 4", "Sichere Schulwege", "AN/0012/2020",
        "Dringlichkeitsantrag", "Nachtrag", false)), List.of(), 2,
        "Die Sitzung am 07.01.2020 war nicht beschlussfähig. In dieser Sitzung ist das Gremium nach § 49 Abs. 2 GO NRW "
            + "ohne Rücksicht auf die Zahl der Erschienenen beschlussfähig.", CREATED);
  }

  static AgendaDocument longAgenda() {
    List<AgendaLine> items = new ArrayList<>();
    for (int i = 1; i <= 64; i++) {
      boolean heading = i % 8 == 1;
      items.add(new AgendaLine("Ö " + (i / 8 + 1) + "." + (i % 8), heading ? "Angelegenheiten der Ämter " + i
          : "Gegenstand " + i
              + " über die Fortschreibung des Handlungskonzeptes für den Stadtbezirk Süd".repeat(i % 3 + 1),
          heading ? null : (3000 + i) + "/2019", heading ? null : "Beschlussvorlage", i % 5 == 0 ? "Nachtrag" : null,
          heading));
    }
    return new AgendaDocument(head(), true, items, List.of(), null, null, CREATED);
  }

  static AgendaDocument emptyAgenda() {
    return new AgendaDocument(bareHead(), true, List.of(), List.of(), null, null, CREATED);
  }

  static AgendaDocument endlessAgenda() {
    return new AgendaDocument(endlessHead(), false,
        List.of(new AgendaLine("Ö 1", ENDLESS, WORDY, ENDLESS, WORDY, true),
            new AgendaLine(ENDLESS, WORDY, ENDLESS, WORDY, ENDLESS, false)),
        List.of(new AgendaLine("N 1", WORDY, null, null, null, false)), 1, ENDLESS + "\n\n" + WORDY, CREATED);
  }

  static AgendaDocument weirdAgenda() {
    String weird = PaperSamples.WEIRD;
    return new AgendaDocument(weirdHead(), false, List.of(new AgendaLine(weird, weird, weird, weird, weird, true)),
        List.of(new AgendaLine(weird, weird, weird, weird, weird, false)), 3, weird, CREATED);
  }

  static InvitationDocument invitation() {
    return new InvitationDocument(agenda(), "Frau Ratsmitglied Erika Mustermann", """
        Sehr geehrte Frau Mustermann,

        zur 33. Sitzung des Integrationsrates lade ich Sie herzlich ein. Die Tagesordnung steht auf der folgenden \
        Seite; die Vorlagen finden Sie im Ratsinformationssystem.

        Wenn Sie verhindert sind, geben Sie bitte

        - Ihrer Stellvertretung und
        - der Geschäftsstelle

        bis zum 13.01.2020 um 12 Uhr Bescheid.

        Mit freundlichen Grüßen""", "Max Mustermann, Vorsitzender");
  }

  static List<AttendanceGroup> people() {
    return List.of(
        new AttendanceGroup("Vorsitz", List.of(new AttendanceLine("Max Mustermann", "SPD", null))),
        new AttendanceGroup("Stimmberechtigte Mitglieder", List.of(
            new AttendanceLine("Dr. Ayşe Yılmaz-Öztürk", "Bündnis 90/Die Grünen", "ab 16:10 Uhr, TOP Ö 3.1"),
            new AttendanceLine("Erika Mustermann", "CDU", null),
            new AttendanceLine("Łukasz Wiśniewski", null, "bis 17:00 Uhr"))),
        new AttendanceGroup("Stellvertretend stimmberechtigt", List.of(
            new AttendanceLine("Jürgen Müller-Lüdenscheidt", "FDP", "i. V. für Hans-Peter Großkreutz-Übermaß"))),
        new AttendanceGroup("Beratende Mitglieder", List.of()),
        new AttendanceGroup("Verwaltung", List.of(new AttendanceLine("StD Dr. Keller", null, "Dezernat V"))));
  }

  static List<AttendanceGroup> manyPeople() {
    return List.of(new AttendanceGroup("Stimmberechtigte Mitglieder", IntStream.rangeClosed(1, 90)
        .mapToObj(i -> new AttendanceLine("Ratsmitglied " + i, "Fraktion Bürger für Musterstadt", null)).toList()));
  }

  static List<AttendanceGroup> endlessPeople() {
    return List.of(new AttendanceGroup(WORDY, List.of(new AttendanceLine(ENDLESS, WORDY, ENDLESS),
        new AttendanceLine(WORDY, ENDLESS, WORDY))));
  }

  static List<AttendanceGroup> weirdPeople() {
    String weird = PaperSamples.WEIRD;
    return List.of(new AttendanceGroup(weird, List.of(new AttendanceLine(weird, weird, weird))));
  }

  static AttendanceDocument attendance(MeetingHead head, List<AttendanceGroup> groups, boolean forSigning) {
    return new AttendanceDocument(head, groups, forSigning, CREATED);
  }

  static MinutesDocument minutes() {
    return new MinutesDocument(head(), true, "15:34", "17:52", people(),
        List.of("Der Vorsitzende stellt fest, dass zu der Sitzung ordnungsgemäß eingeladen worden ist.",
            "Der Integrationsrat ist beschlussfähig."),
        List.of(
            new MinutesItem("Ö 1", "Anfragen und Anträge", null, true, null, null, null, null, List.of(), null, null),
            new MinutesItem("Ö 1.1", "Anfrage der Fraktion Bürger für Musterstadt zu Sprachkursen", "AN/0012/2020",
                false, "Herr Müller-Lüdenscheidt fragt nach den Wartezeiten.\n\nDie Verwaltung sagt eine schriftliche "
                    + "Antwort zu.", null, "zurückgestellt", null, List.of(), null, null),
            new MinutesItem("Ö 2.1", "Abschlussbericht zum Projekt „Einwanderung gestalten NRW“", "3184/2019", false,
                "StD Dr. Keller führt in die Vorlage ein.", RESOLUTION, "geändert beschlossen",
                "mehrheitlich gegen die Stimmen der Fraktion X bei 2 Enthaltungen",
                List.of("SPD: 5 Ja", "CDU: 4 Ja, 1 Enthaltung", "FDP: 1 Nein"), "Erika Mustermann",
                "Die Sitzung war von 16:30 bis 16:40 Uhr unterbrochen."),
            new MinutesItem("Ö 3", "Verschiedenes", null, false, null, null, null, null, List.of(), null, null)),
        List.of("gez. Max Mustermann, Vorsitzender", "gez. Sabine Schreiber, Schriftführerin"), false,
        List.of("Einwendungen gegen diese Niederschrift sind bis zur nächsten Sitzung zu erheben."),
        LocalDate.of(2020, 1, 28), false);
  }

  static MinutesDocument draft() {
    MinutesDocument minutes = minutes();
    return new MinutesDocument(bareHead(), false, null, null, List.of(), List.of(), minutes.items(), List.of(), true,
        List.of(), CREATED, false);
  }

  static MinutesDocument redacted() {
    String bar = MinutesDocument.REDACTED;
    return new MinutesDocument(head(), true, "15:34", "17:52",
        List.of(new AttendanceGroup("Stimmberechtigte Mitglieder", List.of(
            new AttendanceLine(bar, "CDU", null), new AttendanceLine("Dr. " + bar, null, "i. V. für " + bar)))),
        List.of("Für " + bar + " ist niemand erschienen."),
        List.of(new MinutesItem("Ö 1", "Antrag von " + bar, "AN/0012/2020", false,
            "- " + bar + " und " + bar + "\n- niemand", bar + bar, "beschlossen " + bar, bar,
            List.of(bar + ": Ja"), bar, bar)),
        List.of("gez. " + bar), false, List.of(), LocalDate.of(2020, 2, 3), true);
  }

  static MinutesDocument longMinutes() {
    MinutesDocument minutes = minutes();
    return new MinutesDocument(head(), true, "15:34", "23:59", manyPeople(), minutes.opening(),
        Collections.nCopies(40, minutes.items().get(2)), minutes.signatures(), false, minutes.closing(), CREATED,
        false);
  }

  static MinutesDocument minutesOf(MeetingHead head, List<AttendanceGroup> people, String text) {
    return new MinutesDocument(head, true, text, text, people, List.of(text, "- " + text),
        List.of(new MinutesItem("Ö 1", text, text, true, null, null, null, null, List.of(), null, null),
            new MinutesItem(text, text, text, false, text, "1. " + text + "\n\n- " + text, text, text,
                List.of(text, ""), text, text)),
        List.of(text), true, List.of(text), CREATED, true);
  }

  static ExcerptDocument excerpt() {
    return new ExcerptDocument(head(), true, true, "Ö 2.1", "Abschlussbericht zum Projekt „Einwanderung gestalten NRW“",
        "3184/2019", "Beschlussvorlage", null, RESOLUTION, "geändert beschlossen",
        "einstimmig bei 2 Enthaltungen", List.of("SPD: 5 Ja", "CDU: 4 Ja, 2 Enthaltungen"),
        "Der Beschluss darf ab dem 18.01.2020 ausgeführt werden.", null,
        List.of("Für die Richtigkeit: Sabine Schreiber"), LocalDate.of(2020, 1, 28));
  }

  static ExcerptDocument provisionalExcerpt() {
    return new ExcerptDocument(bareHead(), false, false, "N 1", "Kaufpreis des Grundstücks Rheinstraße 7", null, null,
        "Der Vorsitzende verweist auf die Vorlage.", "Die Stadt kauft das Grundstück.", "ungeändert beschlossen",
        "einstimmig", List.of(), null, "Berichtigt am 15.01.2020: Das Ergebnis lautet „ungeändert beschlossen“.",
        List.of(), CREATED);
  }

  static ExcerptDocument excerptOf(MeetingHead head, String text) {
    return new ExcerptDocument(head, false, true, text, text, text, text, text, text, text, text, List.of(text), text,
        text, List.of(text), CREATED);
  }

  static ExcerptDocument bareExcerpt() {
    return new ExcerptDocument(bareHead(), true, true, "Ö 1", "Verschiedenes", null, null, null, null, null, null,
        List.of(), null, null, List.of(), CREATED);
  }
}
