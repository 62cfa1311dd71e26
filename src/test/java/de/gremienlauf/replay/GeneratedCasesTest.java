package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.TestDatabase;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever a record says, in whatever order, it replays: the models must never be the reason why a run stops. */
@IntegrationTest
class GeneratedCasesTest {

  private static final List<String> BODIES = List.of("Rat", "Hauptausschuss", "Sozialausschuss", "Jugendhilfeausschuss",
      "Integrationsrat", "Bezirksvertretung 1 (Innenstadt)", "Verwaltungsvorstand");
  private static final List<String> ROLES = List.of("Entscheidung", "Vorberatung", "Anhörung", "zur Kenntnisnahme",
      "Genehmigung", "Stellungnahme", "Mitwirkung nach Art");
  private static final List<String> RESULTS = List.of("ungeändert beschlossen", "vertagt", "geändert beschlossen",
      "zurückgestellt", "endgültig abgelehnt", "überwiesen", "im Ausschuss abgelehnt",
      "ohne Votum in nachfolgende Gremien", "erledigt", "zur Kenntnis genommen", "zurückgezogen", "verwiesen",
      "verwiesen in nachfolgende Gremien (ohne Rücklauf)", "vertagt in Folgegremium", "Ablauf der Wahlperiode",
      "überwiesen in den Rat", "Zustimmung durch Fristablauf", "wie besprochen", "ST 4711", "Zeile eins\nZeile zwei");
  private static final List<String> VOTES = List.of("einstimmig zugestimmt", "dafür: 1, dagegen: 9, Enth.: 1",
      "mehrheitlich gegen die Stimmen der FDP abgelehnt", "Ja: 11, Nein: 0, Enthaltungen: 0", "6:6", "unleserlich");
  private static final List<String> TYPES =
      List.of("Beschlussvorlage", "Antrag", "Anfrage", "Mitteilung", "unknown", "Änderungsantrag", "Bürgereingabe");

  /** All on H2; on PostgreSQL, behind the same code, the first of them. */
  private static final int CASES = TestDatabase.isPostgres() ? 15 : 60;

  @Autowired Replay replay;

  @Test
  void generatedCasesReplay() {
    Random random = new Random(20261122);
    List<String> faults = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      RecordedCase generated = generate(random, i);
      ReplayReport report = replay.replay(generated, false, driven -> { });
      if (!report.status().equals(Replayed.REPLAYED)) {
        faults.add(generated + " -> " + report.status() + " " + report.warnings() + " " + report.deviations());
      }
    }
    assertThat(faults).isEmpty();
  }

  private static RecordedCase generate(Random random, int number) {
    List<RecordedCase.Entry> entries = new ArrayList<>();
    LocalDate day = LocalDate.of(2010 + random.nextInt(14), 1 + random.nextInt(12), 1 + random.nextInt(28));
    int length = 1 + random.nextInt(8);
    for (int i = 1; i <= length; i++) {
      day = day.plusDays(random.nextInt(10) == 0 ? -random.nextInt(40) : random.nextInt(40));
      entries.add(new RecordedCase.Entry(i, pick(random, BODIES), random.nextInt(3) == 0 ? null : day,
          random.nextInt(2) == 0 ? null : pick(random, ROLES), random.nextInt(6) == 0 ? null : pick(random, RESULTS),
          random.nextInt(2) == 0 ? null : pick(random, VOTES)));
    }
    return new RecordedCase("generated-" + number, "Erfundene Stadt", random.nextBoolean() ? null : number + "/2020",
        "Ein Betreff", pick(random, TYPES), entries, random.nextBoolean());
  }

  private static String pick(Random random, List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
