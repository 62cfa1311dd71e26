package de.gremienlauf.masterdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.gremienlauf.calendar.CouncilRecess;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import de.gremienlauf.council.Seat;
import de.gremienlauf.council.Superiors;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.support.IntegrationTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class MasterDataImportTest {

  private static final LocalDate IN_FORCE = LocalDate.of(2026, 1, 1);

  @Autowired ImportCommand command;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired CouncilRecess recess;
  @Autowired Superiors superiors;
  @TempDir Path directory;

  private String run(Path from) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    assertThat(command.run(List.of(from.toString()), new PrintStream(out, true, StandardCharsets.UTF_8))).isZero();
    return out.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  private void file(String name, String content) throws IOException {
    Files.writeString(directory.resolve(name), content);
  }

  @Test
  void theExamplesAreTakenOverOnce() {
    assertThat(run(Path.of("docs/beispiele"))).isEqualTo("""
        bodies.csv: 6 neu, 0 schon vorhanden
        persons.csv: 4 neu, 0 schon vorhanden
        memberships.csv: 5 neu, 0 schon vorhanden
        meetings.csv: 3 neu, 0 schon vorhanden
        recesses.csv: 2 neu, 0 schon vorhanden
        superiors.csv: 1 neu, 0 schon vorhanden
        signing-authorities.csv: 2 neu, 0 schon vorhanden
        """);
    String city = council.ownMunicipality();
    Organization committee = council.find(city, "Ausschuss für Umwelt und Mobilität").orElseThrow();
    assertThat(committee.classification()).isEqualTo("Ausschuss");
    assertThat(committee.statutoryMembers()).isEqualTo(15);
    assertThat(council.find(city, "Ausländerbeirat", IN_FORCE)).map(Organization::name)
        .contains("Beirat für Teilhabe");
    assertThat(council.find(city, "Amt für Umwelt")).map(Organization::candidateGroup).contains("amt-umwelt");
    assertThat(council.find(city, "Amt für Umwelt")).map(Organization::mailAddress).contains("amt-umwelt@example.org");
    assertThat(superiors.ofGroups(List.of("amt-umwelt"), IN_FORCE)).containsExactly("wiesenthal");
    assertThat(council.members(committee.id(), IN_FORCE))
        .extracting(member -> member.person().name(), member -> member.membership().politicalGroup(),
            member -> member.membership().seat(), member -> member.membership().deputy())
        .containsExactly(tuple("Annegret Wiesenthal", "Bürgerliste", Seat.COUNCIL_MEMBER, false),
            tuple("Yusuf Birkenfeld", null, Seat.EXPERT_RESIDENT, false),
            tuple("Hanno Sperling", "Bürgerliste", Seat.EXPERT_CITIZEN, true));
    // Other tests have project bodies in the same city.
    assertThat(council.projectBodies(city, IN_FORCE)).allMatch(Organization::projectBody)
        .extracting(Organization::name).containsOnlyOnce("Lenkungsgruppe Klimaanpassung");
    assertThat(council.bodies(city, IN_FORCE)).extracting(Organization::name)
        .contains("Stadtrat").doesNotContain("Lenkungsgruppe Klimaanpassung");
    assertThat(council.members(council.find(city, "Lenkungsgruppe Klimaanpassung").orElseThrow().id(), IN_FORCE))
        .singleElement().satisfies(member -> {
          assertThat(member.membership().participation()).isEqualTo(Participation.OCCASIONAL);
          assertThat(member.membership().seat()).isEqualTo(Seat.PARTNER);
          assertThat(member.person().mailAddress()).isEqualTo("hanno.sperling@example.org");
        });
    assertThat(meetings.on(committee.id(), LocalDate.of(2027, 1, 12))).isPresent();
    assertThat(recess.of(city).isRecess(LocalDate.of(2027, 8, 31))).isTrue();
    assertThat(run(Path.of("docs/beispiele"))).isEqualTo("""
        bodies.csv: 0 neu, 6 schon vorhanden
        persons.csv: 0 neu, 4 schon vorhanden
        memberships.csv: 0 neu, 5 schon vorhanden
        meetings.csv: 0 neu, 3 schon vorhanden
        recesses.csv: 0 neu, 2 schon vorhanden
        superiors.csv: 0 neu, 1 schon vorhanden
        signing-authorities.csv: 0 neu, 2 schon vorhanden
        """);
  }

  @Test
  void twoPersonsOfOneNameAreNotTakenForOne() throws IOException {
    String name = "Petra Namensgleich " + UUID.randomUUID();
    for (String second : List.of("p.zwei;", "p.eins;zwei@example.org", "p.eins;")) {
      file("persons.csv", "Name;Kennung;E-Mail\n" + name + ";p.eins;\nEine andere " + name + ";;\n" + name + ";"
          + second + "\n");
      assertThatThrownBy(() -> run(directory)).as(second).hasMessage("persons.csv, Zeile 4: „" + name
          + "“ steht schon in Zeile 2. Ist es dieselbe Person, löschen Sie eine der Zeilen. Sind es zwei, unterscheiden"
          + " Sie ihre Namen durch einen Zusatz, zum Beispiel „" + name + " (Bürgerliste)“, hier und in"
          + " memberships.csv.\nEs wurde nichts übernommen.");
      assertThat(council.findPerson(council.ownMunicipality(), name)).isEmpty();
    }
    file("persons.csv", "Name;Kennung\n" + name + ";p.eins\n");
    run(directory);
    file("persons.csv", "Name;Kennung\n" + name + ";p.zwei\n");
    assertThatThrownBy(() -> run(directory)).hasMessageStartingWith("persons.csv, Zeile 2: „" + name
        + "“ gibt es schon mit der Kennung „p.eins“. ").hasMessageEndingWith("Es wurde nichts übernommen.");
    file("persons.csv", "Name;Kennung\n" + name + ";\n" + name + " (Bürgerliste);p.zwei\n");
    assertThat(run(directory)).isEqualTo("persons.csv: 1 neu, 1 schon vorhanden\n");
  }

  @Test
  void onePersonMayRepresentSeveral() throws IOException {
    String login = "login-" + UUID.randomUUID();
    file("signing-authorities.csv", "Kennung;Name;Zeichnet;Für;Allgemeine Vertretung\n" + login
        + ";Beig. Wald;i. V.;OB Feld;\n" + login + ";Beig. Wald;i. V.;Stadtdirektorin Wiese;\n" + login
        + ";Beig. Wald;i. V.;OB Feld;ja\n");
    assertThat(run(directory)).isEqualTo("signing-authorities.csv: 3 neu, 0 schon vorhanden\n");
    assertThat(run(directory)).isEqualTo("signing-authorities.csv: 0 neu, 3 schon vorhanden\n");
  }

  @Test
  void anOfficeIsThereAsLongAsItsRowSays() throws IOException {
    String name = "Amt für Wald " + UUID.randomUUID();
    file("bodies.csv", "Name;Art;Beginn;Ende\n" + name + ";Verwaltungsbereich;01.01.2020;31.12.2025\n");
    run(directory);
    String city = council.ownMunicipality();
    assertThat(council.offices(city, IN_FORCE)).extracting(Organization::name).doesNotContain(name);
    assertThat(council.offices(city, IN_FORCE.minusDays(1))).extracting(Organization::name).contains(name);
    assertThat(council.offices(city, LocalDate.of(2019, 12, 31))).extracting(Organization::name).doesNotContain(name);
  }

  @Test
  void spreadsheetExportsAreRead() throws IOException {
    file("bodies.csv", "\uFEFFSitze,Name\r\n9,\"Ausschuss Wald, Wiese\r\nund Feld\"\r\n\r\n");
    assertThat(run(directory)).isEqualTo("bodies.csv: 1 neu, 0 schon vorhanden\n");
    assertThat(council.find(council.ownMunicipality(), "Ausschuss Wald, Wiese\r\nund Feld")).isPresent();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, value = {
      "bodies.csv | Sitze\\n3 | bodies.csv, Zeile 1: Die Spalte „Name“ fehlt.",
      "bodies.csv | Name;Farbe\\nRat;rot | bodies.csv, Zeile 1: Die Spalte „Farbe“ ist nicht vorgesehen",
      "bodies.csv | Name;Name\\nRat;Rat | bodies.csv, Zeile 1: Die Spalte „Name“ steht zweimal da.",
      "bodies.csv | Name;Sitze\\nNeu;3\\n;4 | bodies.csv, Zeile 3: „Name“ fehlt.",
      "bodies.csv | Name;Sitze\\nNeu | bodies.csv, Zeile 2: Die Zeile hat 1 Felder statt 2.",
      "bodies.csv | Name;Sitze\\nNeu;viele | bodies.csv, Zeile 2: „viele“ ist keine Anzahl für „Sitze“",
      "bodies.csv | Name;Art\\nNeu;Verein | bodies.csv, Zeile 2: „Art“ ist „Verein“",
      "bodies.csv | Name;Beginn\\nNeu;31.02.2026 | bodies.csv, Zeile 2: „31.02.2026“ ist kein gültiges Datum",
      "bodies.csv | Name;Beginn;Ende\\nNeu;2.1.2026;1.1.2026 | Das Ende 01.01.2026 liegt vor dem Beginn 02.01.2026.",
      "bodies.csv | Name;Ende;Nachfolge\\nNeu;1.1.2026;Niemand | Das nachfolgende Gremium „Niemand“ gibt es nicht.",
      "bodies.csv | Name;Ende;Nachfolge\\nNeu;1.1.2026;Neu | Ein Gremium kann nicht seine eigene Nachfolge sein.",
      "bodies.csv | Name;Nachfolge\\nNeu;Jung\\nJung; | Zeile 2: Wer ein Gremium als Nachfolge hat, braucht ein Ende.",
      "bodies.csv | Name;Art;Gruppe\\nNeu;Verwaltungsbereich;a b | „Gruppe“ darf nur aus Buchstaben",
      "bodies.csv | Name\\n\"Neu | bodies.csv: Ein Anführungszeichen wird geöffnet, aber nicht geschlossen",
      "memberships.csv | Person;Gremium;Funktion;Stimmrecht\\nX;Y;Mitglied;ja | Zeile 2: Das Gremium „Y“ gibt es nicht.",
      "memberships.csv | Person;Gremium;Funktion;Stimmrecht\\nX;Y;Mitglied;ja | Zeile 2: Die Person „X“ gibt es nicht.",
      "memberships.csv | Person;Gremium;Funktion;Stimmrecht\\nX;Y;Z;vielleicht | „Stimmrecht“ ist „vielleicht“",
      "memberships.csv | Person;Gremium;Funktion;Stimmrecht;Art\\nX;Y;Z;ja;Gast | „Art“ ist „Gast“; erwartet wird Ratsm",
      "memberships.csv | Person;Gremium;Funktion;Stimmrecht;Beteiligung\\nX;Y;Z;ja;oft | erwartet wird ständig, punktuell",
      "memberships.csv | Person;Gremium;Funktion;Stimmrecht;Stellvertretung\\nX;Y;Z;ja;x | erwartet wird ja oder nein",
      "persons.csv | Name;E-Mail\\nNeu;neu at example.org | Zeile 2: „neu at example.org“ ist keine E-Mail-Adresse.",
      "meetings.csv | Gremium;Datum\\nY;01.01.2026 | meetings.csv, Zeile 2: Das Gremium „Y“ gibt es nicht.",
      "meetings.csv | Gremium;Datum;Uhrzeit\\nY;01.01.2026;25:00 | „25:00“ ist keine Uhrzeit",
      "meetings.csv | Gremium;Datum\\nY; | meetings.csv, Zeile 2: „Datum“ fehlt.",
      "superiors.csv | Dienststelle;Kennung\\nY;x | superiors.csv, Zeile 2: Die Dienststelle „Y“ gibt es nicht.",
      "signing-authorities.csv | Kennung;Name;Zeichnet\\nx;Dr. X;i. K. | erwartet wird selbst, i. V., i. A.",
      "signing-authorities.csv | Kennung;Name;Zeichnet\\nx;Dr. X;i. V. | Wer i. V. oder i. A. zeichnet, vertritt",
      "signing-authorities.csv | Kennung;Name;Zeichnet;Für\\nx;X;selbst;OB | Wer selbst zeichnet, vertritt niemanden.",
      "recesses.csv | Beginn;Ende\\n1.7.2031; | recesses.csv, Zeile 2: „Ende“ fehlt.",
      "recesses.csv | Beginn;Ende\\n2.7.2031;1.7.2031 | recesses.csv, Zeile 2: Die Ratsferien enden am 01.07.2031",
      "recesses.csv | Beginn;Ende\\n1.7.2031;9.7.2031\\n9.7.2031;10.7.2031 | Zeile 3: Die Ratsferien vom 09.07.2031"})
  void anErrorIsNamedWithItsPlace(String name, String content, String sentence) throws IOException {
    file(name, content.replace("\\n", "\n"));
    assertThatThrownBy(() -> run(directory)).isInstanceOf(BusinessException.class)
        .hasMessageContaining(sentence).hasMessageEndingWith("Es wurde nichts übernommen.");
    assertThat(council.find(council.ownMunicipality(), "Neu")).isEmpty();
  }

  @Test
  void allErrorsShowAtOnceAndNothingIsTakenOver() throws IOException {
    file("bodies.csv", "Name;Sitze;Beginn;Ende\nHalbfertig;5;;\nAlt;;;31.12.2020\nFalsch;x;;\n");
    file("persons.csv", "Name\n" + "N".repeat(501) + "\n");
    file("meetings.csv", "Gremium;Datum\nAlt;01.01.2026\nAlt;morgen\n");
    assertThatThrownBy(() -> run(directory)).hasMessage("""
        bodies.csv, Zeile 4: „x“ ist keine Anzahl für „Sitze“; erwartet wird eine Zahl von 1 bis 999.
        persons.csv, Zeile 2: „Name“ darf höchstens 500 Zeichen haben.
        meetings.csv, Zeile 2: „Alt“ besteht am 01.01.2026 nicht.
        meetings.csv, Zeile 3: „morgen“ ist kein gültiges Datum für „Datum“; erwartet wird TT.MM.JJJJ.
        Es wurde nichts übernommen.""");
    assertThat(council.find(council.ownMunicipality(), "Halbfertig")).isEmpty();
  }

  @Test
  void filesInAnotherEncodingAreRefused() throws IOException {
    Files.write(directory.resolve("persons.csv"), "Name\nJürgen\n".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> run(directory)).hasMessageContaining("persons.csv: Die Datei ist nicht in UTF-8");
  }

  @Test
  void anEmptyFileIsRefused() throws IOException {
    file("persons.csv", "");
    assertThatThrownBy(() -> run(directory)).hasMessageContaining("persons.csv: Die Datei ist leer");
  }

  @Test
  void aDirectoryWithoutFilesIsRefused() {
    assertThatThrownBy(() -> run(directory)).hasMessageContaining("liegt keine der Dateien bodies.csv");
    assertThatThrownBy(() -> run(directory.resolve("nirgends"))).hasMessageContaining("gibt es nicht");
  }

  @Test
  void exactlyOneDirectoryIsExpected() {
    assertThatThrownBy(() -> command.run(List.of(), System.out)).hasMessageContaining("import VERZEICHNIS");
  }
}
