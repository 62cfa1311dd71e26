package de.gremienlauf.replay;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.funding.FindingCode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the story of a project out of a file, and says in one sentence where it has a fault. */
class StoryFile {

  static final String EVENTS = "events";

  private static final String EVENT = "event";
  private static final int TEXT_LIMIT = 20_000;
  private static final Pattern MISSING = Pattern.compile("Missing required creator property '([^']+)'");

  private static final JsonMapper JSON = JsonMapper.builder()
      .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .addModule(new SimpleModule().addDeserializer(LocalDate.class, new Day())
          .addDeserializer(String.class, new Text()))
      .build();

  private final String file;
  private final String root;

  /** The root is the JSON pointer of the story in its file. */
  StoryFile(String file, String root) {
    this.file = file;
    this.root = root;
  }

  /** Throws {@link InputFault} if the story has a fault. */
  ProjectStory read(JsonNode node) {
    if (!(node instanceof ObjectNode story)) {
      throw fault("", "Hier muss eine Projektgeschichte stehen (ein JSON-Objekt).");
    }
    JsonNode told = story.path(EVENTS);
    if (!told.isArray() || told.isEmpty()) {
      throw fault("/events", "Hier muss die Liste der Ereignisse stehen.");
    }
    List<StoryEvent> events = new ArrayList<>();
    for (int i = 0; i < told.size(); i++) {
      events.add(event("/events/" + i, told.get(i)));
    }
    // Of one day in the order of the file.
    events.sort(Comparator.comparing(StoryEvent::date));
    ObjectNode rest = story.deepCopy();
    rest.remove(EVENTS);
    Frame frame = bind("", rest, Frame.class);
    if (frame.project() == null) {
      throw fault("/project", "Das Projekt fehlt.");
    }
    ProjectStory read = new ProjectStory(frame.id() == null ? "projekt" : frame.id(), frame.source(), frame.note(),
        frame.invented(), frame.municipality() == null ? "Unbekannte Gemeinde" : frame.municipality(), frame.until(),
        frame.project(), orEmpty(frame.bodies()), events, orEmpty(frame.facts()), frame.findings());
    checkReferences(read);
    return read;
  }

  private record Frame(String id, String source, String note, boolean invented, String municipality, LocalDate until,
      ProjectStory.Project project, List<ProjectStory.Body> bodies, List<ProjectStory.Fact> facts,
      List<FindingCode> findings) {
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }

  private StoryEvent event(String pointer, JsonNode node) {
    if (!(node instanceof ObjectNode)) {
      throw fault(pointer, "Hier muss ein Ereignis stehen (ein JSON-Objekt).");
    }
    ObjectNode rest = node.deepCopy();
    JsonNode kind = rest.remove(EVENT);
    Class<? extends Deed> type = kind == null ? null : Deed.KINDS.get(kind.asText());
    if (type == null) {
      throw fault(pointer + "/event", kind == null ? "Es fehlt, was geschah." : "Das Ereignis „" + kind.asText()
          + "“ ist nicht bekannt (erwartet: " + String.join(", ", Deed.KINDS.keySet()) + ").");
    }
    ObjectNode common = rest.objectNode();
    for (String field : List.of("date", "assumed", "project", "source", "note")) {
      JsonNode value = rest.remove(field);
      if (value != null) {
        common.set(field, value);
      }
    }
    Common read = bind(pointer, common, Common.class);
    if (read.date() == null) {
      throw fault(pointer + "/date", "Der Tag fehlt.");
    }
    return new StoryEvent(kind.asText(), read.date(), read.assumed() == null ? Assumed.NOTHING : read.assumed(),
        read.project(), read.source(), read.note(), root + pointer, bind(pointer, rest, type));
  }

  private record Common(LocalDate date, Assumed assumed, String project, String source, String note) {
  }

