package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A meeting and its day over the page's interface: dates, attendance, quorum, votes, elections, objections. */
class MeetingDayApiTest extends MeetingStory {

  private static final String PEN = "?client=fenster-1";

  @Autowired People people;
  @Autowired MinutesWorld minutesWorld;

  private final Map<String, Long> ids = new HashMap<>();
  private Organization committee;
  private Meeting meeting;
  private People.Person minuteTaker;
  private People.Person officer;

  @BeforeEach
  void committeeOfFive() {
    committee = council.addBody(city, "Bauausschuss", 5, null, null);
    for (String name : List.of("A1", "A2", "B1", "B2", "B3")) {
      seat(name, false);
    }
    seat("DA", true);
    meeting = plan(DAY);
    minuteTaker = people.browser("schriftfuehrung");
    officer = people.browser("gremienbuero");
  }

  private void seat(String name, boolean deputy) {
    Person person = council.person(city, name, null);
    ids.put(name, person.id());
    Membership seat = Membership.of(person, committee, "Mitglied", true, null, null)
        .inGroup(name.replaceAll("[D0-9]", "")).on(Seat.COUNCIL_MEMBER);
    council.addMemberships(List.of(deputy ? seat.asDeputyOf(null) : seat));
  }

  private String path(String act) {
    return "/api/meetings/" + meeting.id() + act;
  }

  private Answer act(People.Person person, String path, Map<String, Object> body) {
    return person.post(path + PEN + "&request=" + UUID.randomUUID(), body);
  }

