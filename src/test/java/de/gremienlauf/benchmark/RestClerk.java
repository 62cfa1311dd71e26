package de.gremienlauf.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.Capacity;
import de.gremienlauf.paper.SigningAuthority;
import de.gremienlauf.paper.SigningRights;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** Takes papers from the draft through four bodies over HTTP, with somebody who signs them. */
final class RestClerk {

  private static final int BODIES = 4;
  private static final int PAUSE = 25;
  private static final long PATIENCE = 60_000;

  private final Town town;
  private final Person writer;
  private final Person signatory;
  private final Deque<List<Map<String, Object>>> sequences = new ArrayDeque<>();

  /** What is there before a paper is begun: an office that co-signs, and bodies that meet today. */
  static final class Town {

    private final Council council;
    private final Meetings meetings;
    private final SigningRights rights;
    private final String name;
    private final String office;

    Town(ApplicationContext application) {
      this.council = application.getBean(Council.class);
      this.meetings = application.getBean(Meetings.class);
      this.rights = application.getBean(SigningRights.class);
      this.name = council.ownMunicipality();
      this.office = council.addOffice(name, "Mitzeichnend " + UUID.randomUUID(), null).id().toString();
    }

    private List<Map<String, Object>> sequence() {
      List<Map<String, Object>> stations = new ArrayList<>();
      for (int rank = 1; rank <= BODIES; rank++) {
        Organization body = council.addBody(name, "Ausschuss " + UUID.randomUUID(), null, null, null);
        Long meeting = meetings.ensure(body, LocalDate.now(), "15:30").id();
        stations.add(Map.of("organizationId", body.id(), "role", "NOTICE", "rank", rank, "meetingId", meeting));
      }
      return stations;
    }
  }

  RestClerk(People people, Town town) {
    this.town = town;
    this.writer = people.browser(UserGroups.ADMINISTRATORS);
    this.signatory = people.browser(UserGroups.ADMINISTRATORS, UserGroups.SIGNATORIES);
    town.rights.add(new SigningAuthority(null, town.name, signatory.id, "Dr. Muster", Capacity.OWN, null, null, false,
        null, null));
  }

  /** Lets so many papers find their bodies and meetings. */
  void prepare(int papers) {
    for (int paper = 0; paper < papers; paper++) {
      sequences.add(town.sequence());
    }
  }

  /** Takes all prepared papers through; the seconds of each. */
  List<Double> work() {
    List<Double> seconds = new ArrayList<>();
    while (!sequences.isEmpty()) {
      long begun = System.nanoTime();
      takeThrough(sequences.remove());
      seconds.add((System.nanoTime() - begun) / 1e9);
    }
    return seconds;
  }

  private void takeThrough(List<Map<String, Object>> sequence) {
    // The same twice in a short time would be taken for a second click.
    String subject = "Abschlussbericht " + UUID.randomUUID();
    JsonNode begun = ok(writer.post(writer.engine() + "/process-definition/key/paper/submit-form", variables(Map.of(
        "type", "Mitteilung", "subject", subject, "leadOffice", "V/50"))));
    String process = begun.get("id").asText();
    String draft = task("processInstanceId=" + process);
    long paper = ok(writer.get("/api/tasks/" + draft + "/paper")).get("paperId").asLong();
    submit(writer, draft, Map.of("subject", subject, "leadOffice", "V/50", "visibility", "public",
        "reasons", "Text der Mitteilung", "coSigningOffices", List.of(town.office)));
    String version = ok(writer.get("/api/papers/" + paper)).get("version").asText();
    ok(writer.put("/api/papers/" + paper + "/sequence", Map.of("version", version, "stations", sequence)));
    submit(writer, task("processInstanceId=" + process), Map.of("sequenceConfirmed", true));
    submit(writer, task("processInstanceId=" + process), Map.of("decision", "AGREED"));
    submit(signatory, task("processInstanceId=" + process),
        Map.of("decision", "SIGN", "signatory", "Dr. Muster", "capacity", "OWN"));
    String number = ok(writer.get(writer.engine() + "/history/process-instance/" + process))
        .get("businessKey").asText();
    // All bodies meet today, and a later station would wait for the others.
    for (int station = 1; station <= BODIES; station++) {
      submit(writer, task("taskDefinitionKey=Task_RecordResult&processInstanceBusinessKey="
          + number.replace(" ", "%20") + "%23" + station), Map.of("result", "Kenntnis genommen"));
    }
  }

  /** The first open task that is found; what a job brings about may take a moment. */
  private String task(String query) {
    long deadline = System.currentTimeMillis() + PATIENCE;
    while (System.currentTimeMillis() < deadline) {
      JsonNode found = ok(writer.get(writer.engine() + "/task?" + query));
      if (!found.isEmpty()) {
        return found.get(0).get("id").asText();
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    throw new IllegalStateException("No task for " + query);
  }

  private static void submit(Person person, String task, Map<String, Object> entered) {
    ok(person.post(person.engine() + "/task/" + task + "/submit-form", variables(entered)));
  }

  /** What is entered in a form, as the engine's REST interface wants it. */
  static Map<String, Object> variables(Map<String, Object> entered) {
    Map<String, Object> variables = new HashMap<>();
    entered.forEach((name, value) -> variables.put(name, value instanceof List<?> list
        ? Map.of("value", list.stream().map(one -> "\"" + one + "\"").toList().toString(), "type", "Json")
        : Map.of("value", value, "type", value.getClass().getSimpleName())));
    return Map.of("variables", variables);
  }

  private static JsonNode ok(Answer answer) {
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(answer.toString());
    }
    return answer.bytes().length == 0 ? null : answer.json();
  }
}
