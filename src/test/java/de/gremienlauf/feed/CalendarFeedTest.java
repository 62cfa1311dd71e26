package de.gremienlauf.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.document.Conformance;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Calendars by secret links, read as calendar programs do, and the calendar of a year. */
@IntegrationTest
class CalendarFeedTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final LocalDate MEETING = LocalDate.of(2026, 4, 16);

  @Autowired People people;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired MeetingCalendar calendar;
  @Autowired Clerk clerk;

  private final String name = "Ausschuß für Größe, Maß & Ziel; " + UUID.randomUUID().toString().substring(0, 8);
  private Organization body;
  private Long meeting;

  @BeforeEach
  void plan() {
    clerk.onDay(TODAY);
    body = council.addBody(council.ownMunicipality(), name, null, null, null);
    meeting = meetings.plan(body, MEETING, "15:30", MeetingKind.REGULAR).id();
    clerk.runDueJobs();
  }

  @AfterEach
  void callOff() {
    if (meetings.get(meeting).state().takesItems()) {
      calendar.cancel(meeting, "Der Versuch ist vorbei.");
      clerk.runDueJobs();
    }
    EngineClock.reset();
  }

  private static String link(Person person, Long organizationId) {
    Answer made = person.post("/api/settings/calendars",
        organizationId == null ? Map.of() : Map.of("organizationId", organizationId));
    assertThat(made.status()).isEqualTo(201);
    return made.json().path("path").asText();
  }

  private List<VEvent> events(String path) throws Exception {
    Answer answer = people.stranger().get(path);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).startsWith("text/calendar");
    Calendar read = new CalendarBuilder().build(new StringReader(answer.body()));
    assertThat(read.getMethod().getValue()).isEqualTo("PUBLISH");
    return read.getComponents("VEVENT");
  }

  @Test
  void whoHasTheLinkReadsTheMeetingsOfTheBody() throws Exception {
    Person clerkOfABody = people.browser("sachbearbeitung");
    String path = link(clerkOfABody, body.id());
    assertThat(events(path)).singleElement().satisfies(event -> {
      assertThat(event.getSummary().getValue()).isEqualTo("Sitzung " + name);
      assertThat(event.getDateTimeStart().getDate().toString()).startsWith("2026-04-16T15:30");
      assertThat(event.getDescription().getValue()).startsWith("Vorlagen abzugeben bis ");
    });
    String before = events(path).get(0).getSequence().getValue();

    calendar.move(meeting, MEETING.plusDays(7), "17:00", "Rathaus", "Der Saal ist belegt.");
    assertThat(events(path)).singleElement().satisfies(event -> {
      assertThat(event.getDateTimeStart().getDate().toString()).startsWith("2026-04-23T17:00");
      assertThat(Integer.parseInt(event.getSequence().getValue())).isGreaterThan(Integer.parseInt(before));
    });
    calendar.cancel(meeting, "Keine Punkte.");
    assertThat(events(path).get(0).getStatus().getValue()).isEqualTo("CANCELLED");
  }

  @Test
  void whatHasNoTimeComesAfterWhatHasOne() throws Exception {
    Long untimed = meetings.plan(body, MEETING, null, MeetingKind.SPECIAL).id();
    clerk.runDueJobs();
    try {
      assertThat(events(link(people.browser("sachbearbeitung"), body.id())))
          .extracting(event -> event.getSummary().getValue())
          .containsExactly("Sitzung " + name, "Sondersitzung " + name);
    } finally {
      calendar.cancel(untimed, "Der Versuch ist vorbei.");
      clerk.runDueJobs();
    }
  }

  @Test
  void aPersonSeesOwnMeetingsOnly() throws Exception {
    Person member = people.browser("sachbearbeitung");
    String path = link(member, null);
    assertThat(events(path)).isEmpty();
    council.addMembership(council.person(council.ownMunicipality(), "Erika " + member.id, member.id), body, "Mitglied",
        true, null, MEETING);
    assertThat(events(path)).hasSize(1);
    calendar.move(meeting, MEETING.plusDays(1), "15:30", null, "Der Saal ist belegt.");
    assertThat(events(path)).as("after the end of the membership").isEmpty();
  }

  @Test
  void aLinkIsTakenBackByItsOwnerAlone() {
    Person owner = people.browser("sachbearbeitung");
    String path = link(owner, body.id());
    String id = owner.get("/api/settings/calendars").json().path(0).path("id").asText();
    assertThat(owner.get("/api/settings/calendars").body()).contains("2026-03-02").doesNotContain(path.substring(10));
    assertThat(people.browser("gremienbuero").delete("/api/settings/calendars/" + id).status()).isEqualTo(404);
    assertThat(people.stranger().get(path).status()).isEqualTo(200);
    assertThat(owner.delete("/api/settings/calendars/" + id).status()).isEqualTo(204);
    assertThat(people.stranger().get(path).status()).isEqualTo(404);
    assertThat(owner.delete("/api/settings/calendars/" + id).message()).isEqualTo("Diesen Link gibt es nicht (mehr).");
    assertThat(people.stranger().get("/kalender/geraten").status()).isEqualTo(404);
    assertThat(owner.post("/api/settings/calendars", Map.of("organizationId", 987654321)).message())
        .isEqualTo("Bitte wählen Sie ein Gremium aus.");
  }

  @Test
  void theYearIsAPageAndAPdf() throws Exception {
    Person reader = people.browser("sachbearbeitung");
    assertThat(reader.get("/api/year-calendar?year=2026").json().path("meetings"))
        .anySatisfy(entry -> assertThat(entry.path("body").asText()).isEqualTo(name));
    byte[] pdf = reader.get("/api/year-calendar.pdf").bytes();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
          .contains("Sitzungskalender 2026", "April", "Do 16.04.2026 15:30 " + name.substring(0, 20));
    }
    assertThat(reader.get("/api/year-calendar?year=1900").message())
        .isEqualTo("Bitte wählen Sie ein Jahr zwischen 2016 und 2036.");
    assertThat(reader.get("/api/year-calendar?year=2035").json().path("meetings")).isEmpty();
    assertThat(reader.get("/api/year-calendar.pdf?year=2035").status()).isEqualTo(200);
  }
}