  private void done(Answer answer) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    clerk.runDueJobs();
  }

  private static void refused(Answer answer, String message) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
    assertThat(answer.message()).contains(message);
  }

  private Answer attend(String act, String name, String at, String deputyFor) {
    Map<String, Object> body = new HashMap<>(Map.of("act", act, "personId", ids.get(name), "at", at));
    if (deputyFor != null) {
      body.put("deputyFor", ids.get(deputyFor));
    }
    return act(minuteTaker, path("/attendance"), body);
  }

  private JsonNode page(People.Person person) {
    return person.get(path("")).json();
  }

  private JsonNode quorum() {
    return page(minuteTaker).path("quorum");
  }

  private String state(String name) {
    for (JsonNode one : page(minuteTaker).path("attendance")) {
      if (one.path("name").asText().equals(name)) {
        return one.path("state").asText();
      }
    }
    return null;
  }

  private JsonNode shown(People.Person person, Long itemId) {
    for (JsonNode one : page(person).path("items")) {
      if (one.path("id").asLong() == itemId) {
        return one;
      }
    }
    throw new AssertionError("Not on the page: " + itemId);
  }

  /** Lets the day come, with the minute taker holding the pen. */
  private void begin() {
    reach(meeting);
    done(minuteTaker.post(path("/editor") + PEN, Map.of()));
  }

  @Test
  void theOfficeMovesJoinsAndCallsOff() {
    Map<String, Object> move = Map.of("day", LATER.toString(), "startTime", "9:05", "location", "Bürgerhaus",
        "reason", "Saal belegt");
    for (String act : List.of("/move", "/joint", "/cancel")) {
      assertThat(minuteTaker.post(path(act), move).status()).isEqualTo(403);
      assertThat(officer.post("/api/meetings/999999" + act, move).status()).isEqualTo(404);
    }
    refused(officer.post(path("/move"), Map.of("day", LATER.toString())), "Grund");
    refused(officer.post(path("/move"), Map.of("reason", "x")), "Tag");
    refused(officer.post(path("/move"), Map.of("day", "2026-01-01", "reason", "x")), "Vergangenheit");
    refused(officer.post(path("/move"), Map.of("day", LATER.toString(), "startTime", "abends", "reason", "x")),
        "Uhrzeit");
    done(officer.post(path("/move"), move));
    assertThat(now(meeting)).returns(LATER, Meeting::day).returns("09:05", Meeting::startTime)
        .returns("Bürgerhaus", Meeting::location).returns("Saal belegt", Meeting::changeReason);
    refused(officer.post(path("/joint"), Map.of("organizationIds", List.of(), "reason", "x")), "weiteres Gremium");
    Long finance = body("Finanzausschuss").id();
    done(officer.post(path("/joint"), Map.of("organizationIds", List.of(finance), "reason", "Haushalt")));
    assertThat(now(meeting).bodies()).containsExactly(committee.id(), finance);
    JsonNode background = officer.get(path("/background")).json();
    assertThat(background.path("submission").path("steps")).isNotEmpty();
    assertThat(background.path("invitation").path("date").asText()).isEqualTo(now(meeting).inviteUntil().toString());
    assertThat(background.path("events").findValuesAsText("description")).anyMatch(one -> one.contains("Verlegt von"));
    assertThat(people.browser("sachbearbeitung").get(path("/background")).json().path("events")).isEmpty();
    done(officer.post(path("/cancel"), Map.of("reason", "Keine Vorlagen")));
    assertThat(now(meeting).state()).isEqualTo(MeetingState.CANCELLED);
    refused(officer.post(path("/cancel"), Map.of("reason", "Noch einmal")), "nicht mehr absagen");
    assertThat(page(officer).path("cancellable").asBoolean()).isFalse();
  }

  @Test
  void whoComesGoesAndVotesIsKept() {
    Long item = request(meeting, "Antrag", true, null);
    begin();
    assertThat(quorum().path("attendanceKept").asBoolean()).isFalse();
    done(attend("EXCUSE", "A2", "15:30", null));
    done(attend("ARRIVE", "A1", "15:30", null));
    done(attend("ARRIVE", "B1", "15:30", null));
    assertThat(state("A2")).isEqualTo("EXCUSED");
    assertThat(quorum().path("present").asInt()).isEqualTo(2);
    assertThat(quorum().path("reached").asBoolean()).isFalse();
    assertThat(attend("ARRIVE", "DA", "15:40", "A1").status()).as("A1 sits there").isEqualTo(400);
    done(attend("ARRIVE", "DA", "15:40", "A2"));
    assertThat(quorum().path("present").asInt()).isEqualTo(3);
    assertThat(quorum().path("reached").asBoolean()).isTrue();
    done(act(minuteTaker, path("/quorum"), Map.of("quorate", true, "by", "Frau Vorsitz", "at", "15:45")));
    done(act(minuteTaker, "/api/items/" + item + "/exclusion",
        Map.of("personId", ids.get("B1"), "kind", "RECUSAL", "reason", "Anliegerin")));
    assertThat(shown(minuteTaker, item).path("excluded").get(0).path("personId").asLong()).isEqualTo(ids.get("B1"));
    Map<String, Object> counted = Map.of("entry", Map.of("at", "15:50", "yes", 2, "no", 0, "abstentions", 0,
        "groups", List.of(Map.of("group", "A", "yes", 2, "no", 0, "abstentions", 0)),
        "named", Map.of(), "points", List.of()));
    done(act(minuteTaker, "/api/items/" + item + "/vote", counted));
    JsonNode sheet = minuteTaker.get("/api/items/" + item + "/vote").json();
    assertThat(sheet.path("entitled").asInt()).isEqualTo(2);
    assertThat(sheet.path("groups").get(0).path("yes").asInt()).isEqualTo(2);
    assertThat(sheet.path("computed").asText()).isEqualTo("ACCEPTED");
    done(attend("LEAVE", "B1", "16:40", null));
    assertThat(state("B1")).isEqualTo("LEFT");
    assertThat(quorum().path("present").asInt()).isEqualTo(2);
    done(attend("UNDO", "B1", "16:41", null));
    assertThat(state("B1")).isEqualTo("PRESENT");
    Map<String, Object> incapacity = Map.of("quorate", false, "by", "Frau Vorsitz", "at", "17:00");
    refused(act(minuteTaker, path("/quorum"), incapacity), "beschlussfähig: 3 von 5");
    done(attend("LEAVE", "B1", "16:45", null));
    done(act(minuteTaker, path("/quorum"), incapacity));
    assertThat(quorum().path("incapacityEstablished").asBoolean()).isTrue();
    assertAReaderOnlyReads(item, counted);
  }

  private void assertAReaderOnlyReads(Long item, Map<String, Object> counted) {
    People.Person reader = people.browser("sachbearbeitung");
    JsonNode page = page(reader);
    assertThat(page.path("mayWrite").asBoolean()).isFalse();
    assertThat(page.path("mayArrange").asBoolean()).isFalse();
    assertThat(page.path("attendance")).isEmpty();
    assertThat(page.path("quorum").path("incapacityEstablished").asBoolean()).isTrue();
    assertThat(shown(reader, item).path("excluded")).isEmpty();
    assertThat(act(reader, path("/attendance"), Map.of("act", "ARRIVE_ALL")).status()).isEqualTo(403);
    assertThat(act(reader, path("/quorum"), Map.of("quorate", true, "by", "x")).status()).isEqualTo(403);
    assertThat(act(reader, "/api/items/" + item + "/vote", counted).status()).isEqualTo(403);
    assertThat(act(reader, "/api/items/" + item + "/election", Map.of("treat", true)).status()).isEqualTo(403);
    assertThat(reader.get("/api/items/" + item + "/vote").status()).isEqualTo(403);
    assertThat(reader.get(path("/objections")).status()).isEqualTo(403);
  }

  @Test
  void anElectionIsHeldBallotByBallot() {
    Long item = request(meeting, "Antrag", true, null);
    begin();
    String election = "/api/items/" + item + "/election";
    Map<String, Object> setUp = Map.of("setUp", Map.of("kind", "SINGLE", "position", "Vorsitz", "seats", 1));
    refused(act(minuteTaker, election, setUp), "keine Wahl");
    done(act(minuteTaker, election, Map.of("treat", true)));
    assertThat(shown(minuteTaker, item).path("kind").asText()).isEqualTo("ELECTION");
    assertThat(minuteTaker.get(election).status()).isEqualTo(404);
    done(act(minuteTaker, election, setUp));
    done(act(minuteTaker, election, ballot(1, 10, Map.of("A1", 4, "B1", 4, "B2", 2))));
    assertThat(minuteTaker.get(election).json().path("state").asText()).isEqualTo("SECOND_BALLOT");
    refused(act(minuteTaker, election, Map.of("treat", false)), "schon gewählt");
    done(act(minuteTaker, election, ballot(2, 10, Map.of("A1", 5, "B1", 5))));
    assertThat(minuteTaker.get(election).json().path("state").asText()).isEqualTo("LOT");
    refused(act(minuteTaker, election, Map.of("lotWinners", Set.of("A1", "B1"), "lotDrawnBy", "Frau Vorsitz")),
        "Das Los entscheidet");
    done(act(minuteTaker, election, Map.of("lotWinners", Set.of("B1"), "lotDrawnBy", "Frau Vorsitz")));
    JsonNode sheet = minuteTaker.get(election).json();
    assertThat(sheet.path("elected").get(0).asText()).isEqualTo("B1");
    assertThat(sheet.path("explanation").asText()).contains("Los ist auf B1 gefallen");
    done(act(minuteTaker, election, Map.of("reset", true)));
    done(act(minuteTaker, election, Map.of("treat", false)));
    assertThat(item(item).kind()).isEqualTo(AgendaItemKind.PAPER);
    done(act(minuteTaker, "/api/items", Map.of("meetingId", meeting.id(), "title", "Wahl der Schriftführung",
        "publicItem", true, "reason", "äußerst dringlich", "election", true)));
    assertThat(agenda.of(meeting.id())).filteredOn(one -> one.title().equals("Wahl der Schriftführung"))
        .extracting(ItemDetails::kind).containsExactly(AgendaItemKind.ELECTION);
  }

  private static Map<String, Object> ballot(int number, int cast, Map<String, Integer> votes) {
    return Map.of("ballot", Map.of("number", number, "cast", cast, "invalid", 0, "noVotes", 0, "votes", votes));
  }

  @Test
  void objectionsAreRaisedInALaterMeeting() {
    Meeting earlier = minutesWorld.meeting(committee, DAY.minusDays(28), held -> {
      held.state = MeetingState.MINUTES_RELEASED;
      held.minutesReleasedOn = DAY.minusDays(7);
    });
    AgendaItem item = minutesWorld.item(earlier, "Ö 1", "Spielplatz", held -> held.state = AgendaItemState.CONCLUDED);
    begin();
    JsonNode choices = minuteTaker.get(path("/objections")).json();
    assertThat(choices.findValuesAsText("meetingId")).containsExactly(earlier.id().toString());
    assertThat(choices.get(0).path("items").get(0).path("label").asText()).isEqualTo("Ö 1 Spielplatz");
    Map<String, Object> raised = Map.of("meetingId", earlier.id(), "itemId", item.id, "publicPart", true, "by",
        "Frau A1", "text", "Die Kosten waren 5.000 Euro.", "accepted", true);
    done(act(minuteTaker, path("/objections"), raised));
    refused(act(minuteTaker, path("/objections"), Map.of("meetingId", earlier.id(), "by", "Frau A1")),
        "wer welche Einwendung");
    JsonNode objection = minuteTaker.get(path("/background")).json().path("objections").get(0);
    assertThat(objection.path("item").asText()).isEqualTo("Ö 1 Spielplatz");
    assertThat(objection.path("accepted").asBoolean()).isTrue();
    assertThat(people.browser("sachbearbeitung").get(path("/background")).json().path("objections")).isEmpty();
  }
}
