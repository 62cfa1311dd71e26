package de.gremienlauf.replay;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads recorded cases and stories of projects from JSON files and folders, and checks all of them before anything is
 * replayed.
 */
class CaseFiles {

  private static final String CONSULTATIONS = "consultations";
  private static final int TEXT_LIMIT = 2000;
  private static final int NAME_LIMIT = 300;

  private final JsonMapper json = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .build();

  /**
   * Reads a file with one case or story or an array of them, or all JSON files of a folder that hold consultations or
   * events.
   *
   * @throws InputFault if a file cannot be read or something in it has a fault
   */
  List<Recorded> read(List<Path> paths) {
    List<Recorded> cases = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        filesOf(path).forEach(file -> addCases(file, parse(file), true, cases));
      } else {
        addCases(path, parse(path), false, cases);
      }
    }
    return cases;
  }

  private static List<Path> filesOf(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> Files.isRegularFile(file) && file.getFileName().toString().endsWith(".json"))
          .sorted(Comparator.comparing(file -> file.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new InputFault(folder.toString(), "", "Der Ordner ist nicht lesbar.");
    }
  }

  private JsonNode parse(Path file) {
    try {
      return json.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new InputFault(file.toString(), at == null ? "" : "Zeile " + at.getLineNr() + ", Spalte "
          + at.getColumnNr(), "Das ist kein gültiges JSON.");
    } catch (IOException e) {
      throw new InputFault(file.toString(), "", Files.exists(file) ? "Die Datei ist nicht lesbar (UTF-8 erwartet)."
          : "Die Datei gibt es nicht.");
    }
  }

  private void addCases(Path file, JsonNode root, boolean fromFolder, List<Recorded> cases) {
    if (root.isArray()) {
      for (int i = 0; i < root.size(); i++) {
        cases.add(readOne(new Place(file, "/" + i), root.get(i)));
      }
    } else if (!fromFolder || root.has(CONSULTATIONS) || root.has(StoryFile.EVENTS)) {
      cases.add(readOne(new Place(file, ""), root));
    }
  }

  private static Recorded readOne(Place place, JsonNode node) {
    return node.has(StoryFile.EVENTS) ? new StoryFile(place.file().toString(), place.pointer()).read(node)
        : readCase(place, node);
  }

  private static RecordedCase readCase(Place place, JsonNode node) {
    if (!node.isObject()) {
      throw place.fault("Hier muss ein Fall stehen (ein JSON-Objekt).");
    }
    JsonNode paper = node.path("paper");
    if (!paper.isObject()) {
      throw place.at("/paper").fault("Hier muss die Vorlage stehen (ein JSON-Objekt).");
    }
    JsonNode entries = node.path(CONSULTATIONS);
    if (!entries.isArray()) {
      throw place.at("/consultations").fault("Hier muss die Liste der Beratungen stehen.");
    }
    List<RecordedCase.Entry> consultations = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      consultations.add(readEntry(place.at("/consultations/" + i), entries.get(i), i + 1));
    }
    consultations.sort(Comparator.comparingInt(RecordedCase.Entry::order));
    Place paperPlace = place.at("/paper");
    String id = numberOrText(place, node, "id", NAME_LIMIT);
    String type = text(paperPlace, paper, "type", TEXT_LIMIT);
    String name = line(numberOrText(paperPlace, paper, "name", TEXT_LIMIT));
    String municipality = text(place, node, "municipality", NAME_LIMIT);
    return new RecordedCase(id == null ? place.file().getFileName().toString().replaceFirst("\\.json$", "") : id,
        municipality == null ? "Unbekannte Gemeinde" : municipality,
        numberOrText(paperPlace, paper, "reference", NAME_LIMIT), name == null ? "(ohne Betreff)" : name,
        type == null ? "unknown" : type, List.copyOf(consultations), complete(place, node));
  }

  private static RecordedCase.Entry readEntry(Place place, JsonNode node, int position) {
    if (!node.isObject()) {
      throw place.fault("Hier muss eine Beratung stehen (ein JSON-Objekt).");
    }
    String organization = text(place, node, "organization", TEXT_LIMIT);
    if (organization == null) {
      throw place.at("/organization").fault("Das Gremium fehlt.");
    }
    JsonNode order = node.path("order");
    if (!order.isMissingNode() && !order.isNull() && !order.canConvertToInt()) {
      throw place.at("/order").fault("Hier muss eine ganze Zahl stehen.");
    }
    String date = numberOrText(place, node, "date", TEXT_LIMIT);
    boolean printed = date != null && !PrintedDay.isMissing(date);
    LocalDate day = printed ? PrintedDay.parseOrNull(date) : null;
    if (printed && day == null) {
      throw place.at("/date").fault("„" + date + "“ ist kein Datum (erwartet: 2020-01-14 oder 14.01.2020).");
    }
    return new RecordedCase.Entry(order.isInt() ? order.intValue() : position, organization, day,
        text(place, node, "role", TEXT_LIMIT), text(place, node, "result", TEXT_LIMIT), text(place, node, "vote", TEXT_LIMIT));
  }

  private static boolean complete(Place place, JsonNode node) {
    JsonNode complete = node.path("complete");
    if (!complete.isMissingNode() && !complete.isNull() && !complete.isBoolean()) {
      throw place.at("/complete").fault("Hier muss true oder false stehen.");
    }
    return complete.asBoolean(false);
  }

  /** Who writes a number without quotes means its digits. */
  private static String numberOrText(Place place, JsonNode node, String field, int limit) {
    JsonNode value = node.path(field);
    return value.isIntegralNumber() ? limited(place, field, value.asText(), limit) : text(place, node, field, limit);
  }

  private static String text(Place place, JsonNode node, String field, int limit) {
    JsonNode value = node.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw place.at("/" + field).fault("Hier muss ein Text stehen.");
    }
    return limited(place, field, value.textValue(), limit);
  }

  private static String limited(Place place, String field, String text, int limit) {
    if (text.length() > limit || text.indexOf('\0') >= 0) {
      throw place.at("/" + field).fault("Der Text ist länger als " + limit
          + " Zeichen oder enthält Zeichen, die sich nicht speichern lassen.");
    }
    return text.isBlank() ? null : text.replace("\r\n", "\n").strip();
  }

  /** As the subject of a paper is kept: in one line. */
  private static String line(String text) {
    return text == null ? null : text.replaceAll("\\s+", " ");
  }

  private record Place(Path file, String pointer) {

    private Place at(String further) {
      return new Place(file, pointer + further);
    }

    private InputFault fault(String message) {
      return new InputFault(file.toString(), pointer, message);
    }
  }
}
