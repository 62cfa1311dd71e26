package de.gremienlauf.workplace;

import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import de.gremienlauf.workplace.Endpoints.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of docs/rechte.md that say for each address of this product which role may use it:
 * <pre>| what one does | `METHOD /path/{id}` | example | SB | SB2 | ... |</pre>
 * The example says how to ask, as far as that does not go without saying, in any order: {@code id=Vorlage} for the
 * object that a variable stands for, {@code ?name=value} for the query, {@code {"a":1}} for the body, in which
 * {@code $ich} is the own user id, {@code Datei} for a file that is uploaded.
 */
final class RightsMatrix {

  private static final Path DOCUMENT = Path.of("docs/rechte.md");
  private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| `([A-Z]+) (/[^`]*)` \\| ([^|]*)\\|.*");
  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
  private static final Pattern OBJECT = Pattern.compile("\\p{Lu}\\p{Ll}.*");
  private static final String UNINVOLVED = "MZ2";
  private static final String YES = "ja";
  private static final String NO = "–";
  /** The engine's interface for programs; who is logged in to a web application asks at another address. */
  private static final String PROGRAMS = "/engine-rest";
  private static final String MYSELF = "$ich";
  private static final String FILE = "Datei";
  private static final int UNSUPPORTED = 415;
  private static final String NOWHERE = "987654321";
  private static final String SESSION = "client=rechte&request=";

  /** The object that stands for a variable after this part of the path. */
  private static final Map<String, String> USUAL = Map.ofEntries(Map.entry("papers", "Entwurf"),
      Map.entry("attachments", "Anlage"), Map.entry("tasks", "Aufgabe"), Map.entry("consultations", "Station"),
      Map.entry("organizations", "Gremium"), Map.entry("meetings", "Sitzung"), Map.entry("items", "Punkt"),
      Map.entry("projects", "Projekt"), Map.entry("topics", "Thema"), Map.entry("objectives", "Ziel"),
      Map.entry("recommendations", "Empfehlung"), Map.entry("concepts", "Konzept"), Map.entry("points", "Frage"),
      Map.entry("partners", "Partner"), Map.entry("dates", "Termin"), Map.entry("notices", "Bescheid"),
      Map.entry("process-instances", "Projektlauf"),
      Map.entry("task", "Aufgabe"), Map.entry("process-instance", "Lauf"), Map.entry("absences", "Abwesenheit"),
      Map.entry("kalender", "Kalender"), Map.entry("calendars", "Kalenderlink"));

  private RightsMatrix() {
  }

  /** One row as it stands in the document. */
  record Row(String what, Endpoint endpoint, String example, String line) {
  }

  static List<Row> rows() {
    try {
      return Files.readString(DOCUMENT, StandardCharsets.UTF_8).lines().map(ROW::matcher).filter(Matcher::matches)
          .map(row -> new Row(row.group(1), new Endpoint(row.group(2), row.group(3)), row.group(4).strip(),
              row.group())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The address with the same value for all variables. */
  static String address(String path, String value) {
    return path.replaceAll("\\{[^}]+}", value);
  }

  /** The row that is true now of an address that has none yet. */
  static String proposed(Endpoint endpoint, RightsWorld world) {
    boolean upload = ask(endpoint, "", world, world.persons().get("AD"), true).status() == UNSUPPORTED;
    return observed("Was tut man hier?", endpoint, upload ? FILE : "", world);
  }

  /** The row that is true now, found out by asking as each role. */
  static String observed(String what, Endpoint endpoint, String example, RightsWorld world) {
    String cells = RightsWorld.ROLES.stream()
        .map(role -> allowed(endpoint, example, world, world.persons().get(role)) ? YES : NO)
        .collect(Collectors.joining(" | "));
    return "| " + what + " | `" + endpoint + "` | " + (example.isEmpty() ? "" : example + " ") + "| " + cells + " |";
  }

  /**
   * Whoever may not is told so, or finds nothing: hears the same as if the object did not exist, or the same as who has
   * nothing to do with it. Everything else, also that something is missing in what was sent, hears only who may.
   */
  private static boolean allowed(Endpoint endpoint, String example, RightsWorld world, Person person) {
    Answer answer = ask(endpoint, example, world, person, false);
    if (answer.status() >= 500 || answer.status() == 405 || answer.status() == UNSUPPORTED) {
      throw new AssertionError(endpoint + " of " + person.id + ": " + answer);
    }
    return answer.status() != 401 && answer.status() != 403 && !(answer.status() == 404
        && (same(answer, ask(endpoint, example, world, person, true))
        || same(answer, ask(endpoint, example, world, world.persons().get(UNINVOLVED), false))));
  }

  private static boolean same(Answer answer, Answer other) {
    return other.status() == answer.status() && other.message().equals(answer.message());
  }

  private static Answer ask(Endpoint endpoint, String example, RightsWorld world, Person person, boolean nowhere) {
    Map<String, String> named = new HashMap<>();
    String query = SESSION + UUID.randomUUID();
    String body = "{}";
    boolean file = false;
    Deque<String> tokens = new ArrayDeque<>(Arrays.asList(example.replace("`", "").split("\\s+")));
    while (!tokens.isEmpty()) {
      String token = tokens.pop();
      if (token.startsWith("{")) {
        body = token.replace(MYSELF, person.id);
      } else if (token.startsWith("?")) {
        query += "&" + token.substring(1);
      } else if (token.equals(FILE)) {
        file = true;
      } else if (!token.isEmpty()) {
        named.put(token.substring(0, token.indexOf('=')), token.substring(token.indexOf('=') + 1));
      }
    }
    int[] found = {0};
    String pattern = endpoint.path().replaceFirst("^" + PROGRAMS, person.engine());
    String path = VARIABLE.matcher(pattern).replaceAll(variable -> found[0]++ == 0 && nowhere ? NOWHERE
        : object(variable, pattern, named, world)) + "?" + query;
    if (file) {
      return person.upload(path, "vermerk.txt", "Ein Text.".getBytes(StandardCharsets.UTF_8),
          Map.of("name", "Vermerk"));
    }
    return endpoint.method().equals("GET") ? person.get(path)
        : person.send(endpoint.method(), path, body.getBytes(StandardCharsets.UTF_8), "application/json");
  }

  private static String object(MatchResult variable, String path, Map<String, String> named, RightsWorld world) {
    String name = variable.group(1);
    String[] before = path.substring(1, variable.start()).split("/");
    String part = before[before.length - 1];
    String usual = USUAL.getOrDefault(part, "");
    if (!named.containsKey(name)) {
      return world.objects().getOrDefault(usual, NOWHERE);
    }
    String said = named.get(name);
    // Nobody may read what does not exist: a slip in the name would look like a row that forbids.
    if (OBJECT.matcher(said).matches() && !world.objects().containsKey(said)) {
      throw new IllegalArgumentException("RightsWorld has no " + said);
    }
    return world.objects().getOrDefault(said, said);
  }
}
