package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.meeting.LateItems;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Person;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Decisions in place of a body that cannot meet in time, from the start form to approval or annulment. */
class UrgentDecisionTest extends PaperStory {

  private static final Wish COUNCIL = new Wish("Rat", ConsultationRole.DECISION, 2, day(3, 26));

  @Autowired UrgentWorld urgent;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired LateItems lateItems;
  @Autowired People people;

  private PaperRun paper;

  @AfterEach
  void nothingIsLeftBehind() {
    if (paper != null) {
      Orphans.assertNone(engine, queries, paper.id);
    }
  }

  private PaperRun released(City city) {
    paper = city.paper("Dringlichkeitsentscheidung").release(COUNCIL);
    return paper;
  }

  private PaperRun bySignatures() {
    return urgent.begin(released(urgent.city()), "COUNCIL", null, day(1, 20), null);
  }

  private PaperRun byMainCommittee() {
    City city = urgent.city();
    city.body("Hauptausschuss");
    return urgent.begin(released(city), "COUNCIL", null, day(1, 20), day(1, 15));
  }

  private PaperDetails.UrgentLine decision() {
    List<PaperDetails.UrgentLine> all = paper.details().urgentDecisions();
    return all.get(all.size() - 1);
  }

  private long stations() {
    return paper.details().consultations().stream().filter(one -> one.state() != ConsultationState.DROPPED).count();
  }

  private List<String> history() {
    return paper.details().events().stream().map(PaperDetails.Event::text).toList();
  }