  private <T> T bind(String pointer, JsonNode node, Class<T> type) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonMappingException e) {
      String at = e.getPath().stream()
          .map(step -> "/" + (step.getFieldName() == null ? step.getIndex() : step.getFieldName()))
          .collect(Collectors.joining());
      Matcher missing = MISSING.matcher(e.getOriginalMessage());
      if (missing.find()) {
        String field = missing.group(1);
        throw fault(pointer + (at.endsWith("/" + field) ? at : at + "/" + field), "Diese Angabe fehlt.");
      }
      throw fault(pointer + at, sentence(e));
    } catch (IOException e) {
      throw fault(pointer, "Das ist nicht lesbar.");
    }
  }

  private static String sentence(JsonMappingException fault) {
    if (fault instanceof UnrecognizedPropertyException) {
      return "Eine solche Angabe gibt es hier nicht.";
    }
    if (fault instanceof Unfit || fault instanceof ValueInstantiationException && fault.getCause() != null) {
      return fault instanceof Unfit ? fault.getOriginalMessage() : fault.getCause().getMessage();
    }
    Class<?> type = fault instanceof MismatchedInputException mismatch ? mismatch.getTargetType() : null;
    if (type != null && type.isEnum() && fault instanceof InvalidFormatException format) {
      return "„" + format.getValue() + "“ ist hier nicht vorgesehen (erwartet: " + words(type) + ").";
    }
    if (type == null) {
      return "Das ist hier nicht vorgesehen.";
    }
    if (Number.class.isAssignableFrom(type) || type == int.class) {
      return "Hier muss eine Zahl stehen.";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "Hier muss true oder false stehen.";
    }
    return Collection.class.isAssignableFrom(type) ? "Hier muss eine Liste stehen."
        : "Hier muss ein JSON-Objekt stehen.";
  }

  private static String words(Class<?> type) {
    return Stream.of(type.getEnumConstants()).map(constant -> JSON.convertValue(constant, String.class))
        .collect(Collectors.joining(", "));
  }

  /** What events name has to be told of: projects, bodies of projects, partners, topics, concepts. */
  private void checkReferences(ProjectStory story) {
    Set<String> projects = named(story, Deed.FollowUp.class, followUp -> followUp.later().key());
    projects.addAll(named(story, Deed.OtherProject.class, begun -> begun.other().key()));
    projects.add(story.project().key());
    Set<String> bodies = story.bodies().stream().map(ProjectStory.Body::name).collect(Collectors.toSet());
    for (int i = 0; i < story.bodies().size(); i++) {
      for (String project : story.bodies().get(i).projects()) {
        known(root + "/bodies/" + i + "/projects", project, projects);
      }
    }
    Set<String> partners = named(story, Deed.Partner.class, Deed.Partner::name);
    Set<String> topics = named(story, Deed.Topic.class, Deed.Topic::name);
    Set<String> concepts = named(story, Deed.Concept.class, Deed.Concept::name);
    for (int i = 0; i < story.facts().size(); i++) {
      List<ProjectStory.Check> checks = story.facts().get(i).checks();
      for (int j = 0; j < checks.size(); j++) {
        if (!StoryReader.knows(checks.get(j).of())) {
          throw fault("/facts/" + i + "/checks/" + j + "/of", "Was ist „" + checks.get(j).of() + "“?");
        }
      }
    }
    for (StoryEvent event : story.events()) {
      String at = event.pointer();
      known(at + "/project", event.project(), projects);
      if (event.deed() instanceof Deed.Meeting meeting) {
        known(at + "/body", meeting.body(), bodies);
        for (int i = 0; i < meeting.items().size(); i++) {
          known(at + "/items/" + i + "/concept", meeting.items().get(i).concept(), concepts);
        }
      } else if (event.deed() instanceof Deed.Agreement agreement) {
        known(at + "/partner", agreement.partner(), partners);
      } else if (event.deed() instanceof Deed.PartnerProof proof) {
        known(at + "/partner", proof.partner(), partners);
      } else if (event.deed() instanceof Deed.Outcome outcome) {
        known(at + "/topic", outcome.topic(), topics);
      } else if (event.deed() instanceof Deed.OpenPoint point) {
        known(at + "/concept", point.concept(), concepts);
      } else if (event.deed() instanceof Deed.Paper paper) {
        if (paper.stations().isEmpty()) {
          throw new InputFault(file, at + "/stations", "Hier müssen die Gremien stehen.");
        }
        paper.also().forEach(other -> known(at + "/also", other, projects));
      }
    }
  }

  private static <T extends Deed> Set<String> named(ProjectStory story, Class<T> kind,
      Function<T, String> name) {
    return story.events().stream().map(StoryEvent::deed).filter(kind::isInstance).map(kind::cast).map(name)
        .filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
  }

  private void known(String pointer, String name, Set<String> known) {
    if (name != null && !known.contains(name)) {
      throw new InputFault(file, pointer, "Von „" + name + "“ erzählt die Geschichte sonst nichts.");
    }
  }

  private InputFault fault(String pointer, String message) {
    return new InputFault(file, root + pointer, message);
  }

  /** A value that does not fit, with the sentence that says why. */
  private static final class Unfit extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    private Unfit(JsonParser parser, String sentence) {
      super(parser, sentence);
    }
  }

  private static final class Day extends JsonDeserializer<LocalDate> {

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      LocalDate day = GermanDate.parseOrNull(parser.getText());
      if (day == null) {
        throw new Unfit(parser, "„" + parser.getText() + "“ ist kein Datum (erwartet: 2020-01-14 oder 14.01.2020).");
      }
      return day;
    }
  }

  private static final class Text extends JsonDeserializer<String> {

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.currentToken().isScalarValue() || parser.currentToken().isNumeric()
          || parser.currentToken().isBoolean()) {
        throw new Unfit(parser, "Hier muss ein Text stehen.");
      }
      String text = parser.getText().strip();
      if (text.isEmpty() || text.length() > TEXT_LIMIT || text.indexOf('\0') >= 0) {
        throw new Unfit(parser, "Der Text ist leer, länger als " + TEXT_LIMIT
            + " Zeichen oder enthält Zeichen, die sich nicht speichern lassen.");
      }
      return text;
    }
  }
}
