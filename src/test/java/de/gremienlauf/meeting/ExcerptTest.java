package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperExcerpts;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.Results;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.MailServer;
import de.gremienlauf.support.People;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The model {@code excerpt}: what a paper and its lead office get of a meeting. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class ExcerptTest {

  private static final String BODY = "Sozialausschuss";
  private static final LocalDate DAY = LocalDate.of(2026, 3, 17);

  @Autowired PaperWorld papers;
  @Autowired PaperExcerpts excerpts;
  @Autowired MinutesWorld world;
  @Autowired Agenda agenda;
  @Autowired AgendaItemRepository items;
  @Autowired MeetingRepository meetings;
  @Autowired Minutes minutes;
  @Autowired Votes votes;
  @Autowired Results results;
  @Autowired Council council;
  @Autowired DocumentStore store;
  @Autowired RuntimeService runtime;
  @Autowired Clerk clerk;
  @Autowired People people;

  private final String office = "amt-" + UUID.randomUUID() + "@stadt.example";
  private PaperWorld.City city;

  @BeforeEach
  void begin() {
    MailServer.clear();
    clerk.onDay(LocalDate.of(2026, 2, 2));
    city = papers.city();
  }

  @AfterEach
  void letTimeRunAgain() {
    MailServer.clear();
    EngineClock.reset();
  }

  private PaperRun paper(Map<String, Object> draft) {
    Organization lead = city.office("V/50");
    council.mailTo(lead, office);
    city.body(BODY, DAY);
    return city.paper("Beschlussvorlage").draft(draft)
        .stations(new Wish(BODY, ConsultationRole.DECISION, 1, DAY)).confirm().sign();
  }

  private Meeting meeting(PaperRun paper) {
    return meetings.findById(paper.station(BODY).meetingId()).orElseThrow();
  }

  /** Releases the minutes of the paper's meeting without the tasks before. */
  private void release(PaperRun paper) {
    Long meeting = meeting(paper).id;
    minutes.present(meeting);
    minutes.pendingSignatures(meeting).forEach(signature -> minutes.sign(signature, "Sabine Schreiber"));
    minutes.release(meeting, null, null);
    minutes.publish(meeting);
    clerk.runDueJobs();
  }

  private String text(PaperRun paper, PaperDetails.ExcerptLine excerpt) {
    return MinutesWorld.text(excerpts.content(paper.id, excerpt.id()).bytes());
  }

  private static String words(MimeMessage mail) throws Exception {
    return mail.getContent() instanceof MimeMultipart parts ? (String) parts.getBodyPart(0).getContent()
        : (String) mail.getContent();
  }

  @Test
  void ofAJointMeetingItIsAboutTheBodyThatDealtWithTheMatter() throws Exception {
    Organization host = city.body("Bauausschuss", DAY);
    Meeting joint = meetings.on(host.id(), DAY).get(0);
    joint.kind = MeetingKind.JOINT;
    joint.join(city.body(BODY).id());
    meetings.save(joint);
    PaperRun paper = paper(Map.of());
    assertThat(meeting(paper).id).isEqualTo(joint.id);
    paper.result(BODY, "einstimmig beschlossen");
    assertThat(words(MailServer.mailsTo(office).get(0))).contains(BODY + ", Sitzung am 17.03.2026")
        .doesNotContain("Bauausschuss");
  }

  @Test
  void aResultUnderSignaturesIsNotCorrectedBeforeTheMinutesAreReleased() {
    PaperRun paper = paper(Map.of());
    paper.result(BODY, "einstimmig beschlossen");
    Long meeting = meeting(paper).id;
    minutes.present(meeting);
    List<Long> signatures = minutes.pendingSignatures(meeting);
    signatures.forEach(signature -> minutes.sign(signature, "Sabine Schreiber"));
    assertThatThrownBy(() -> paper.correct(BODY, "mehrheitlich beschlossen", "Verlesen"))
        .hasMessageContaining("schon unterzeichnet").hasMessageContaining("Ergebnisse");
    minutes.release(meeting, null, null);
    minutes.publish(meeting);
    clerk.runDueJobs();
    paper.correct(BODY, "mehrheitlich beschlossen", "Verlesen");
    assertThat(paper.station(BODY).excerpts()).extracting(PaperDetails.ExcerptLine::label).hasSize(4);
  }

  @Test
  void provisionalAtOnceAndCertifiedAfterTheMinutes() throws Exception {
    PaperRun paper = paper(Map.of());
    paper.result(BODY, "einstimmig beschlossen");

    List<PaperDetails.ExcerptLine> filed = paper.station(BODY).excerpts();
    assertThat(filed).extracting(PaperDetails.ExcerptLine::label)
        .containsExactly("Vorläufiger Beschlussauszug vom 17.03.2026");
    assertThat(paper.station(BODY).provisional()).isTrue();
    assertThat(text(paper, filed.get(0))).contains("Vorläufiger Beschlussauszug", "Der Rat beschließt.",
        "einstimmig beschlossen", "Vollziehbar ab");
    assertThat(MailServer.mailsTo(office)).hasSize(1);
    MimeMessage mail = MailServer.mailsTo(office).get(0);
    assertThat(mail.getSubject()).startsWith("Vorläufiger Beschlussauszug zu " + paper.details().reference());
    assertThat(words(mail)).contains("anbei", "vorläufig");
    assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
    MailServer.clear();

    release(paper);

    assertThat(paper.station(BODY).provisional()).isFalse();
    assertThat(paper.station(BODY).excerpts()).extracting(PaperDetails.ExcerptLine::label).containsExactly(
        "Vorläufiger Beschlussauszug vom 17.03.2026 (ersetzt)", "Beglaubigter Beschlussauszug vom 17.03.2026");
    assertThat(text(paper, paper.station(BODY).excerpts().get(1)))
        .contains("Beglaubigter Beschlussauszug", "Für die Richtigkeit: Sabine Schreiber, Schriftführung");
    assertThat(words(MailServer.mailsTo(office).get(0))).contains("anbei").doesNotContain("vorläufig");
    assertThat(runtime.createProcessInstanceQuery().processDefinitionKey("excerpt")
        .processInstanceBusinessKey(String.valueOf(item(paper).id)).count()).isZero();
  }

  @Test
  void whatWasNotDecidedIsNotEnforceable() {
    PaperRun rejected = paper(Map.of());
    rejected.result(BODY, "siehe Anlage", Map.of("vote", "gegen die Stimmen der AfD", "resultKind", "REJECTED"));
    assertThat(text(rejected, rejected.station(BODY).excerpts().get(0))).contains("gegen die Stimmen der AfD")
        .doesNotContain("Vollziehbar ab");
    PaperRun unknown = paper(Map.of());
    unknown.result(BODY, "siehe Anlage", Map.of("vote", "gegen die Stimmen der AfD"));
    assertThat(text(unknown, unknown.station(BODY).excerpts().get(0))).doesNotContain("Vollziehbar ab");
    PaperRun accepted = paper(Map.of());
    accepted.result(BODY, "siehe Anlage", Map.of("vote", "gegen die Stimmen der AfD", "resultKind", "ACCEPTED"));
    assertThat(text(accepted, accepted.station(BODY).excerpts().get(0))).contains("Vollziehbar ab");
    PaperRun postponed = paper(Map.of());
    postponed.result(BODY, "vertagt", Map.of("vote", "einstimmig"));
    // The next station of the body has none yet.
    PaperDetails.ExcerptLine ofThatDay = postponed.details().consultations().stream()
        .flatMap(station -> station.excerpts().stream()).findFirst().orElseThrow();
    assertThat(text(postponed, ofThatDay)).contains("vertagt").doesNotContain("Vollziehbar ab");
    PaperRun named = paper(Map.of());
    named.result(BODY, "ungeändert beschlossen", Map.of("against", "AfD"));
    assertThat(text(named, named.station(BODY).excerpts().get(0))).contains("Vollziehbar ab");
  }

  private AgendaItem item(PaperRun paper) {
    return items.findOfMeeting(meeting(paper).id).stream()
        .filter(item -> paper.station(BODY).id().equals(item.consultationId)).findFirst().orElseThrow();
  }

  @Test
  void nonPublicExcerptDoesNotTravel() throws Exception {
    PaperRun paper = paper(Map.of("subject", "Kauf der Rheinstraße 7", "visibility", "nonPublic",
        "nonPublicGround", "Grundstücksangelegenheit"));
    paper.result(BODY, "mehrheitlich beschlossen, 700.000 Euro");

    MimeMessage mail = MailServer.mailsTo(office).get(0);
    assertThat(mail.getSubject() + words(mail)).contains(paper.details().reference(), "nichtöffentlicher")
        .doesNotContain("Rheinstraße", "700.000", "beschlossen");
    assertThat(mail.getContentType()).startsWith("text/plain");
    PaperDetails.ExcerptLine excerpt = paper.station(BODY).excerpts().get(0);
    assertThat(excerpts.content(paper.id, excerpt.id()).publicItem()).isFalse();
    assertThat(text(paper, excerpt)).contains("nichtöffentlicher Teil", "700.000");
  }

  /** The body dealt with a public paper behind closed doors. */
  @Test
  void nonPublicExcerptOfAPublicPaperIsNotForEverybody() {
    PaperRun paper = paper(Map.of());
    AgendaItem item = item(paper);
    item.publicItem = false;
    items.save(item);
    paper.result(BODY, "mehrheitlich beschlossen, 700.000 Euro");
    String address = "/api/papers/" + paper.id + "/excerpts/" + paper.station(BODY).excerpts().get(0).id();

    assertThat(people.browser("mitzeichnung").get("/api/papers/" + paper.id).status()).isEqualTo(200);
    assertThat(people.browser("mitzeichnung").get(address).status()).isEqualTo(404);
    assertThat(people.browser("gremienbuero").get(address).body()).startsWith("%PDF");
    assertThat(people.browser("gremienbuero").get("/api/papers/" + paper(Map.of()).id + "/excerpts/"
        + paper.station(BODY).excerpts().get(0).id()).status()).isEqualTo(404);
  }

  @Test
  void correctionMakesNewExcerptsAndKeepsTheOld() {
    PaperRun paper = paper(Map.of());
    paper.result(BODY, "zur Kenntnis genommen");
    paper.correct(BODY, "einstimmig beschlossen", "Übertragungsfehler");

    assertThat(paper.station(BODY).excerpts()).extracting(PaperDetails.ExcerptLine::label).containsExactly(
        "Vorläufiger Beschlussauszug vom 17.03.2026 (ersetzt)", "Vorläufiger Beschlussauszug vom 17.03.2026");
    assertThat(text(paper, paper.station(BODY).excerpts().get(1))).contains("einstimmig beschlossen",
        "Berichtigt am 17.03.2026: bisher „zur Kenntnis genommen“. Grund: Übertragungsfehler");
    release(paper);

    paper.correct(BODY, "ungeändert beschlossen", "Noch ein Fehler");

    assertThat(paper.station(BODY).excerpts()).extracting(PaperDetails.ExcerptLine::certified)
        .containsExactly(false, false, true, false, true);
    assertThat(paper.station(BODY).excerpts()).extracting(line -> line.label().endsWith("(ersetzt)"))
        .containsExactly(true, true, true, true, false);
    assertThat(text(paper, paper.station(BODY).excerpts().get(4))).contains("ungeändert beschlossen",
        "Noch ein Fehler", "Übertragungsfehler");
  }

  /** Corrected to a result that changes nothing, the item has no changed wording any more, as the paper has none. */
  @Test
  void correctionTakesTheAmendedWordingBack() {
    PaperRun paper = paper(Map.of());
    paper.result(BODY, "geändert beschlossen", Map.of("vote", "mehrheitlich", "condition", "vorbehaltlich der Mittel",
        "amendedWording", "1. Der Rat verzichtet."));
    AgendaItem minuted = item(paper);
    minuted.resolution = "Der Rat verzichtet nun doch.";
    items.save(minuted);
    assertThat(paper.details().resolutionPoints()).hasSize(1);

    paper.correct(BODY, "ungeändert beschlossen", "Verlesen");

    assertThat(text(paper, paper.station(BODY).excerpts().get(1)))
        .contains("ungeändert beschlossen", "Der Rat beauftragt.").doesNotContain("verzichtet");
    assertThat(item(paper)).returns(null, item -> item.amendedWording).returns(null, item -> item.resultCondition)
        .returns(null, item -> item.resolution);
    assertThat(paper.station(BODY).condition()).isNull();
    assertThat(paper.details().resolutionPoints()).hasSize(2);
  }

  @Test
  void correctionKeepsTheAmendedWordingOfAResultThatStillAmends() {
    PaperRun paper = paper(Map.of());
    paper.result(BODY, "geändert beschlossen", Map.of("amendedWording", "1. Der Rat verzichtet."));

    paper.correct(BODY, "mit Änderungen beschlossen", "Anders gedruckt");

    assertThat(text(paper, paper.station(BODY).excerpts().get(1)))
        .contains("mit Änderungen beschlossen", "Der Rat verzichtet.");
    assertThat(paper.details().resolutionPoints()).extracting(PaperDetails.Point::text)
        .containsExactly("1. Der Rat verzichtet.");
  }

  /** On the page of the meeting nobody says which wording is voted on: it is the one of that moment. */
  @ParameterizedTest
  @CsvSource({
      "ungeändert empfohlen, Der Rat beauftragt.",
      "geändert empfohlen,"})
  void theExcerptOfAStationKnowsNothingOfWhatALaterOneAmended(String result, String printed) {
    city.body("Finanzausschuss", DAY.plusDays(7));
    PaperRun paper = city.paper("Beschlussvorlage").release(new Wish(BODY, ConsultationRole.PRELIMINARY, 1, DAY),
        new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 2, DAY.plusDays(7)),
        new Wish("Rat", ConsultationRole.DECISION, 3, DAY.plusDays(14)));
    clerk.onDay(DAY);
    agenda.conclude(item(paper).id, RecordedResult.of(result, "einstimmig"));
    clerk.runDueJobs();
    paper.result("Finanzausschuss", "geändert empfohlen", Map.of("amendedWording", "1. Der Rat verzichtet."));

    release(paper);

    List<PaperDetails.ExcerptLine> filed = paper.station(BODY).excerpts();
    assertThat(filed).extracting(PaperDetails.ExcerptLine::certified).containsExactly(false, true);
    assertThat(text(paper, filed.get(1))).contains(result).doesNotContain("verzichtet");
    if (printed == null) {
      assertThat(text(paper, filed.get(1))).doesNotContain("Der Rat");
    } else {
      assertThat(text(paper, filed.get(1))).contains(printed);
    }
  }

  @Test
  void countedVotesStayOnlyWithTheVoteTheyBelongTo() {
    PaperRun paper = paper(Map.of());
    clerk.onDay(DAY);
    votes.record(item(paper).id, new VoteEntry(null, null, null, 7, 2, 0, null,
        List.of(new VoteEntry.GroupCount("Gruppe Markstein", 7, 2, 0)), Map.of(), List.of()), null);
    paper.result(BODY, "geändert beschlossen", Map.of("vote", "mehrheitlich"));
    Long station = paper.station(BODY).id();

    results.correct(station, "ungeändert beschlossen", null, "mehrheitlich", "Verlesen");
    clerk.runDueJobs();

    assertThat(text(paper, paper.station(BODY).excerpts().get(1))).contains("Gruppe Markstein: 7 Ja, 2 Nein");
    assertThat(paper.station(BODY).vote()).returns(7, PaperDetails.VoteLine::yes);

    results.correct(station, "ungeändert beschlossen", null, "einstimmig", "Zeile verwechselt");
    clerk.runDueJobs();

    assertThat(text(paper, paper.station(BODY).excerpts().get(2))).contains("einstimmig")
        .doesNotContain("Gruppe Markstein");
    assertThat(paper.station(BODY).vote()).returns(null, PaperDetails.VoteLine::yes);
  }

  /** The excerpt is for everybody and for the lead office, as the redacted copy of the minutes is. */
  @Test
  void namesThatTheMinutesRedactAreRedactedInTheExcerpt() {
    PaperRun paper = paper(Map.of());
    AgendaItem minuted = item(paper);
    minuted.minutesText = "Herr Max Markstein trägt vor. Marksteins Folien liegen bei.";
    items.save(minuted);
    paper.result(BODY, "beschlossen", Map.of("vote", "mehrheitlich", "against", "Max Markstein"));
    Long meeting = meeting(paper).id;

    minutes.release(meeting, "Max Markstein", "Der Rat am 20.03.2026");
    minutes.publish(meeting);
    clerk.runDueJobs();

    PaperDetails.ExcerptLine certified = paper.station(BODY).excerpts().get(1);
    assertThat(certified.certified()).isTrue();
    assertThat(MinutesWorld.everything(excerpts.content(paper.id, certified.id()).bytes()))
        .contains("trägtvor", "geschwärzt").doesNotContain("Markstein");
  }

  /** As the minutes of a project's body: nobody else reads them without a decision, and then without the names. */
  @ParameterizedTest
  @CsvSource({
      "false,",
      "true, Die Lenkungsgruppe am 20.03.2026"})
  void excerptsOfAProjectBodyAreForEverybodyOnlyByDecision(boolean readable, String decision) throws Exception {
    council.addProjectBody(city.name, BODY, "Projektgremium", null, null);
    PaperRun paper = paper(Map.of());
    paper.result(BODY, "empfohlen", Map.of("vote", "mehrheitlich", "against", "Max Markstein"));
    Long meeting = meeting(paper).id;

    minutes.release(meeting, decision == null ? null : "Max Markstein", decision);
    minutes.publish(meeting);
    clerk.runDueJobs();

    String address = "/api/papers/" + paper.id;
    List<PaperDetails.ExcerptLine> filed = paper.station(BODY).excerpts();
    People.Person reader = people.browser("mitzeichnung");
    assertThat(reader.get(address + "/excerpts/" + filed.get(0).id()).status()).isEqualTo(404);
    assertThat(reader.get(address + "/excerpts/" + filed.get(1).id()).status()).isEqualTo(readable ? 200 : 404);
    assertThat(reader.get(address).json().path("consultations").findValue("excerpts")).hasSize(readable ? 1 : 0);
    assertThat(reader.get("/api/meetings/" + meeting + "/documents").json().findValuesAsText("label"))
        .filteredOn("Beschlussauszug"::equals).hasSize(readable ? 1 : 0);
    People.Person bureau = people.browser("gremienbuero");
    assertThat(bureau.get(address + "/excerpts/" + filed.get(0).id()).body()).startsWith("%PDF");
    assertThat(bureau.get(address).json().path("consultations").findValue("excerpts")).hasSize(2);
    assertThat(words(MailServer.mailsTo(office).get(0))).contains("wird nicht per E-Mail versandt");
    assertThat(words(MailServer.mailsTo(office).get(1))).contains(readable ? "anbei" : "nicht per E-Mail versandt");
    assertThat(MinutesWorld.everything(excerpts.content(paper.id, filed.get(1).id()).bytes()).contains("Markstein"))
        .isEqualTo(!readable);
  }

  @Test
  void objectionToReleasedMinutesIsNotedOnANewExcerpt() {
    PaperRun paper = paper(Map.of());
    paper.result(BODY, "einstimmig beschlossen");
    release(paper);
    Meeting later = world.meeting(council.get(meeting(paper).organizationId), DAY.plusDays(28), row -> { });

    minutes.object(meeting(paper).id, later.id,
        new Minutes.Objection(item(paper).id, true, "Max Mitglied", "Punkt 2 fehlt.", true));
    clerk.runDueJobs();

    List<PaperDetails.ExcerptLine> filed = paper.station(BODY).excerpts();
    assertThat(filed).hasSize(3);
    assertThat(text(paper, filed.get(2))).contains("Einwendung von Max Mitglied in der Sitzung am 14.04.2026",
        "gefolgt wurde: Punkt 2 fehlt.");
  }

  @Test
  void officeWithoutAddressGetsNoMail() {
    city.office("V/50");
    city.body(BODY, DAY);
    PaperRun paper = city.paper("Beschlussvorlage").release(new Wish(BODY, ConsultationRole.DECISION, 1, DAY));

    paper.result(BODY, "einstimmig beschlossen");

    assertThat(MailServer.mails()).isEmpty();
    assertThat(paper.station(BODY).excerpts()).hasSize(1);
  }
}
