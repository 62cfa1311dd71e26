package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.gremienlauf.funding.FindingCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stories of projects as files: what is read, what is refused, and that the published schema says the same. */
class StoryFileTest {

  private static final Path CASES = Path.of("cases");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PROJECT = "'project':{'key':'p','name':'P','programme':'Q','leadOffice':'Amt'}";
  private static final String ARCHIVE = "{'event':'archive','date':'2020-01-01'}";

  @ParameterizedTest
  @ValueSource(strings = {"einwanderung-gestalten-nrw", "willkommen-und-ankommen", "digitale-quartiere"})
  void everyStoryIsReadAndValid(String id) throws IOException {
    Path file = CASES.resolve(id + ".json");
    ProjectStory story = (ProjectStory) new CaseFiles().read(List.of(file)).get(0);
    assertThat(story.id()).isEqualTo(id);
    assertThat(story.events()).isSortedAccordingTo((one, other) -> one.date().compareTo(other.date()));
    assertThat(story.facts()).isNotEmpty().allSatisfy(fact -> assertThat(fact.checks()).isNotEmpty());
    assertThat(schema().validate(JSON.readTree(file.toFile()))).isEmpty();
  }

  @Test
  void onlyTheInventedStorySaysThatItIsInvented() {
    assertThat(stories().filter(ProjectStory::invented).map(ProjectStory::id)).containsExactly("digitale-quartiere");
  }

  @Test
  void theStoryOfTheFinalReportHasItsFortyEightFacts() {
    ProjectStory story = stories().filter(one -> one.id().equals("einwanderung-gestalten-nrw")).findFirst()
        .orElseThrow();
    assertThat(story.facts()).extracting(ProjectStory.Fact::n)
        .containsExactlyElementsOf(Stream.iterate(1, n -> n + 1).limit(48).toList());
  }

  @Test
  void theSchemaKnowsTheSameEventsWithTheSameProperties() throws IOException {
    JsonNode definitions = JSON.readTree(CASES.resolve("project-story.schema.json").toFile()).path("definitions");
    Set<String> kinds = new LinkedHashSet<>();
    definitions.path("event").path("properties").path("event").path("enum").forEach(kind -> kinds.add(kind.asText()));
    assertThat(kinds).isEqualTo(new LinkedHashSet<>(Deed.KINDS.keySet()));
    Deed.KINDS.forEach((kind, type) -> {
      Set<String> told = new TreeSet<>(List.of("event", "date", "assumed", "project", "source", "note"));
      Stream.of(type.getRecordComponents()).forEach(component -> told.add(component.getName()));
      Set<String> described = new TreeSet<>();
      definitions.path("event-" + kind).path("properties").fieldNames().forEachRemaining(described::add);
      assertThat(described).as(kind).isEqualTo(told);
    });
    List<String> findings = new ArrayList<>();
    definitions.path("finding").path("enum").forEach(code -> findings.add(code.asText()));
    assertThat(findings).containsExactlyInAnyOrderElementsOf(
        Stream.of(FindingCode.values()).map(Enum::name).toList());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
      "{'events':[]} | /events | Ereignisse",
      "{'events':[{}]} | /events/0/event | Es fehlt, was geschah",
      "{'events':[{'event':'party','date':'2020-01-01'}]} | /events/0/event | „party“",
      "{'events':[{'event':'archive'}]} | /events/0/date | Der Tag fehlt",
      "{'events':[{'event':'archive','date':'31.02.2020'}]} | /events/0/date | ist kein Datum",
      "{'events':[{'event':'archive','date':'2020-01-01','assumed':'ja'}]} | /events/0/assumed | true",
      "{'events':[{'event':'topic','date':'2020-01-01'}]} | /events/0/name | fehlt",
      "{'events':[{'event':'topic','date':'2020-01-01','name':3}]} | /events/0/name | ein Text",
      "{'events':[{'event':'topic','date':'2020-01-01','name':'T','x':1}]} | /events/0/x | gibt es hier",
      "{'events':[{'event':'notice','date':'2020-01-01','decides':'OK'}]} | /events/0/decides | GRANT",
      "{'events':[{'event':'fundsCall','date':'2020-01-01','amount':'5'}]} | /events/0/amount | eine Zahl",
      "{'events':[{'event':'abort','date':'2020-01-01','reason':' '}]} | /events/0/reason | leer",
      "{'events':[ARCHIVE]} | /project | fehlt",
      "{PROJECT,'events':[{'event':'agreement','date':'2020-01-01','partner':'X'}]} | /events/0/partner | „X“",
      "{PROJECT,'events':[{'event':'archive','date':'2020-01-01','project':'q'}]} | /events/0/project | „q“",
      "{PROJECT,'events':[ARCHIVE],'facts':[{'n':1,'text':'T','checks':[{'of':'x'}]}]} | /facts/0/checks/0/of | „x“",
      "{PROJECT,'events':[ARCHIVE],'bodies':[{'name':'B','kind':'Verein'}]} | /bodies/0/kind | Projektgremium",
      "{PROJECT,'events':[ARCHIVE],'bodies':[{'name':'B','kind':'Gremium','projects':['q']}]}"
          + " | /bodies/0/projects | „q“",
      "{PROJECT,'events':[ARCHIVE],'findings':['HUH']} | /findings/0 | EXTENSION_GAP",
      "{PROJECT,'events':[ARCHIVE],'until':7} | /until | ist kein Datum",
      "[{PROJECT,'events':[ARCHIVE]},{'events':7}] | /1/events | Ereignisse"})
  void faultsAreNamedWithFileAndPlace(String content, String place, String sentence, @TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("geschichte.json"), content.replace("PROJECT", PROJECT)
        .replace("ARCHIVE", ARCHIVE).replace('\'', '"'));
    assertThatThrownBy(() -> new CaseFiles().read(List.of(file))).isInstanceOf(InputFault.class)
        .hasMessageContaining(file + ", " + place + ": ").hasMessageContaining(sentence);
  }

  private static Stream<ProjectStory> stories() {
    return new CaseFiles().read(List.of(CASES)).stream().filter(ProjectStory.class::isInstance)
        .map(ProjectStory.class::cast);
  }

  private static JsonSchema schema() throws IOException {
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
        .getSchema(Files.readString(CASES.resolve("project-story.schema.json")));
  }
}
