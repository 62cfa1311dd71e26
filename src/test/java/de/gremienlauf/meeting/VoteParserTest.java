package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VoteParserTest {

  private static void check(String vote, String result, VoteOutcome outcome, Boolean unanimous, Integer yes, Integer no,
      Integer abstentions, String against, String abstaining) {
    String text = vote == null ? null : vote.replace("⏎", "\n");
    assertThat(VoteParser.parse(text, result))
        .contains(new Vote(outcome, unanimous, yes, no, abstentions, names(against), names(abstaining)));
  }

  private static List<String> names(String list) {
    return list == null ? List.of() : Arrays.stream(list.split(";")).map(String::strip).toList();
  }

  /** Each label and each number in a cell or a line of its own; a form may have fields that nobody filled in. */
  @ParameterizedTest
  @CsvSource(delimiter = '!', textBlock = """
      Ja-Stimmen⏎⏎Nein-Stimmen⏎⏎Enthaltungen⏎⏎18⏎⏎22⏎⏎2 ! abgelehnt ! REJECTED ! false ! 18 ! 22 ! 2 ! !
      Ja | Nein | Enthaltung | 6 | 1 | 2               ! ! ACCEPTED ! false ! 6  ! 1  ! 2 ! !
      Ja/Nein/Enthaltung: 6/1/2                        ! ! ACCEPTED ! false ! 6  ! 1  ! 2 ! !
      davon anwesend: | 5 |⏎Ja-Stimmen: | 4 |⏎Nein-Stimmen: | 0 |⏎Stimmenthaltungen: | 1 |⏎Befangen: | 0 | \
      ! ! ACCEPTED ! true ! 4 ! 0 ! 1 ! !
      einstimmige Annahme⏎⏎einstimmige Ablehnung⏎⏎Ja-Stimmen⏎9⏎Nein-Stimmen⏎4⏎Enthaltungen⏎2⏎Vertagung⏎⏎Ohne Votum \
      ! Annahme ! ACCEPTED ! false ! 9 ! 4 ! 2 ! !
      einstimmige Annahme⏎x⏎einstimmige Ablehnung⏎⏎Ja-Stimmen⏎⏎Nein-Stimmen⏎⏎Enthaltungen⏎2⏎Vertagung⏎ \
      ! ! ACCEPTED ! true ! ! ! 2 ! !
      einstimmige Annahme⏎⏎einstimmige Ablehnung⏎X⏎Vertagung⏎ ! ! REJECTED ! true ! ! ! ! !
      6 – 1 – 2                                        ! ! ACCEPTED ! false ! 6  ! 1  ! 2 ! !
      Abstimmungsergebnis: 6 - 7 - 2                   ! ! REJECTED ! false ! 6  ! 7  ! 2 ! !
      Ja: 0, Nein: 0, Enthaltungen: 0, Befangen: 0     ! einstimmig beschlossen ! ACCEPTED ! true ! ! ! ! !
      """)
  void tablesAndForms(String vote, String result, VoteOutcome outcome, Boolean unanimous, Integer yes, Integer no,
      Integer abstentions, String against, String abstaining) {
    check(vote, result, outcome, unanimous, yes, no, abstentions, against, abstaining);
  }

  /** Columns as in {@link #tablesAndForms}. */
  @ParameterizedTest
  @CsvSource(delimiter = '!', textBlock = """
      ! Der Beirat lehnt den Antrag mehrheitlich ab.   ! REJECTED ! false ! ! ! ! !
      ! Der Ausschuss lehnt den Antrag mit 9 gegen 3 Stimmen ab. ! REJECTED ! false ! 3 ! 9 ! ! !
      dagegen: 11 Enth.: 3⏎Damit wird dem Rat empfohlen, den Antrag abzulehnen. ! abgelehnt ! REJECTED ! ! ! 11 ! 3 ! !
      20 JA 4 NEIN ! !                                   ACCEPTED ! false ! 20 ! 4 ! ! !
      Ja 12 Stimmen, Nein eine Stimme, Enthaltung 6 Stimmen ! beschlossen ! ACCEPTED ! false ! 12 ! 1 ! 6 ! !
      einstimmig bei 48 Dafürstimmen ! beschlossen     ! ACCEPTED ! true  ! 48 ! ! ! !
      Dafür: 6 Dagegen: 1 Stimmenenthaltung: 2 !       ! ACCEPTED ! false ! 6  ! 1 ! 2 ! !
      Ja: 6 ! Einstimmig empfohlen                     ! ACCEPTED ! true  ! 6  ! ! ! !
      einstimmig mit einer Gegenstimme !               ! ACCEPTED ! false ! ! 1 ! ! !
      38 gegen 11 ! beschlossen                        ! ACCEPTED ! false ! 38 ! 11 ! ! !
      Mehrheit bei Gegenstimmen der AfD !              ! ACCEPTED ! false ! ! ! ! AfD !
      13 Gegenstimmen⏎1 Stimmenthaltung⏎⏎Damit ist dem Antrag nicht gefolgt ! ! REJECTED ! ! ! 13 ! 1 ! !
      7 Ja, 5 Nein, 1 Enthaltung (namentliche Abstimmung) ! ! ACCEPTED ! false ! 7 ! 5 ! 1 ! !
      Ja: 5 Nein: 1 Enth.: 1 Mitwirkungsverbot (§ 22 BbgKVerf): 1 ! ! ACCEPTED ! false ! 5 ! 1 ! 1 ! !
      mehrheitlich bei Gegenstimmen der CDU und Enthaltung der FDP, den Antrag abzulehnen ! \
      ! ACCEPTED ! false ! ! ! ! CDU ! FDP
      Ablehnung:CDU (13), AfD (7) Enthaltung:FDP (1), Die Linke (2) ! beschlossen \
      ! ACCEPTED ! false ! ! ! ! CDU; AfD ! FDP; Die Linke
      dafür: 9 dagegen: 3 (2 BÜRGERLISTE, 1 OP) !      ! ACCEPTED ! false ! 9 ! 3 ! ! BÜRGERLISTE; OP !
      gegen die Stimmen von CSU mit FREIE WÄHLER und AfD ! beschlossen \
      ! ACCEPTED ! false ! ! ! ! CSU mit FREIE WÄHLER; AfD !
      GRÜNE und SPD gegen CDU (= Ablehnung); BFF (= Enthaltung) ! wird beschlossen \
      ! ACCEPTED ! false ! ! ! ! CDU ! BFF
      GRÜNE und CDU gegen BFF (= Annahme) ! Die Vorlage wird abgelehnt. ! REJECTED ! false ! ! ! ! BFF !
      dagegen: 11 Enth.: 1 (FDP) ! Beschlussempfehlung an den Rat: Wie Antrag ! REJECTED ! ! ! 11 ! 1 ! ! FDP
      Änderungsantrag der SPD: abgelehnt (5 Ja, 10 Nein). Vorlage: beschlossen (10 Ja, 5 Nein). ! beschlossen \
      ! ACCEPTED ! false ! 10 ! 5 ! ! !
      Abstimmung über den Antrag der FDP: Ja 3, Nein 14 - abgelehnt; Abstimmung über die Vorlage: Ja 15, Nein 2 \
      ! beschlossen ! ACCEPTED ! false ! 15 ! 2 ! ! !
      stimmt mit 8 gegen 6 Stimmen zu. Zuvor wurde die Alternative 1 mit 8 gegen 6 Stimmen abgelehnt. ! \
      ! ACCEPTED ! false ! 8 ! 6 ! ! !
      """)
  void printedInOtherCities(String vote, String result, VoteOutcome outcome, Boolean unanimous, Integer yes, Integer no,
      Integer abstentions, String against, String abstaining) {
    check(vote, result, outcome, unanimous, yes, no, abstentions, against, abstaining);
  }

  /** The sample's voting phrases. Columns: vote, outcome, unanimous, yes, no, abstentions, against, abstaining. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      einstimmig zugestimmt                             | ACCEPTED | true  |    |    |   | |
      einstimmig beschlossen                            | ACCEPTED | true  |    |    |   | |
      einstimmig empfohlen                              | ACCEPTED | true  |    |    |   | |
      einstimmig abgelehnt                              | REJECTED | true  |    |    |   | |
      dafür: 11, Enth.: 4                               | ACCEPTED |       | 11 |    | 4 | |
      1 für, 13 gegen die Vertagung                     | REJECTED | false | 1  | 13 |   | |
      16 Ja, 1 Nein, 1 Enthaltung; mehrheitlich zugestimmt | ACCEPTED | false | 16 | 1 | 1 | |
      7 Ja, 0 Nein, 3 Enthaltungen (einstimmig empfohlen) | ACCEPTED | true | 7 | 0  | 3 | |
      Dafür: 7 Dagegen: 5 Enthaltungen: 1               | ACCEPTED | false | 7  | 5  | 1 | |
      Ja: 11, Nein: 0, Enthaltungen: 0                  | ACCEPTED | true  | 11 | 0  | 0 | |
      Ja: 9, Nein: 7, Enth.: 2                          | ACCEPTED | false | 9  | 7  | 2 | |
      dafür: 1, dagegen: 15, Enth.: 1                   | REJECTED | false | 1  | 15 | 1 | |
      dafür: 9, Enth.: 2                                | ACCEPTED |       | 9  |    | 2 | |
      einstimmig bei Enthaltung der Fraktion Bündnis 90/Die Grünen abgelehnt | REJECTED | true | | | | | \
      Fraktion Bündnis 90/Die Grünen
      einstimmig dagegen                                | REJECTED | true  |    |    |   | |
      einstimmig zugestimmt bei Enthaltung von pro Köln | ACCEPTED | true  |    |    |   | | pro Köln
      gegen die Stimmen von SPD-Fraktion und einem Einzelvertreter mehrheitlich abgelehnt | REJECTED | false | | | | \
      SPD-Fraktion; einem Einzelvertreter |
      mehrheitlich abgelehnt bei einer Enthaltung       | REJECTED | false |    |    | 1 | |
      mehrheitlich gegen die Stimme eines Ratsmitglieds und bei Stimmenthaltung zweier Fraktionen zugestimmt \
      | ACCEPTED | \
      false | | | | eines Ratsmitglieds | zweier Fraktionen
      mehrheitlich gegen die Stimmen der FDP und eines Einzelvertreters abgelehnt | REJECTED | false | | | | \
      FDP; eines Einzelvertreters |
      mehrheitlich zugestimmt bei einer Gegenstimme ohne Enthaltungen | ACCEPTED | false | | 1 | 0 | |
      mehrheitlich, bei Stimmenthaltung von pro Köln und gegen die übrigen Stimmen sowie die Stimme \
      des Oberbürgermeisters | ACCEPTED | false | | | | übrigen Stimmen; Oberbürgermeisters | pro Köln
      mit Änderung einstimmig zugestimmt                | ACCEPTED | true  |    |    |   | |
      """)
  void printedInTheSample(String vote, VoteOutcome outcome, Boolean unanimous, Integer yes, Integer no,
      Integer abstentions, String against, String abstaining) {
    check(vote, null, outcome, unanimous, yes, no, abstentions, against, abstaining);
  }

  /** Votes of the recorded runs, with the result printed beside them. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Änderungsantrag bei Stimmengleichheit (6:6) abgelehnt; Vorlage einstimmig beschlossen | ungeändert beschlossen \
      | ACCEPTED | true | | | | |
      einstimmig | geändert beschlossen | ACCEPTED | true | | | | |
      einstimmig | zurückgestellt | ACCEPTED | true | | | | |
      einstimmig zugestimmt | zurückgestellt | ACCEPTED | true | | | | |
      einstimmig bei Enthaltungen | empfiehlt dem Rat geänderten Beschluss | ACCEPTED | true | | | | |
      einstimmig beschlossen | Beschlussvorschlag erweitert | ACCEPTED | true | | | | |
      einstimmig ohne Votum in den Rat verwiesen | ohne Votum in nachfolgende Gremien | ACCEPTED | true | | | | |
      mehrheitlich, gegen CDU, FDP, pro Köln und ein Ratsmitglied, Enthaltung des Oberbürgermeisters \
      | ungeändert beschlossen | ACCEPTED | false | | | | CDU; FDP; pro Köln; ein Ratsmitglied | Oberbürgermeisters
      mehrheitlich mit 15 Stimmen gegen 2 Stimmen | ungeändert beschlossen | ACCEPTED | false | 15 | 2 | | |
      14 Zustimmungen, keine Gegenstimmen, keine Enthaltungen; einstimmig zugestimmt | ungeändert beschlossen \
      | ACCEPTED | true | 14 | 0 | 0 | |
      mehrheitlich gegen die Stimmen der AfD-Fraktion zugestimmt | geändert beschlossen | ACCEPTED | false | | | \
      | AfD-Fraktion |
      mit 17 Stimmen, bei einer Enthaltung und neun Gegenstimmen | geändert beschlossen | ACCEPTED | false | 17 \
      | 9 | 1 | |
      mehrheitlich zugestimmt bei zwei Enthaltungen | geändert beschlossen | ACCEPTED | false | | | 2 | |
      einstimmig bei Stimmenthaltung eines Ratsmitglieds | Verfahrensvorschlag angenommen | ACCEPTED | true | | | | | \
      eines Ratsmitglieds
      dafür: 1, dagegen: 9, Enth.: 1 | mehrheitlich beschlossen | REJECTED | false | 1 | 9 | 1 | |
      Ja: 9, Nein: 7, Enth.: 2 | ungeändert beschlossen | ACCEPTED | false | 9 | 7 | 2 | |
      """)
  void printedInRecordedRuns(String vote, String result, VoteOutcome outcome, Boolean unanimous,
      Integer yes, Integer no, Integer abstentions, String against, String abstaining) {
    check(vote, result, outcome, unanimous, yes, no, abstentions, against, abstaining);
  }

  /** In the style of German cities. ⏎ stands for a line break. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      6:6                                            | | REJECTED | false | 6 | 6 |   | |
      11-0-2                                         | | ACCEPTED | true | 11 | 0 | 2 | |
      12/3/1                                         | | ACCEPTED | false | 12 | 3 | 1 | |
      10:5:2                                         | | ACCEPTED | false | 10 | 5 | 2 | |
      J 10 N 3 E 1                                   | | ACCEPTED | false | 10 | 3 | 1 | |
      Ja: 22, Nein: 3, Anwesend: 25                  | | ACCEPTED | false | 22 | 3 | | |
      Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0   | | ACCEPTED | true | 9 | 0 | 0 | |
      Ja-Stimmen: 14 Nein-Stimmen: 4 Enthaltungen: 2 Befangen: 1 | vertagt | ACCEPTED | false | 14 | 4 | 2 | |
      Stimmberechtigte: 15, Ja-Stimmen: 12, Nein-Stimmen: 2, Enthaltungen: 1, Ungültig: 0 | | ACCEPTED | false | 12 \
      | 2 | 1 | |
      Anwesend 28 Für 16 Gegen 12                    | | ACCEPTED | false | 16 | 12 | | |
      Anwesend: 28⏎Für: 12⏎Gegen: 16                 | | REJECTED | false | 12 | 16 | | |
      Für: 16, Gegen: 12, Enthaltungen: 2            | | ACCEPTED | false | 16 | 12 | 2 | |
      3 für, 5 gegen den Antrag                      | | REJECTED | false | 3 | 5 | | |
      Ja 11 Nein 0 Enthaltung 0                      | | ACCEPTED | true | 11 | 0 | 0 | |
      Ja-Stimmen: 12, Nein-Stimmen: 3, Enthaltungen: keine | | ACCEPTED | false | 12 | 3 | 0 | |
      8 Ja-Stimmen, 8 Nein-Stimmen, 1 Enthaltung     | | REJECTED | false | 8 | 8 | 1 | |
      Zustimmung: 10, Ablehnung: 2, Enthaltung: 1    | | ACCEPTED | false | 10 | 2 | 1 | |
      Ja: 0, Nein: 14, Enthaltungen: 1               | | REJECTED | true | 0 | 14 | 1 | |
      Abstimmungsergebnis:⏎Ja: 9⏎Nein: 4⏎Enthaltungen: 2 | | ACCEPTED | false | 9 | 4 | 2 | |
      mit 9 zu 7 Stimmen beschlossen                 | | ACCEPTED | false | 9 | 7 | | |
      mit 9 zu 7 Stimmen abgelehnt                   | | REJECTED | false | 7 | 9 | | |
      mit 5:8 Stimmen abgelehnt                      | | REJECTED | false | 5 | 8 | | |
      einstimmig mit 14 Stimmen                      | | ACCEPTED | true | 14 | | | |
      einstimmig, 2 Enthaltungen                     | | ACCEPTED | true | | | 2 | |
      einstimmig ohne Gegenstimmen und Enthaltungen  | | ACCEPTED | true | | 0 | 0 | |
      bei drei Gegenstimmen mehrheitlich angenommen  | | ACCEPTED | false | | 3 | | |
      bei einer Gegenstimme und zwei Enthaltungen    | geändert beschlossen | ACCEPTED | | | 1 | 2 | |
      bei einer Gegenstimme und zwei Enthaltungen    | abgelehnt | REJECTED | | | 1 | 2 | |
      keine Gegenstimmen, eine Enthaltung            | ungeändert beschlossen | ACCEPTED | true | | 0 | 1 | |
      ohne Gegenstimme                               | vertagt | ACCEPTED | true | | 0 | | |
      mehrheitlich                                   | abgelehnt | REJECTED | false | | | | |
      mehrheitlich                                   | | ACCEPTED | false | | | | |
      einhellig zugestimmt                           | | ACCEPTED | true | | | | |
      knapp angenommen                               | | ACCEPTED | false | | | | |
      mit großer Mehrheit beschlossen                | | ACCEPTED | false | | | | |
      nicht einstimmig beschlossen                   | | ACCEPTED | false | | | | |
      zugestimmt                                     | | ACCEPTED | | | | | |
      gegen eine Stimme beschlossen                  | | ACCEPTED | false | | 1 | | |
      gegen 2 Stimmen der FDP mehrheitlich beschlossen | | ACCEPTED | false | | 2 | | FDP |
      bei einer Gegenstimme der FDP und zwei Enthaltungen aus der CDU zugestimmt | | ACCEPTED | false | | 1 | 2 \
      | FDP | CDU
      mehrheitlich bei 3 Gegenstimmen (AfD) und 2 Enthaltungen (FDP, Volt) | ungeändert beschlossen | ACCEPTED \
      | false | | 3 | 2 \
      | AfD | FDP; Volt
      Ja: 9 (SPD, CDU), Nein: 7 (Die Linke, Grüne), Enth.: 0 | | ACCEPTED | false | 9 | 7 | 0 | Die Linke; Grüne |
      mehrheitlich gegen die Stimmen der Fraktionen von CDU und FDP beschlossen | | ACCEPTED | false | | | | CDU; FDP |
      mehrheitlich gegen die Stimmen der CDU- und der FDP-Fraktion abgelehnt | | REJECTED | false | | | \
      | CDU-Fraktion; FDP-Fraktion |
      mit den Stimmen von SPD und Grünen gegen die Stimmen der CDU bei Enthaltung der FDP beschlossen | \
      | ACCEPTED | false | | | \
      | CDU | FDP
      mehrheitlich bei Ablehnung der AfD zugestimmt  | | ACCEPTED | false | | | | AfD |
      einstimmig zugestimmt, die FDP enthält sich    | | ACCEPTED | true | | | | | FDP
      einstimmig bei Enthaltung von Frau Dr. Müller und Herrn Schmidt zugestimmt | | ACCEPTED | true | | | | | \
      Frau Dr. Müller; Herrn Schmidt
      gegen die Stimmen der Fraktion DIE LINKE. und der Gruppe GUT | beschlossen | ACCEPTED | false | | | | \
      Fraktion DIE LINKE; Gruppe GUT |
      einstimmig bei Abwesenheit der CDU             | beschlossen | ACCEPTED | true | | | | |
      CDU 5 Ja, SPD 4 Nein                           | beschlossen | ACCEPTED | | | | | |
      CDU: 5 Ja, 0 Nein⏎SPD: 2 Ja, 4 Nein⏎FDP: 1 Enthaltung | abgelehnt | REJECTED | | | | | |
      CDU: 5 Ja⏎SPD: 4 Nein⏎Gesamt: 5 Ja, 4 Nein     | | ACCEPTED | false | 5 | 4 | | |
      Die Dringlichkeit wird einstimmig bejaht. Vorlage mehrheitlich gegen die Stimmen der FDP beschlossen | \
      | ACCEPTED | false \
      | | | | FDP |
      Änderungsantrag mehrheitlich abgelehnt (5:8); Hauptantrag: 9 Ja, 4 Nein | | ACCEPTED | false | 9 | 4 | | |
      Änderungsantrag einstimmig angenommen, so geänderte Vorlage mehrheitlich beschlossen | | ACCEPTED | false | \
      | | | |
      Vorlage mehrheitlich beschlossen, Änderungsantrag einstimmig abgelehnt | | ACCEPTED | false | | | | |
      Punkt 1: einstimmig; Punkt 2: 8 Ja, 5 Nein; Gesamtabstimmung: 10 Ja, 3 Nein | | ACCEPTED | false | 10 | 3 | | |
      Vertagung: 1 für, 13 gegen; Vorlage einstimmig abgelehnt | | REJECTED | true | | | | |
      9 Stimmen dafür, 1 Stimme dagegen, 0 Enthaltungen | | ACCEPTED | false | 9 | 1 | 0 | |
      Antrag der SPD: 3 Ja, 9 Nein; Verwaltungsvorschlag: 9 Ja, 3 Nein | | ACCEPTED | false | 9 | 3 | | |
      Antrag: 9 Ja, 3 Nein; Änderungsantrag: 3 Ja, 9 Nein | | ACCEPTED | false | 9 | 3 | | |
      Ja: einundzwanzig, Nein: zwölf                 | | ACCEPTED | false | 21 | 12 | | |
      mehrheitlich beschlossen (Sitzung vom 14.01.2020, 19:30 Uhr, Vorlage 1724/2021) | | ACCEPTED | false | | | | |
      Änderungsantrag: Ja 5, Nein 8. Vorlage: Ja 10, Nein 3. | | ACCEPTED | false | 10 | 3 | | |
      1. Änderungsantrag der SPD: mehrheitlich abgelehnt⏎2. Vorlage: einstimmig beschlossen | | ACCEPTED | true | \
      | | | |
      dafür: CDU, SPD / dagegen: FDP / Enthaltung: Grüne | angenommen | ACCEPTED | false | | | | FDP | Grüne
      mehrheitlich gegen die Stimmen der Fraktion Bündnis 90 / Die Grünen beschlossen | | ACCEPTED | false | | | \
      | Fraktion Bündnis 90 / Die Grünen |
      bei einer Gegenstimme der FDP                  | | ACCEPTED | false | | 1 | | FDP |
      dagegen: 12                                    | | REJECTED | | | 12 | | |
      einstimmig bei Enthaltung der FDP-Fraktion und Nichtbeteiligung der AfD | beschlossen | ACCEPTED | true | | \
      | | | FDP-Fraktion
      siehe Niederschrift                            | mehrheitlich abgelehnt | REJECTED | false | | | | |
      ⏎ | einstimmig angenommen | ACCEPTED | true | | | | |
      ⏎ | ungeändert beschlossen (12 Ja, 3 Nein) | ACCEPTED | false | 12 | 3 | | |
      """)
  void printedElsewhere(String vote, String result, VoteOutcome outcome, Boolean unanimous,
      Integer yes, Integer no, Integer abstentions, String against, String abstaining) {
    check(vote, result, outcome, unanimous, yes, no, abstentions, against, abstaining);
  }

  /** Points voted apart: the paper passed if any of them did, and only what is the same for all is said of it. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Ziff. 1: einstimmig; Ziff. 2: 10 Ja, 3 Nein             | ACCEPTED | false |   |   |   | |
      Ziff. 1: 4 Ja, 9 Nein; Ziff. 2: 3 Ja, 10 Nein           | REJECTED | false |   |   |   | |
      Ziffer 1: 9 Ja, 4 Nein, Ziffer 2: 9 Ja, 4 Nein          | ACCEPTED | false | 9 | 4 |   | |
      Punkt 1: einstimmig⏎Punkt 2: einstimmig bei 2 Enthaltungen | ACCEPTED | true |  |   |   | |
      Punkt 1: 3 Ja, 10 Nein; Punkt 2: 10 Ja, 3 Nein          | ACCEPTED | false |   |   |   | |
      1. einstimmig abgelehnt⏎2. mehrheitlich abgelehnt       | REJECTED | false |   |   |   | |
      zu 1: einstimmig; zu 2: mehrheitlich gegen die FDP      | ACCEPTED | false |   |   |   | |
      a) einstimmig; b) 10 Ja, 3 Nein                         | ACCEPTED | false |   |   |   | |
      Nr. 1 und Nr. 2: einstimmig; Nr. 3: mehrheitlich        | ACCEPTED | false |   |   |   | |
      I. 10:3; II. 11:2                                       | ACCEPTED | false |   |   |   | |
      Änderungsantrag: 3 Ja, 9 Nein; Ziff. 1: einstimmig; Ziff. 2: einstimmig | ACCEPTED | true | | | | |
      Ziff. 1: einstimmig; Ziff. 2: 10 Ja, 3 Nein; Vorlage insgesamt: 11 Ja, 2 Nein | ACCEPTED | false | 11 | 2 | | |
      Ziff. 1: 10 Ja, 3 Nein                                  | ACCEPTED | false | 10 | 3 |  | |
      zu Punkt 1 und 2: einstimmig⏎zu Punkt 3-5: dafür: 11 (6 CDU, 5 SPD)⏎dagegen: 4 (FDP) | ACCEPTED | false | | | | |
      zu 1.: Ja: 10⏎Nein: 3⏎zu 2.: Ja: 10⏎Nein: 3           | ACCEPTED | false | 10 | 3 |  | |
      Änderungsantrag: dafür: 2⏎dagegen: 13⏎Beschlussvorlage: dafür: 13⏎dagegen: 2⏎Enth.: 1 | ACCEPTED | false \
      | 13 | 2 | 1 | |
      Vertagungsantrag: dafür: 3⏎dagegen: 10⏎Antrag: dafür: 2⏎dagegen: 11 | REJECTED | false | 2 | 11 | | |
      """)
  void pointsVotedApart(String vote, VoteOutcome outcome, Boolean unanimous, Integer yes, Integer no,
      Integer abstentions, String against, String abstaining) {
    check(vote, null, outcome, unanimous, yes, no, abstentions, against, abstaining);
  }

  /** A result alone does not say how was voted. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      | ungeändert beschlossen
      | vertagt
      | ohne Votum in nachfolgende Gremien
      | im Ausschuss abgelehnt
      | Anregung OM 3460
      |
      siehe Anlage | zurückgestellt
      """)
  void saysNothingOfAVote(String vote, String result) {
    assertThat(VoteParser.parse(vote, result)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      mehrheitlich beschlossen   | dafür: 1, dagegen: 9, Enth.: 1 | true
      ungeändert beschlossen     | Ja: 9, Nein: 7, Enth.: 2       | false
      ungeändert beschlossen     | 6:6                            | true
      abgelehnt                  | 9 Ja, 3 Nein                   | true
      abgelehnt                  | einstimmig abgelehnt           | false
      Ablehnung empfohlen        | einstimmig zugestimmt          | false
      vertagt                    | einstimmig zugestimmt          | false
      zurückgestellt             | einstimmig                     | false
      ohne Votum in nachfolgende Gremien | einstimmig zugestimmt  | false
      ungeändert beschlossen     \
      | Änderungsantrag bei Stimmengleichheit (6:6) abgelehnt; Vorlage einstimmig beschlossen | false
      Änderungsantrag abgelehnt, Vorlage beschlossen | einstimmig zugestimmt | false
      Antrag der FDP abgelehnt; gemäß Vorlage beschlossen | 22 Ja, 10 Nein | false
      ungeändert beschlossen; Antrag der FDP abgelehnt | 22 Ja, 10 Nein | false
      9 Stimmen dafür, 1 Stimme dagegen              | 9 Stimmen dafür, 1 Stimme dagegen | false
      Antrag der FDP abgelehnt                       | 22 Ja, 10 Nein | true
      Punkt 1: beschlossen; Punkt 2: abgelehnt | Punkt 1: 10 Ja, 3 Nein; Punkt 2: 4 Ja, 9 Nein | false
      Punkt 1: abgelehnt; Punkt 2: abgelehnt   | Punkt 1: 10 Ja, 3 Nein; Punkt 2: 4 Ja, 9 Nein | true
      """)
  void contradiction(String result, String vote, boolean contradicts) {
    assertThat(VoteParser.contradicts(result, VoteParser.parse(vote, result).orElseThrow())).isEqualTo(contradicts);
  }

  @Test
  void nothingToCompareIsNoContradiction() {
    assertThat(VoteParser.contradicts(null, null)).isFalse();
    assertThat(VoteParser.contradicts("beschlossen", null)).isFalse();
  }

  @Test
  void neverThrowsAndNeverInventsANumber() {
    List<String> parts = List.of(
        "einstimmig", "mehrheitlich", "zugestimmt", "abgelehnt", "Ja", "Nein", "Enthaltungen", "Gegenstimmen",
        "dafür", "dagegen", "gegen", "die Stimmen der", "CDU", "SPD", "Bündnis 90/Die Grünen", "und", "bei", "eine",
        "keine", "zwei", "dreizehn", "7", "13", "0", "99999999999", ":", ",", ";", "(", ")", "\n", "6:6", "11-0-2",
        "Änderungsantrag", "Vorlage", "Stimmen", "mit", "ohne", "zu", "-", "/", "[", "\\", "$1", "*", "„", "Enth.",
        "J", "N");
    List<String> words = List.of("ein", "kein", "ohne", "zwei", "dreizehn");
    List<Integer> values = List.of(1, 0, 0, 2, 13);
    Random random = new Random(20200116);
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n >= 0; n--) {
        text.append(parts.get(random.nextInt(parts.size()))).append(random.nextInt(4) == 0 ? "" : " ");
      }
      String vote = text.toString();
      Optional<Vote> read = VoteParser.parse(vote, "");
      read.ifPresent(found -> {
        assertThat(found.outcome()).isNotNull();
        Stream.of(found.yes(), found.no(), found.abstentions()).filter(number -> number != null).forEach(number ->
            assertThat(vote.contains(number.toString()) || words.stream()
                .anyMatch(word -> vote.contains(word) && values.get(words.indexOf(word)).equals(number)))
                .as("%s in %s", number, vote).isTrue());
        assertThat(found.against()).allSatisfy(name -> assertThat(name).isNotBlank());
        VoteParser.contradicts(vote, found);
      });
    }
  }

  /** Nobody can tell from the names of groups which side was the larger one. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"Zustimmung: SPD, Grüne; Ablehnung: AfD | true",
      "Ja: SPD, Nein: CDU, Enthaltung: FDP | true", "AfD 3 Ja, SPD 10 Nein, CDU 9 Nein | true",
      "mehrheitlich, Zustimmung: SPD; Ablehnung: AfD | false", "Zustimmung: SPD; Ablehnung: AfD; abgelehnt | false",
      "Zustimmung: SPD; Ablehnung: keine | false", "Ja: 9 (SPD, CDU), Nein: 7 (Die Linke, Grüne) | false",
      "gegen die Stimmen der AfD | false", "einstimmig bei Enthaltung der FDP | false", "Ja 3, Nein 10 | false"})
  void namesOnBothSidesDecideNothing(String vote, boolean undecided) {
    assertThat(VoteParser.isUndecided(vote)).isEqualTo(undecided);
  }
}
