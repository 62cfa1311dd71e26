package de.gremienlauf.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mistake of an operator by starting the real application with it: its exit code, and its one sentence as all that
 * is printed. The settings are right but for the one that is named.
 */
class MistakeTest {

  private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d+) \\| .*\\S");

  @TempDir static Path folder;

  private static Postgres postgres;
  private static ServerSocket taken;

  @BeforeAll
  static void prepare() throws Exception {
    postgres = Postgres.start(folder.resolve("postgres"));
    taken = new ServerSocket(0, 1, InetAddress.getByName("0.0.0.0"));
    try (Schema schema = new Schema(postgres.create("aktuell", ""))) {
      schema.update();
    }
    postgres.create("leer", "");
    postgres.create("lateinisch", "encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
    postgres.create("fremd", "");
    postgres.asAdministrator("fremd", "create table kunde (id int)");
    postgres.create("neuer", "template aktuell");
    postgres.asAdministrator("neuer", "insert into databasechangelog (id, author, filename, dateexecuted,"
        + " orderexecuted, exectype) values ('1', 'gremienlauf', 'db/changelog/zukunft.sql', now(), 9999, 'EXECUTED')");
    postgres.create("aelter", "template aktuell");
    postgres.asAdministrator("aelter", "delete from databasechangelog where orderexecuted ="
        + " (select max(orderexecuted) from databasechangelog)");
  }

  @AfterAll
  static void stop() throws IOException {
    taken.close();
    postgres.close();
  }

  private record Case(Mistake mistake, String sentence, Map<String, String> settings) {

    @Override
    public String toString() {
      return mistake + " " + settings;
    }
  }

  /** A mistake by the settings that make it, each name followed by its value; "" is as good as none. */
  private static Case mistake(Mistake mistake, String sentence, String... settings) {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < settings.length; i += 2) {
      all.put(settings[i], settings[i + 1]);
    }
    return new Case(mistake, sentence, all);
  }

  static Stream<Case> mistakes() throws IOException {
    String url = "SPRING_DATASOURCE_URL";
    Path file = Files.writeString(folder.resolve("datei"), "");
    return Stream.of(
        mistake(Mistake.UNKNOWN_PROFILE, "Das Profil „prodution“ gibt es nicht; bitte setzen Sie SPRING_PROFILES_ACTIVE"
            + " auf „production“.", "SPRING_PROFILES_ACTIVE", "prodution"),
        mistake(Mistake.SAMPLE_IN_PRODUCTION, "Die Profile „production“ und „sample“ schließen sich aus",
            "SPRING_PROFILES_ACTIVE", "production,sample"),
        mistake(Mistake.UNKNOWN_SETTING, "Die Einstellung „GREMIENLAUF_MAIL_FORM“ gibt es nicht; gemeint ist vermutlich"
            + " „gremienlauf.mail.from“", "GREMIENLAUF_MAIL_FORM", "gremien@stadt.example"),
        mistake(Mistake.UNKNOWN_SETTING, "gemeint ist vermutlich „gremienlauf.mail.base-address“",
            "SPRING_PROFILES_ACTIVE", "", "GREMIENLAUF_MAIL_BASADDRESS", "x"),
        mistake(Mistake.DATABASE_MISSING, "Es ist keine Datenbank angegeben; bitte setzen Sie SPRING_DATASOURCE_URL",
            url, ""),
        mistake(Mistake.NOT_POSTGRESQL, "Die Datenbank „jdbc:h2:file:./data/gremienlauf“ ist hier nicht zulässig",
            url, "jdbc:h2:file:./data/gremienlauf;WRITE_DELAY=0"),
        mistake(Mistake.DATABASE_UNREACHABLE, "Die Datenbank „jdbc:postgresql://localhost:1/x“ ist nicht erreichbar",
            url, "jdbc:postgresql://localhost:1/x?password=Geheim"),
        mistake(Mistake.DATABASE_UNREACHABLE, "Die Datenbank „jdbc:postgresql://localhost:1/x“ ist nicht erreichbar",
            "SPRING_PROFILES_ACTIVE", "", url, "jdbc:postgresql://localhost:1/x"),
        mistake(Mistake.LOGIN_REFUSED, "weist den Benutzer „eigentuemer“ ab", "SPRING_DATASOURCE_PASSWORD", "Falsch-77"),
        mistake(Mistake.NO_SUCH_DATABASE, "gibt es auf diesem Server nicht",
            url, postgres.database("nirgends").url()),
        mistake(Mistake.NOT_UTF8, "hat die Kodierung LATIN1", url, postgres.database("lateinisch").url()),
        mistake(Mistake.FOREIGN_SCHEMA, "enthält Tabellen, die nicht von Gremienlauf stammen",
            url, postgres.database("fremd").url()),
        mistake(Mistake.SCHEMA_NEWER, "neuer als dieses Programm (es kennt „db/changelog/zukunft.sql“ nicht)",
            url, postgres.database("neuer").url()),
        mistake(Mistake.SCHEMA_OLDER, "Im Schema der Datenbank stehen Änderungen aus (1)", url,
            postgres.database("aelter").url(), "GREMIENLAUF_SCHEMA_UPDATEATSTART", "false"),
        mistake(Mistake.SCHEMA_FORBIDDEN, "Der Benutzer „anwendung“ darf das Schema der Datenbank nicht ändern",
            url, postgres.database("leer").url(), "SPRING_DATASOURCE_USERNAME", Postgres.CLERK),
        mistake(Mistake.SCHEMA_FAILED, "ließ sich nicht ändern; bitte spielen Sie die Sicherung zurück und melden Sie"
            + " den Fehler: ", url, postgres.database("aelter").url()),
        mistake(Mistake.DEFAULT_SECRET, "Das Kennwort in spring.datasource.password ist keines",
            "SPRING_DATASOURCE_PASSWORD", "changeme"),
        mistake(Mistake.DEFAULT_SECRET, "Das Kennwort in gremienlauf.administrator.password ist keines",
            "GREMIENLAUF_ADMINISTRATOR_PASSWORD", "Rheinufer-1388"),
        mistake(Mistake.OIDC_INCOMPLETE, "bitte setzen Sie alle drei oder keines",
            "GREMIENLAUF_OIDC_ISSUER", "https://anmeldung.stadt.example/realms/gremienlauf"),
        mistake(Mistake.ADMINISTRATOR_INCOMPLETE, "nur zusammen gültig", "GREMIENLAUF_ADMINISTRATOR_PASSWORD", ""),
        mistake(Mistake.ADMINISTRATOR_MISSING, "Es ist noch niemand für die Administration angelegt", url,
            postgres.database("leer").url(), "GREMIENLAUF_ADMINISTRATOR_ID", "",
            "GREMIENLAUF_ADMINISTRATOR_PASSWORD", ""),
        mistake(Mistake.BASE_ADDRESS, "Die Adresse „http://gremien.stadt.example“ taugt nicht für Verweise in E-Mails",
            "GREMIENLAUF_MAIL_BASEADDRESS", "http://gremien.stadt.example"),
        mistake(Mistake.MAIL_SERVER, "Es ist kein Mailserver angegeben", "SPRING_MAIL_HOST", ""),
        mistake(Mistake.MAIL_SENDER, "Der Absender „Gremienbüro“ der E-Mails ist keine eigene Adresse",
            "GREMIENLAUF_MAIL_FROM", "Gremienbüro"),
        mistake(Mistake.INCIDENT_RECIPIENTS, "„IT-Betrieb <it@stadt.example>“ ist keine Adresse",
            "GREMIENLAUF_OPERATION_INCIDENTRECIPIENTS", "rat@stadt.example, IT-Betrieb <it@stadt.example>"),
        mistake(Mistake.MUNICIPALITY, "Es fehlt der Name der Kommune", "GREMIENLAUF_MUNICIPALITY", ""),
        mistake(Mistake.UMLAUTS, "Die Umlaute in gremienlauf.municipality sind unleserlich angekommen", "LC_ALL", "C"),
        mistake(Mistake.NOT_WRITABLE, "In das Verzeichnis „" + file + "“ lässt sich nicht schreiben",
            "LOGGING_FILE_NAME", file + "/gremienlauf.log"),
        mistake(Mistake.PORT_IN_USE, "Der Port " + taken.getLocalPort() + " ist schon belegt; bitte beenden Sie das"
            + " Programm, das ihn belegt, oder setzen Sie SERVER_PORT", "SPRING_PROFILES_ACTIVE", "", url,
            "jdbc:h2:mem:port", "SERVER_PORT", String.valueOf(taken.getLocalPort())));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeIsSaidInOneSentence(Case wrong) throws Exception {
    Map<String, String> settings = Program.rightSettings(postgres.database("aktuell"), folder);
    settings.putAll(wrong.settings());
    Path printed = folder.resolve("printed");
    Process program = Program.start(settings, printed);
    try {
      assertThat(program.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(printed).content(StandardCharsets.UTF_8).endsWith("\n").contains(wrong.sentence()).hasLineCount(1)
          .doesNotContain("Geheim");
      assertThat(program.exitValue()).isEqualTo(wrong.mistake().exitCode());
    } finally {
      program.destroyForcibly();
    }
  }

  @Test
  void theManualListsEveryExitCode() throws IOException {
    List<Integer> listed = new ArrayList<>();
    Matcher rows = ROW.matcher(Files.readString(Path.of("docs/betrieb.md")));
    while (rows.find()) {
      listed.add(Integer.valueOf(rows.group(1)));
    }
    assertThat(listed).containsAll(Stream.of(Mistake.values()).map(Mistake::exitCode).toList());
    assertThat(Stream.of(Mistake.values()).map(Mistake::exitCode)).doesNotHaveDuplicates();
  }
}
