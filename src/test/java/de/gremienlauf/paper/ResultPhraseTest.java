package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.meeting.ResultPhrase;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultPhraseTest {

  private static final Set<String> KINDS = Set.of("ACCEPTED", "ACCEPTED_AMENDED", "REJECTED",
      "REJECTED_FINALLY", "NOTED", "POSTPONED", "REFERRED", "REFERRED_WITH_RETURN", "WITHOUT_VOTE", "WITHDRAWN",
      "SETTLED", "LAPSED", "DEEMED_CONSENT", "NONE");

  private static String kind(String phrase) {
    return (String) DecisionTables.single("result-phrase", Map.of("phrase", ResultPhrase.of(phrase))).get("kind");
  }

  @Test
  void feelIsThatOfTheProcessEngine() {
    var configuration = (DefaultDmnEngineConfiguration) DecisionTables.engine().getConfiguration();
    assertThat(configuration.getFeelEngine()).isInstanceOf(ScalaFeelEngine.class);
  }

  /** Every result phrase that council systems printed in the sample of 56 cities. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ungeändert beschlossen                                          | ACCEPTED
      vertagt                                                         | POSTPONED
      geändert beschlossen                                            | ACCEPTED_AMENDED
      zurückgestellt                                                  | POSTPONED
      endgültig abgelehnt                                             | REJECTED_FINALLY
      überwiesen                                                      | REFERRED_WITH_RETURN
      im Ausschuss abgelehnt                                          | REJECTED
      ohne Votum in nachfolgende Gremien                              | WITHOUT_VOTE
      ungeändert empfohlen                                            | ACCEPTED
      erledigt                                                        | SETTLED
      geänderter Beschluss                                            | ACCEPTED_AMENDED
      mehrheitlich beschlossen                                        | ACCEPTED
      mit Änderungen im Ausschuss beschlossen                         | ACCEPTED_AMENDED
      in der BVV abgelehnt                                            | REJECTED
      mehrheitlich abgelehnt                                          | REJECTED
      ohne Änderungen im Ausschuss beschlossen                        | ACCEPTED
      zur Kenntnis genommen                                           | NOTED
      Sache ist erledigt                                              | SETTLED
      mit Änderungen empfohlen                                        | ACCEPTED_AMENDED
      zur Kenntnis genommen / ohne Votum                              | NOTED
      zurückgezogen                                                   | WITHDRAWN
      Kenntnisnahme                                                   | NOTED
      abgelehnt                                                       | REJECTED
      abgelehnt (in der Vorberatung)                                  | REJECTED
      einstimmig angenommen                                           | ACCEPTED
      einstimmig beschlossen                                          | ACCEPTED
      mit Änderungen in der BVV beschlossen                           | ACCEPTED_AMENDED
      ohne Votum verwiesen mit erneuter Wiedervorlage                 | REFERRED_WITH_RETURN
      ohne Änderungen in der BVV beschlossen                          | ACCEPTED
      ohne Änderungen in der BVV beschlossen (Beratungsfolge beendet) | ACCEPTED
      vertagt in Folgegremium                                         | WITHOUT_VOTE
      verwiesen                                                       | REFERRED
      verwiesen in nachfolgende Gremien (ohne Rücklauf)               | REFERRED
      """)
  void printedInTheSample(String phrase, String kind) {
    assertThat(kind(phrase)).isEqualTo(kind);
  }

  /** Results of the recorded runs that the sample does not list. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Ablauf der Wahlperiode                | LAPSED
      Auskunftsersuchen                     | REFERRED_WITH_RETURN
      empfiehlt dem Rat geänderten Beschluss | ACCEPTED_AMENDED
      Beschlussvorschlag erweitert          | ACCEPTED_AMENDED
      im ersten Durchgang verwiesen         | REFERRED_WITH_RETURN
      geändert                              | ACCEPTED_AMENDED
      beschlossen                           | ACCEPTED
      """)
  void printedInRecordedRuns(String phrase, String kind) {
    assertThat(kind(phrase)).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      laut Vorschlag beschlossen                                  | ACCEPTED
      laut Vorschlag                                              | ACCEPTED
      angenommen                                                  | ACCEPTED
      gem. Verwaltungsvorlage beschlossen                         | ACCEPTED
      gemäß Beschlussvorlage                                      | ACCEPTED
      nach Antrag beschlossen                                     | ACCEPTED
      antragsgemäß                                                | ACCEPTED
      beschlossen unter Vorbehalt                                 | ACCEPTED
      unter Vorbehalt zugestimmt                                  | ACCEPTED
      Dem Antrag wird stattgegeben.                               | ACCEPTED
      Der Ausschuss stimmt der Vorlage einstimmig zu              | ACCEPTED
      Zustimmung                                                  | ACCEPTED
      Einstimmige Annahme                                         | ACCEPTED
      genehmigt                                                   | ACCEPTED
      gewählt                                                     | ACCEPTED
      ungeändert                                                  | ACCEPTED
      unverändert beschlossen                                     | ACCEPTED
      in der vorgelegten Fassung beschlossen                      | ACCEPTED
      Keine Bedenken erhoben                                      | ACCEPTED
      1. Änderungssatzung beschlossen                             | ACCEPTED
      Beschlussempfehlung an den Rat                              | ACCEPTED
      nicht einstimmig beschlossen                                | ACCEPTED
      ungeändert beschlossen (nichtöffentlich)                    | ACCEPTED
      ohne weitere Änderungen beschlossen                         | ACCEPTED
      mit Änderung beschlossen                                    | ACCEPTED_AMENDED
      mit redaktionellen Änderungen beschlossen                   | ACCEPTED_AMENDED
      in geänderter Fassung zugestimmt                            | ACCEPTED_AMENDED
      mit Ergänzung empfohlen                                     | ACCEPTED_AMENDED
      ergänzt beschlossen                                         | ACCEPTED_AMENDED
      mit folgender Maßgabe zugestimmt                            | ACCEPTED_AMENDED
      abgeändert angenommen                                       | ACCEPTED_AMENDED
      Annahme in geänderter Fassung                               | ACCEPTED_AMENDED
      einschließlich der Änderungsanträge beschlossen             | ACCEPTED_AMENDED
      teilweise beschlossen                                       | ACCEPTED_AMENDED
      Punkt 1 beschlossen, Punkt 2 abgelehnt                      | ACCEPTED_AMENDED
      Änderungsantrag angenommen, Vorlage so beschlossen          | ACCEPTED_AMENDED
      Ersetzungsantrag beschlossen                                | ACCEPTED_AMENDED
      Ablehnung                                                   | REJECTED
      Ablehnung empfohlen                                         | REJECTED
      empfiehlt, den Antrag abzulehnen                            | REJECTED
      Der Rat lehnt den Antrag ab                                 | REJECTED
      nicht beschlossen                                           | REJECTED
      nicht zugestimmt                                            | REJECTED
      mehrheitlich nicht angenommen                               | REJECTED
      keine Mehrheit                                              | REJECTED
      erforderliche Mehrheit nicht erreicht                       | REJECTED
      bei Stimmengleichheit abgelehnt                             | REJECTED
      Stimmengleichheit                                           | REJECTED
      Zustimmung versagt                                          | REJECTED
      einstimmig dagegen                                          | REJECTED
      Antrag zurückgewiesen                                       | REJECTED
      endgültige Ablehnung                                        | REJECTED_FINALLY
      abgelehnt (Beratungsfolge beendet)                          | REJECTED_FINALLY
      abgesetzt                                                   | POSTPONED
      von der Tagesordnung genommen                               | POSTPONED
      von der Tagesordnung abgesetzt                              | POSTPONED
      Vertagung beschlossen                                       | POSTPONED
      einstimmig vertagt                                          | POSTPONED
      vertagt aus Zeitgründen                                     | POSTPONED
      ohne Votum vertagt                                          | POSTPONED
      in die neue Wahlperiode vertagt                             | POSTPONED
      beschlossen, im übrigen vertagt                             | POSTPONED
      nicht behandelt                                             | POSTPONED
      in die Fraktionen verwiesen                                 | POSTPONED
      Wiedervorlage in der nächsten Sitzung                       | POSTPONED
      Zurückstellung                                              | POSTPONED
      Überweisung in den Hauptausschuss                           | REFERRED_WITH_RETURN
      in den Fachausschuss zurückverwiesen                        | REFERRED_WITH_RETURN
      verwiesen mit Rücklauf                                      | REFERRED_WITH_RETURN
      überwiesen (ohne Rücklauf)                                  | REFERRED
      an den Verkehrsausschuss verwiesen                          | REFERRED
      weitergeleitet an den Rat                                   | REFERRED
      Verweisung beschlossen                                      | REFERRED
      einstimmig ohne Votum in den Rat verwiesen                  | WITHOUT_VOTE
      ohne Empfehlung                                             | WITHOUT_VOTE
      ohne Beschlussempfehlung weitergeleitet                     | WITHOUT_VOTE
      kein Votum                                                  | WITHOUT_VOTE
      zurückgestellt in das Folgegremium                          | WITHOUT_VOTE
      zustimmend zur Kenntnis genommen                            | NOTED
      nimmt die Mitteilung zur Kenntnis                           | NOTED
      Bericht entgegengenommen                                    | NOTED
      zur Kenntnis genommen und beschlossen                       | ACCEPTED
      vom Antragsteller zurückgezogen                             | WITHDRAWN
      von der Verwaltung zurückgenommen                           | WITHDRAWN
      hat sich erledigt                                           | SETTLED
      durch Beschluss zu TOP 4 erledigt                           | SETTLED
      gegenstandslos                                              | SETTLED
      Anfrage beantwortet                                         | SETTLED
      verfristet                                                  | LAPSED
      Diskontinuität                                              | LAPSED
      Ende der Wahlperiode                                        | LAPSED
      Zustimmung durch Fristablauf                                | DEEMED_CONSENT
      Das Einvernehmen gilt als erteilt                           | DEEMED_CONSENT
      kein Ergebnis                                               | NONE
      -                                                           | NONE
      Das gemeindliche Einvernehmen wird erteilt                  | ACCEPTED
      Einvernehmen hergestellt                                    | ACCEPTED
      abweichend vom Beschlussvorschlag beschlossen               | ACCEPTED_AMENDED
      1. beschlossen, 2. abgelehnt                                | ACCEPTED_AMENDED
      zu 1 abgelehnt, zu 2 einstimmig angenommen                  | ACCEPTED_AMENDED
      a) zugestimmt; b) abgelehnt                                 | ACCEPTED_AMENDED
      1. abgelehnt, 2. abgelehnt                                  | REJECTED
      nicht mehr behandelt                                        | POSTPONED
      Die Sitzung wurde abgesagt                                  | POSTPONED
      in die nächste Ratssitzung geschoben                        | POSTPONED
      Sitzung unterbrochen                                        | POSTPONED
      an den Ausschuss zurückgegeben                              | REFERRED_WITH_RETURN
      zurück in den Bauausschuss verwiesen                        | REFERRED_WITH_RETURN
      wie Verwaltung                                              | ACCEPTED
      Dringlichkeit zugestimmt, mehrheitlich beschlossen          | ACCEPTED
      nicht bestätigt                                             | REJECTED
      Einvernehmen nicht erteilt                                  | REJECTED
      einstimmig gutgeheißen                                      | ACCEPTED
      einstimmig begutachtet                                      | ACCEPTED
      ohne Abstimmung                                             | WITHOUT_VOTE
      ohne Beschlussfassung                                       | WITHOUT_VOTE
      ohne Beschluss an den Rat                                   | WITHOUT_VOTE
      ohne Abstimmung weitergeleitet                              | WITHOUT_VOTE
      eingebracht                                                 | WITHOUT_VOTE
      ohne Abstimmung beschlossen                                 | ACCEPTED
      ohne Beschlussfassung vertagt                               | POSTPONED
      ohne Abstimmung zur Kenntnis genommen                       | NOTED
      zur Information vorgelegt                                   | NOTED
      1. Lesung                                                   | POSTPONED
      erste Lesung                                                | POSTPONED
      Bestätigung des Beschlusses des Mobilitätsausschusses       | ACCEPTED
      Bestätigung des Beschlusses abgelehnt                       | REJECTED
      Beantwortung erfolgt in der nächsten Sitzung                | POSTPONED
      wird in der nächsten Ratssitzung schriftlich beantwortet    | POSTPONED
      eingebracht und in den Finanzausschuss verwiesen            | REFERRED
      einstimmig beschlossen ohne Maßgabe                         | ACCEPTED
      einstimmig beschlossen mit Maßgabe                          | ACCEPTED_AMENDED
      Bis nach dem Fachgespräch geschoben.                        | POSTPONED
      Einstimmige Zurückweisung                                   | REJECTED
      Der Bürgerantrag wird nicht weiter verfolgt.                | SETTLED
      Der Ausschuss verzichtet auf ein Votum.                     | WITHOUT_VOTE
      auf eine Beschlussempfehlung wird verzichtet                | WITHOUT_VOTE
      (offen)                                                     | NONE
      """)
  void printedElsewhere(String phrase, String kind) {
    assertThat(kind(phrase)).isEqualTo(kind);
  }

  /** As a sentence with its verb, an infinitive, or in the words of one city only. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Mehrheitlich beschlossen bei Ablehnung durch die CDU-Fraktion            | ACCEPTED
      Bei Ablehnung durch DIE LINKE mehrheitlich angenommen.                   | ACCEPTED
      Zustimmung bei Ablehnung der AfD                                         | ACCEPTED
      nicht zur Annahme empfohlen                                              | REJECTED
      Der Ausschuss empfiehlt, der Vorlage nicht zuzustimmen.                  | REJECTED
      empfiehlt dem Rat, dem Beschlussvorschlag nicht zu folgen                | REJECTED
      Der Ortschaftsrat spricht sich einstimmig gegen die Planung aus.         | REJECTED
      Der Beirat spricht sich mehrheitlich für die Variante 2 aus.             | ACCEPTED
      Der Hauptausschuss weist die Beschwerde zurück.                          | REJECTED
      Die Genehmigung der Dringlichkeitsentscheidung wird versagt.             | REJECTED
      Die Vertretung beschließt, den Antrag in den Bauausschuss zu verweisen.  | REFERRED
      Die Vertretung beschließt, den Antrag in den Hauptausschuss zu überweisen. | REFERRED_WITH_RETURN
      Die Vertretung verweist den Antrag in den Bauausschuss.                  | REFERRED
      Die Bürgerschaft überweist den Antrag an den Bauausschuss.               | REFERRED_WITH_RETURN
      verweist die Vorlage an die Verwaltung zurück                            | REFERRED_WITH_RETURN
      an den Hauptausschuss abgegeben                                          | REFERRED
      zur Beratung in den Ausschuss für Soziales gegeben                       | REFERRED
      Ausreichung in die Ausschüsse                                            | REFERRED
      Der Rat beschließt, die Vorlage zu vertagen.                             | POSTPONED
      Es wird beschlossen, die Vorlage zurückzustellen.                        | POSTPONED
      beschließt, den Punkt von der Tagesordnung abzusetzen                    | POSTPONED
      Die Beratung wird in der nächsten Sitzung fortgesetzt.                   | POSTPONED
      beschließt, die Entscheidung auf die nächste Sitzung zu verschieben      | POSTPONED
      Der Antrag verbleibt im Geschäftsgang.                                   | POSTPONED
      Nichtbehandlung                                                          | POSTPONED
      mehrheitlicher Beschluss                                                 | ACCEPTED
      Einstimmiger Beschluss (12 Ja-Stimmen)                                   | ACCEPTED
      Mehrheitsbeschluss bei 3 Gegenstimmen                                    | ACCEPTED
      Der Kreistag beschloss mehrheitlich den Entwurf                          | ACCEPTED
      Der Anregung wird gefolgt.                                               | ACCEPTED
      positives Votum                                                          | ACCEPTED
      negatives Votum                                                          | REJECTED
      Wahl erfolgt                                                             | ACCEPTED
      Die SPD-Fraktion nimmt ihren Antrag zurück.                              | WITHDRAWN
      Die Antragsteller ziehen ihren Antrag zurück.                            | WITHDRAWN
      nimmt den Bericht zur Kenntnis, die Vorlage wird zurückgestellt          | POSTPONED
      durch die Nr. 2012/BV/3650 ersetzt                                       | SETTLED
      Der Antrag hat sich durch die Annahme des Änderungsantrages erledigt.    | SETTLED
      mit Beschlussfassung zum Änderungsantrag erledigt                        | SETTLED
      beschließt, den Antrag nicht weiter zu verfolgen                         | SETTLED
      Der Rat wird sich mit dem Antrag nicht befassen.                         | SETTLED
      Die Drucksache wird ohne Beschluss entgegen genommen.                    | NOTED
      Bekanntgabe der dringlichen Anordnung                                    | NOTED
      Die Anfrage wird schriftlich beantwortet.                                | NOTED
      Der Rat nimmt die Dringlichkeitsentscheidung zur Kenntnis und genehmigt sie. | ACCEPTED
      passieren lassen                                                         | WITHOUT_VOTE
      formal behandelt                                                         | WITHOUT_VOTE
      auf die Tagesordnung der StVV gesetzt                                    | WITHOUT_VOTE
      abweichend vom Antrag der Referentin                                     | ACCEPTED_AMENDED
      Der Antrag der SPD wird abgelehnt. Der Verwaltungsvorschlag wird angenommen. | ACCEPTED
      Der Antrag auf Rückverweisung wird abgelehnt. Die Vorlage wird beschlossen.  | ACCEPTED
      noch nicht festgelegt                                                    | NONE
      """)
  void printedInOtherCities(String phrase, String kind) {
    assertThat(kind(phrase)).isEqualTo(kind);
  }

  /** Several votes under one item: the one on the paper counts. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Änderungsantrag abgelehnt, Vorlage beschlossen               | ACCEPTED
      Änderungsantrag der SPD, CDU abgelehnt; ungeändert beschlossen | ACCEPTED
      Vorlage beschlossen, Änderungsantrag abgelehnt               | ACCEPTED
      Änderungsantrag zurückgezogen, Vorlage beschlossen           | ACCEPTED
      Änderungsantrag erledigt, Vorlage geändert beschlossen       | ACCEPTED_AMENDED
      Änderungsantrag abgelehnt, Vorlage abgelehnt                 | REJECTED
      Änderungsantrag angenommen, Vorlage abgelehnt                | REJECTED
      Änderungsantrag abgelehnt, Vorlage zur Kenntnis genommen     | NOTED
      Vertagungsantrag abgelehnt, Vorlage beschlossen              | ACCEPTED
      Antrag abgelehnt, Verwaltungsvorlage beschlossen             | ACCEPTED
      ungeändert beschlossen; Antrag der SPD erledigt              | ACCEPTED
      geändert beschlossen; Antrag 12/2020 damit erledigt          | ACCEPTED_AMENDED
      mehrheitlich empfohlen (der Antrag der CDU hat sich erledigt) | ACCEPTED
      einstimmig zugestimmt, damit ist der Antrag vom 3.2. gegenstandslos | ACCEPTED
      Der Antrag der FDP ist erledigt; ungeändert beschlossen      | ACCEPTED
      abgelehnt; Antrag der SPD erledigt                           | REJECTED
      Vorlage vertagt; Antrag der SPD erledigt                     | POSTPONED
      zur Kenntnis genommen; Antrag der SPD erledigt               | NOTED
      durch den geändert beschlossenen Antrag der SPD erledigt     | SETTLED
      Antrag erledigt durch Beschluss zu TOP 4                     | SETTLED
      erledigt, da bereits beschlossen                             | SETTLED
      für erledigt erklärt (mehrheitlich beschlossen)              | SETTLED
      Erledigung beschlossen                                       | SETTLED
      beschlossen, den Antrag für erledigt zu erklären             | SETTLED
      ungeändert beschlossen; Antrag der SPD abgelehnt             | ACCEPTED
      ungeändert beschlossen; Antrag der SPD zurückgezogen         | ACCEPTED
      von der Tagesordnung genommen, Antrag zurückgezogen          | WITHDRAWN
      """)
  void theVoteOnThePaperCounts(String phrase, String kind) {
    assertThat(kind(phrase)).isEqualTo(kind);
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = "  ")
  void nothingPrintedIsNoResult(String phrase) {
    assertThat(kind(phrase)).isEqualTo("NONE");
  }

  /** A phrase no rule knows is for a person, never a guess. */
  @ParameterizedTest
  @ValueSource(strings = {"ST 1214", "Anregung OM 3460", "Anregung OA 393", "nicht abgelehnt",
      "Verfahrensvorschlag angenommen", "Änderungsantrag abgelehnt", "Dringlichkeit abgelehnt",
      "Vertagung abgelehnt", "noch nicht beschlossen",
      "beraten", "2. Lesung", "siehe Niederschrift", "Es wurde kein Beschluss gefasst", "TOP 7.3",
      "Nichtbefassung beschlossen", "Zustimmung: SPD, Grüne; Ablehnung: AfD", "Ablehnung nicht gefolgt"})
  void unknownGivesNothing(String phrase) {
    assertThat(kind(phrase)).isNull();
  }

  @Test
  void noPhraseBreaksTheTable() {
    List<String> parts = List.of("un", "geändert", "beschlossen", " ", " ", " ", "nicht", "abgelehnt", "vertagt",
        "ohne", "Votum", "(", ")", "[", "*", "\\", "\"", "${x}", "#", "Änderungsantrag", "Vorlage", ";", ",", "/",
        "zur Kenntnis", "genommen", "verwiesen", "in", "Rat", "§ 37", "mit", "Änderungen", "\n", "ß", "„", "“", "?",
        "erledigt", "Wahlperiode", "9:7", "-");
    Random random = new Random(20200114);
    for (int i = 0; i < 1000; i++) {
      StringBuilder phrase = new StringBuilder();
      for (int n = random.nextInt(12); n >= 0; n--) {
        phrase.append(parts.get(random.nextInt(parts.size())));
      }
      assertThat(kind(phrase.toString())).as(phrase.toString()).satisfiesAnyOf(
          kind -> assertThat(kind).isNull(), kind -> assertThat(kind).isIn(KINDS));
    }
  }
}