  @Test
  void twoSignaturesDecideAndTheNextMeetingOfTheCouncilApproves() {
    bySignatures();
    paper.city.body("Rat", day(2, 5));
    Map<String, Object> shown = clerk.fields(urgent.task(paper, "Task_SignFirst"));
    assertThat(shown).containsEntry("ground", "§ 60 Abs. 1 Satz 2 GO NRW").containsEntry("neededBy", "20.01.2026")
        .containsEntry("organization", "Rat");
    urgent.sign(paper);
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.DECIDED);
    assertThat(decision().decidedOn()).isEqualTo(START);
    assertThat(decision().by()).isEqualTo("gez. OB Beispiel, gez. Niklas Beispiel (Ratsmitglied)");
    assertThat(decision().textHash()).isEqualTo(paper.details().textHash()).isNotNull();
    assertThat(queries.currentWording(paper.id).label()).isEqualTo("Dringlichkeitsentscheidung vom 05.01.2026");
    assertThat(queries.currentWording(paper.id).points()).hasSize(2);
    assertThat(paper.station("Rat").role()).isEqualTo(ConsultationRole.APPROVAL);
    assertThat(paper.station("Rat").date()).isEqualTo(day(2, 5));
    assertThat(stations()).isEqualTo(1);
    paper.result("Rat", "genehmigt", Map.of("resultKind", "ACCEPTED"));
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.APPROVED);
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_Approved");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
    assertThat(history()).anyMatch(text -> text.startsWith("Dringlichkeitsentscheidung vom 05.01.2026 nach § 60 Abs. 1"
        + " Satz 2 GO NRW, gez. OB Beispiel, gez. Niklas Beispiel"))
        .contains("Dringlichkeitsentscheidung vom 05.01.2026 genehmigt: Rat, 05.02.2026.");
  }

  @Test
  void theSuccessorOfTheCompetentBodyApproves() {
    urgent.sign(bySignatures());
    PaperDetails.Station before = paper.station("Rat");
    council.succeed(paper.city.body("Rat"), paper.city.body("Rat der neuen Stadt"), day(1, 12));
    assertThat(paper.station("Rat der neuen Stadt")).returns(before.id(), PaperDetails.Station::id);
    paper.result("Rat der neuen Stadt", "beschlossen");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.APPROVED);
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_Approved");
  }

  @Test
  void itIsPutBeforeTheSuccessorAgain() {
    urgent.sign(bySignatures());
    council.succeed(paper.city.body("Rat"), paper.city.body("Rat der neuen Stadt"), day(1, 12));
    paper.city.body("Rat der neuen Stadt", day(4, 23));
    paper.result("Rat der neuen Stadt", "zur Kenntnis genommen");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.DECIDED);
    assertThat(paper.station("Rat der neuen Stadt")).returns(day(4, 23), PaperDetails.Station::date)
        .returns(ConsultationRole.APPROVAL, PaperDetails.Station::role);
    paper.result("Rat der neuen Stadt", "beschlossen");
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_Approved");
  }

  @Test
  void theMainCommitteeDecidesInASpecialMeetingAndTheCouncilApproves() {
    byMainCommittee();
    assertThat(paper.station("Hauptausschuss").role()).isEqualTo(ConsultationRole.DECISION);
    assertThat(paper.station("Hauptausschuss").date()).isEqualTo(day(1, 15));
    assertThat(meetings.get(paper.station("Hauptausschuss").meetingId()).kind()).isEqualTo(MeetingKind.SPECIAL);
    paper.result("Hauptausschuss", "ungeändert beschlossen");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.DECIDED);
    assertThat(decision().by()).isEqualTo("Hauptausschuss");
    assertThat(decision().decidedOn()).isEqualTo(day(1, 15));
    assertThat(paper.station("Rat").role()).isEqualTo(ConsultationRole.APPROVAL);
    paper.result("Rat", "beschlossen");
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_Approved");
  }

  @Test
  void theMainCommitteeDecidesThoughTheCouncilIsNotInTheSequence() {
    City city = urgent.city();
    city.body("Hauptausschuss", day(1, 15));
    city.body("Rat", day(2, 5));
    paper = city.paper("Beschlussvorlage")
        .release(new Wish("Hauptausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 2)));
    urgent.begin(paper, "COUNCIL", null, day(1, 20), day(1, 15));
    assertThat(stations()).isEqualTo(1);
    paper.result("Hauptausschuss", "geändert beschlossen", Map.of("amendedWording", "Mit Bäumen."));
    assertThat(paper.station("Rat").date()).isEqualTo(day(2, 5));
    assertThat(queries.currentWording(paper.id).points()).extracting(PaperDetails.Point::text)
        .containsExactly("Mit Bäumen.");
    paper.result("Rat", "beschlossen");
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_Approved");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasWordedBehindClosedDoorsIsNotForEverybodyIfItIsDecidedUrgently(boolean mainCommittee) {
    City city = urgent.city();
    city.body("Hauptausschuss");
    paper = city.paper("Beschlussvorlage")
        .release(new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(1, 12)), COUNCIL);
    clerk.onDay(day(1, 12));
    lateItems.changePart(consultations.agendaItem(paper.station("Bauausschuss").id()), false, "Grundstück",
        "So beschlossen.");
    paper.result("Bauausschuss", "geändert empfohlen", Map.of("amendedWording", "Herr Markstein bekommt Geld."));
    urgent.begin(paper, "COUNCIL", null, day(1, 20), mainCommittee ? day(1, 15) : null);
    if (mainCommittee) {
      paper.result("Hauptausschuss", "ungeändert beschlossen");
    } else {
      urgent.sign(paper);
    }
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.DECIDED);
    String address = "/api/papers/" + paper.id;
    Person reader = people.browser("mitzeichnung");
    JsonNode seen = reader.get(address).json();
    assertThat(seen.toString()).doesNotContain("Markstein");
    assertThat(seen.path("wordings").findValuesAsText("id")).containsExactly("1");
    assertThat(seen.path("resolutionPoints").findValuesAsText("text"))
        .containsExactly("Der Rat beschließt.", "Der Rat beauftragt.");
    assertThat(reader.get(address + "/document?wording=3").status()).isEqualTo(404);
    Person office = people.browser("gremienbuero");
    assertThat(office.get(address).json().path("resolutionPoints").findValuesAsText("text"))
        .containsExactly("Herr Markstein bekommt Geld.");
    assertThat(office.get(address + "/document?wording=3").body()).startsWith("%PDF");
  }

  @Test
  void whatWasWordedInPublicIsForEverybodyAlsoIfItIsDecidedUrgently() {
    bySignatures();
    urgent.sign(paper);
    assertThat(people.browser("mitzeichnung").get("/api/papers/" + paper.id).json().path("wordings")
        .findValuesAsText("id")).containsExactly("1", "2");
  }

  @Test
  void theMainCommitteePostponesAndDoesNotDecide() {
    byMainCommittee();
    paper.city.body("Hauptausschuss", day(1, 19));
    paper.result("Hauptausschuss", "vertagt");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.IN_MAIN_COMMITTEE);
    paper.result("Hauptausschuss", "abgelehnt");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.NOT_REACHED);
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_NotReached");
    assertThat(history()).contains("Die Dringlichkeitsentscheidung ist nicht zustande gekommen: Hauptausschuss hat sie"
        + " nicht getroffen.");
  }

  @Test
  void aCorrectedPostponementOfTheMainCommitteeStillCounts() {
    byMainCommittee();
    paper.city.body("Hauptausschuss", day(1, 19));
    paper.result("Hauptausschuss", "vertagt");
    Long first = paper.details().consultations().stream()
        .filter(station -> station.effect() == ResultEffect.POSTPONED).findFirst().orElseThrow().id();
    results.correct(first, "beschlossen", null, null, "Falsch verlesen");
    clerk.runDueJobs();
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.DECIDED);
    assertThat(decision().decidedOn()).isEqualTo(day(1, 15));
  }

  @ParameterizedTest
  @CsvSource({
      "Task_SignFirst, die Verwaltungsspitze",
      "Task_SignSecond, das Ratsmitglied"})
  void whoRefusesEndsIt(String task, String who) {
    bySignatures();
    Task refused = urgent.task(paper, task);
    assertThatThrownBy(() -> clerk.submit(refused, Map.of("decision", "REFUSE"))).hasMessageContaining("Grund");
    clerk.complete(refused, Map.of("decision", "REFUSE", "reason", "Der Rat kann warten."));
    assertThat(urgent.runs(paper)).isFalse();
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_NotReached");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.NOT_REACHED);
    assertThat(decision().outcome()).isEqualTo("Der Rat kann warten.");
    assertThat(history()).contains("Die Dringlichkeitsentscheidung ist nicht zustande gekommen; " + who
        + " hat nicht unterzeichnet: Der Rat kann warten.");
    assertThat(paper.station("Rat").role()).isEqualTo(ConsultationRole.DECISION);
  }

  @Test
  void theSecondHasSignedAndTheFirstRefuses() {
    bySignatures();
    Task second = urgent.task(paper, "Task_SignSecond");
    clerk.complete(second, urgent.memberSigns(second, "Niklas Beispiel"));
    clerk.complete(urgent.task(paper, "Task_SignFirst"), Map.of("decision", "REFUSE", "reason", "Nein."));
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_NotReached");
  }

  @RepeatedTest(3)
  void bothSignAtTheSameMoment() throws Exception {
    bySignatures();
    Task first = urgent.task(paper, "Task_SignFirst");
    Task second = urgent.task(paper, "Task_SignSecond");
    Map<String, Object> member = urgent.memberSigns(second, "Niklas Beispiel");
    CyclicBarrier sameMoment = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> signed = List.<Future<?>>of(
          people.submit(() -> submit(sameMoment, first, UrgentWorld.HEAD_SIGNS)),
          people.submit(() -> submit(sameMoment, second, member)));
      for (Future<?> one : signed) {
        one.get(60, TimeUnit.SECONDS);
      }
    } finally {
      people.shutdownNow();
    }
    clerk.runDueJobs();
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.DECIDED);
    assertThat(decision().by()).isEqualTo("gez. OB Beispiel, gez. Niklas Beispiel (Ratsmitglied)");
    assertThat(history()).filteredOn(text -> text.startsWith("Dringlichkeitsentscheidung vom 05.01.2026 nach"))
        .hasSize(1);
  }

  private Object submit(CyclicBarrier sameMoment, Task task, Map<String, Object> entered) throws Exception {
    sameMoment.await(10, TimeUnit.SECONDS);
    clerk.submit(task, entered);
    return null;
  }

  @Test
  void whatIsOnlyNotedIsPutBeforeTheCouncilAgain() {
    urgent.sign(bySignatures());
    paper.city.body("Rat", day(4, 23));
    paper.result("Rat", "zur Kenntnis genommen");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.DECIDED);
    assertThat(paper.station("Rat").date()).isEqualTo(day(4, 23));
    assertThat(paper.station("Rat").open()).isTrue();
    paper.result("Rat", "beschlossen");
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_Approved");
  }

  @Test
  void aPostponedApprovalIsWaitedFor() {
    urgent.sign(bySignatures());
    paper.city.body("Rat", day(4, 23));
    paper.result("Rat", "vertagt");
    assertThat(stations()).isEqualTo(2);
    paper.result("Rat", "beschlossen");
    assertThat(stations()).isEqualTo(2);
    assertThat(urgent.endOf(paper)).isEqualTo("EndEvent_Approved");
  }

  @Test
  void anApprovalTakenOutOfTheSequenceComesBack() {
    urgent.sign(bySignatures());
    paper.remove("Versehen", "Rat");
    assertThat(paper.station("Rat").open()).isTrue();
    assertThat(paper.station("Rat").role()).isEqualTo(ConsultationRole.APPROVAL);
    assertThat(stations()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
      "NONE, , Vertrag kündigen, ANNULLED, EndEvent_Annulled",
      "PARTLY, Baufirma hat begonnen, Rest stoppen, ANNULLED, EndEvent_Annulled",
      "ALL, Baufirma ist fertig, , EFFECTIVE, EndEvent_StaysEffective"})
  void whatIsNotApprovedIsAnnulledAsFarAsNoRightsOfOthersExist(String rights, String whose, String undo,
      UrgentDecisionState state, String end) {
    urgent.sign(bySignatures());
    paper.result("Rat", "abgelehnt");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.NOT_APPROVED);
    Task task = urgent.task(paper, "Task_ClarifyConsequences");
    assertThat(clerk.fields(task)).containsEntry("decisionTitle", "Dringlichkeitsentscheidung vom 05.01.2026");
    assertThatThrownBy(() -> clerk.submit(task, Map.of("undo", "x"))).isInstanceOf(BusinessException.class)
        .hasMessage("Bitte geben Sie an, ob schon Rechte anderer entstanden sind.");
    assertThatThrownBy(() -> clerk.submit(task, Map.of("rights", rights))).isInstanceOf(BusinessException.class);
    Map<String, Object> entered = new HashMap<>(Map.of("rights", rights));
    entered.put("whose", whose);
    entered.put("undo", undo);
    clerk.complete(task, entered);
    assertThat(decision().state()).isEqualTo(state);
    assertThat(decision().outcome()).isEqualTo(undo);
    assertThat(decision().rightsOfOthers()).isEqualTo(whose);
    assertThat(urgent.endOf(paper)).isEqualTo(end);
  }

  @Test
  void aCommitteeMatterIsSignedByAMemberOfTheCommitteeWhoSitsInTheCouncil() {
    City city = urgent.city();
    city.body("Finanzausschuss", day(2, 9));
    urgent.begin(released(city), "COMMITTEE", "Finanzausschuss", day(1, 20), null);
    Task second = urgent.task(paper, "Task_SignSecond");
    assertThat(clerk.fields(second)).containsEntry("ground", "§ 60 Abs. 2 GO NRW");
    assertThat(String.valueOf(clerk.fields(second).get("memberChoices"))).contains("Niklas Beispiel (Vorsitz)")
        .doesNotContain("Sabine Sachkundig", "Elfi Ehrenamt");
    Long citizen = council.findPerson(city.name, "Sabine Sachkundig").orElseThrow().id();
    assertThatThrownBy(() -> clerk.submit(second, Map.of("decision", "SIGN", "member", citizen.toString())))
        .isInstanceOf(BusinessException.class).hasMessage("Sabine Sachkundig (sachkundige Bürgerin) darf nicht"
            + " unterzeichnen; es muss ein stimmberechtigtes Ratsmitglied sein (§ 60 Abs. 2 GO NRW).");
    Long outside = council.findPerson(city.name, "Elfi Ehrenamt").orElseThrow().id();
    assertThatThrownBy(() -> clerk.submit(second, Map.of("decision", "SIGN", "member", outside.toString())))
        .hasMessage("Bitte wählen Sie eines der angebotenen Ratsmitglieder.");
    urgent.sign(paper);
    assertThat(paper.station("Finanzausschuss").role()).isEqualTo(ConsultationRole.APPROVAL);
    assertThat(paper.station("Finanzausschuss").date()).isEqualTo(day(2, 9));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "Bürgermeisterin Elfi Ehrenamt | IV | OB Haupt | Elfi Ehrenamt gehört dem Rat an.",
      "Elfi Ehrenamt | OWN | | Elfi Ehrenamt gehört dem Rat an.",
      "OB Henriette Haupt | IV | OB Haupt | Henriette Haupt gehört dem Rat an.",
      "StD Kahlen | IA | OB Haupt | Eine Dringlichkeitsentscheidung lässt sich nicht im Auftrag unterzeichnen.",
      "StD Kahlen | IV | | Bitte geben Sie an, wen Sie vertreten.",
      "StD Kahlen | | | Bitte geben Sie an, ob selbst oder i. V. unterzeichnet wird.",
      " | OWN | | Bitte füllen Sie „Name, wie er unter der Entscheidung steht“ aus."})
  void whoMayNotSignFirstIsRefused(String signatory, String capacity, String represented, String message) {
    bySignatures();
    Map<String, Object> entered = new HashMap<>(Map.of("decision", "SIGN"));
    entered.put("signatory", signatory);
    entered.put("capacity", capacity);
    entered.put("represented", represented);
    Task first = urgent.task(paper, "Task_SignFirst");
    assertThatThrownBy(() -> clerk.submit(first, entered)).isInstanceOf(BusinessException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void theGeneralDeputySigns() {
    bySignatures();
    clerk.complete(urgent.task(paper, "Task_SignFirst"), Map.of("decision", "SIGN", "signatory", "StD Guido Kahlen",
        "capacity", "IV", "represented", "OB Haupt"));
    Task second = urgent.task(paper, "Task_SignSecond");
    assertThatThrownBy(() -> clerk.submit(second, Map.of("decision", "SIGN", "member", "nobody")))
        .isInstanceOf(BusinessException.class);
    clerk.complete(second, urgent.memberSigns(second, "Elfi Ehrenamt"));
    assertThat(decision().by())
        .isEqualTo("In Vertretung von OB Haupt gez. StD Guido Kahlen, gez. Elfi Ehrenamt (Ratsmitglied)");
  }

  @Test
  void onePersonDoesNotSignTwice() {
    bySignatures();
    // The list of seats may say nothing of the one who signs for the administration.
    clerk.complete(urgent.task(paper, "Task_SignFirst"), Map.of("decision", "SIGN", "signatory", "OB Doppelt",
        "capacity", "OWN"));
    urgent.seat(paper.city, "Rat", "Doppelt", "Mitglied");
    Long twice = council.findPerson(paper.city.name, "Doppelt").orElseThrow().id();
    assertThatThrownBy(() -> clerk.submit(urgent.task(paper, "Task_SignSecond"),
        Map.of("decision", "SIGN", "member", twice.toString())))
        .hasMessage("Die beiden Unterschriften müssen von zwei Personen kommen.");
  }

  @Test
  void aPaperThatIsWithdrawnOrRevisedNeedsNoSignatures() {
    bySignatures().withdraw("Überholt");
    assertThat(urgent.runs(paper)).isFalse();
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.ABANDONED);
    bySignatures().revise("Neue Zahlen");
    assertThat(urgent.runs(paper)).isFalse();
    assertThat(history()).contains("Dringlichkeitsentscheidung abgebrochen: Die Vorlage wird neu gefasst.");
  }

  @Test
  void theCouncilDecidesItselfBeforeAnybodySigned() {
    bySignatures().result("Rat", "beschlossen");
    assertThat(decision().state()).isEqualTo(UrgentDecisionState.ABANDONED);
    assertThat(history()).contains("Dringlichkeitsentscheidung abgebrochen: Rat hat selbst entschieden.");
  }

  @Test
  void anApprovalWithoutMeetingAsksForOne() {
    City city = urgent.city();
    paper = city.paper("Beschlussvorlage")
        .release(new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, day(2, 3)));
    urgent.sign(urgent.begin(paper, "COUNCIL", null, day(1, 20), null));
    assertThat(paper.task("Rat", "Task_AssignMeeting")).isNotNull();
  }

  private Map<String, Object> entered(Map<String, Object> other) {
    Map<String, Object> entered = new HashMap<>(Map.of("paper", paper.details().reference(), "matter", "COUNCIL",
        "urgency", "Die Förderfrist läuft ab.", "neededBy", "20.01.2026"));
    other.forEach((key, value) -> entered.put(key, "".equals(value) ? null : value));
    return entered;
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "paper | 9999/1999 | Eine Vorlage mit der Nummer „9999/1999“ gibt es nicht.",
      "paper | '' | Bitte füllen Sie „Nummer der Vorlage“ aus.",
      "matter | '' | Bitte füllen Sie „Zuständig wäre“ aus.",
      "matter | KING | Bei „Zuständig wäre“ steht keine der angebotenen Möglichkeiten.",
      "urgency | '' | Bitte begründen Sie, warum die Entscheidung nicht warten kann.",
      "neededBy | '' | Bitte geben Sie an, bis wann entschieden sein muss.",
      "neededBy | 31.02.2026 | „Zu entscheiden bis“ ist kein gültiges Datum",
      "neededBy | 04.01.2026 | Der Tag, bis zu dem entschieden sein muss, ist schon vorbei.",
      "neededBy | 26.03.2026 | Rat tagt am 26.03.2026 und damit rechtzeitig",
      "mainCommitteeDay | 21.01.2026 | Der Hauptausschuss muss zwischen heute und dem 20.01.2026 zusammentreten.",
      "mainCommitteeDay | 15.01.2026 | Der Hauptausschuss ist in den Stammdaten nicht erfasst.",
      "more | x | Das Startformular kennt die Angabe „more“ nicht."})
  void nonsenseInTheStartFormIsRefused(String field, String value, String message) {
    released(urgent.city());
    assertThatThrownBy(() -> urgent.submit(paper.city, entered(Map.of(field, value))))
        .isInstanceOf(BusinessException.class).hasMessageStartingWith(message);
    assertThat(urgent.runs(paper)).isFalse();
  }

  @Test
  void whatCannotBeDecidedUrgentlyIsRefused() {
    City city = urgent.city();
    city.body("Hauptausschuss", day(1, 14));
    released(city);
    assertThatThrownBy(() -> urgent.submit(paper, "COUNCIL", null, day(1, 20), null))
        .hasMessageStartingWith("Hauptausschuss tagt am 14.01.2026 und damit rechtzeitig; dann entscheidet er");
    assertThatThrownBy(() -> urgent.submit(paper, "COMMITTEE", "Gartenausschuss", day(1, 20), null))
        .hasMessage("Einen Ausschuss mit dem Namen „Gartenausschuss“ gibt es nicht.");
    city.body("Bezirksvertretung 7 (Porz)");
    assertThatThrownBy(() -> urgent.submit(paper, "COMMITTEE", "Bezirksvertretung 7 (Porz)", day(1, 20), null))
        .hasMessageStartingWith("Für „Bezirksvertretung 7 (Porz)“ sieht die Entscheidungstabelle");
    urgent.begin(paper, "COUNCIL", null, day(1, 20), day(1, 14));
    assertThatThrownBy(() -> urgent.submit(paper, "COUNCIL", null, day(1, 20), day(1, 14)))
        .hasMessageContaining("läuft schon eine Dringlichkeitsentscheidung");
  }

  @Test
  void aDraftCannotBeDecided() {
    paper = urgent.city().paper("Beschlussvorlage");
    assertThatThrownBy(() -> urgent.submit(paper, "COUNCIL", null, day(1, 20), null))
        .hasMessageContaining("ist noch nicht freigegeben");
  }

  @Test
  void theRecordedTypeGoesItsOldWayToo() {
    City city = world.city();
    paper = city.paper("Dringlichkeitsentscheidung").release(
        new Wish("Hauptausschuss", ConsultationRole.APPROVAL, 1, day(2, 2)),
        new Wish("Rat", ConsultationRole.APPROVAL, 2, day(2, 5)));
    paper.result("Hauptausschuss", "beschlossen").result("Rat", "beschlossen");
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
    assertThat(paper.details().urgentDecisions()).isEmpty();
  }
}
