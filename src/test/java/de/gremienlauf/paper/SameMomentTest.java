package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.RecordedResult;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Overlap;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people or jobs change the same run at the same moment: no station is forgotten, none waits for ever. */
class SameMomentTest extends PaperStory {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final String COUNCIL = "Rat";
  private static final String COMMITTEE = "Hauptausschuss";
  private static final Wish FIRST = new Wish(COMMITTEE, ConsultationRole.PRELIMINARY, 1, DAY);

  @Autowired Agenda agenda;
  @Autowired MeetingCalendar calendar;
  @Autowired UrgentWorld urgent;
  @Autowired ProcessMessages messages;
  @Autowired TransactionTemplate transaction;

  private Job job(String processInstanceId) {
    return engine.getManagementService().createJobQuery().processInstanceId(processInstanceId).executable()
        .singleResult();
  }

  private void run(Job job) {
    engine.getManagementService().executeJob(job.getId());
  }

  private Runnable changed(PaperRun paper, SequenceStation added, String reason) {
    return () -> sequences.change(paper.id,
        Stream.concat(paper.openStations().stream(), Stream.of(added)).toList(), reason);
  }

  private Long meeting(City city, String body, LocalDate day) {
    return city.station(new Wish(body, ConsultationRole.DECISION, 2, day)).meetingId();
  }

  @Test
  void aStationThatIsAddedDuringTheReleaseTakesPart() throws Exception {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage").draft(Map.of()).stations(FIRST).confirm();
    SequenceStation added = city.station(new Wish(COUNCIL, ConsultationRole.DECISION, 2, DAY.plusWeeks(1)));
    clerk.submit(clerk.task(paper.process(), "Task_Sign"), Map.of("decision", "SIGN", "signatory", "StD Dr. Muster",
        "capacity", "IV", "represented", "OB Beispiel"));
    Job release = job(paper.process());
    Overlap.of(transaction, changed(paper, added, null), () -> run(release));
    clerk.runDueJobs();
    assertThat(paper.details().consultations()).extracting(PaperDetails.Station::processInstanceId)
        .hasSize(2).doesNotContainNull();
  }

  @Test
  void aMeetingThatIsCalledOffTakesNoStation() throws Exception {
    City city = world.city();
    PaperRun paper = city.paper("Beschlussvorlage")
        .release(FIRST, new Wish(COUNCIL, ConsultationRole.DECISION, 2, DAY.plusWeeks(1)));
    Long calledOff = meeting(city, COUNCIL, DAY.plusWeeks(2));
    Long next = meeting(city, COUNCIL, DAY.plusWeeks(3));
    List<SequenceStation> moved = paper.openStations().stream()
        .map(station -> station.meetingId().equals(paper.station(COUNCIL).meetingId())
            ? new SequenceStation(station.id(), station.organizationId(), station.role(), station.rank(), calledOff)
            : station).toList();
    Overlap.of(transaction, () -> calendar.cancel(calledOff, "Sturm"),
        () -> sequences.change(paper.id, moved, "Eilt"));
    clerk.runDueJobs();
    assertThat(paper.station(COUNCIL).meetingId()).isEqualTo(next);
    assertThat(agenda.of(next)).hasSize(1);
  }

  private Job concluded(PaperRun paper, String body, RecordedResult result) {
    agenda.conclude(consultations.agendaItem(paper.station(body).id()), result);
    Job job = job(paper.consultation(body).getId());
    while (!job.getJobDefinitionId().equals(engine.getManagementService().createJobDefinitionQuery()
        .processDefinitionKey("consultation").activityIdIn("Event_ResultAlreadyThere").list().stream()
        .filter(definition -> definition.getProcessDefinitionId().equals(paper.consultation(body)
            .getProcessDefinitionId())).findFirst().orElseThrow().getId())) {
      run(job);
      job = job(paper.consultation(body).getId());
    }
    return job;
  }

  @Test
  void whoIsPutOffUntilAnotherBodyHasDecidedIsTold() throws Exception {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(FIRST);
    paper.add("Eilt", new Wish(COUNCIL, ConsultationRole.PRELIMINARY, 2, DAY));
    paper.city.body(COMMITTEE, DAY.plusWeeks(4));
    clerk.onDay(DAY);
    Long council = paper.city.body(COUNCIL).id();
    RecordedResult later = new RecordedResult("vertagt", false, null, null, null, new RecordedResult.Counts(null, null,
        null), List.of(), List.of(), null, null, null, null, null, council, List.of(), null);
    Job putOff = concluded(paper, COMMITTEE, later);
    Job decided = concluded(paper, COUNCIL, RecordedResult.of("einstimmig zugestimmt", null));
    Overlap.of(transaction, () -> run(putOff), () -> run(decided));
    clerk.runDueJobs();
    assertThat(paper.station(COMMITTEE).date()).isEqualTo(DAY.plusWeeks(4));
    assertThat(messages.awaits("MeetingReached", paper.consultation(COMMITTEE).getId())).isTrue();
  }

  @Test
  void aReferralToABodyThatIsJustDoneGetsThere() throws Exception {
    PaperRun paper = world.city().paper("Beschlussvorlage").release(FIRST);
    paper.result(COMMITTEE, "verwiesen", Map.of("resultKind", "REFERRED"));
    paper.add("Eilt", new Wish(COUNCIL, ConsultationRole.PRELIMINARY, 2, DAY));
    Task targets = clerk.task(paper.consultation(COMMITTEE).getId(), "Task_AssignReferralTarget");
    Job decided = concluded(paper, COUNCIL, RecordedResult.of("einstimmig zugestimmt", null));
    String council = String.valueOf(paper.city.body(COUNCIL).id());
    Overlap.of(transaction, () -> run(decided), () -> clerk.submit(targets, Map.of("referredTo", List.of(council))));
    clerk.runDueJobs();
    assertThat(paper.details().consultations()).filteredOn(station -> station.organization().equals(COUNCIL))
        .extracting(PaperDetails.Station::origin)
        .containsExactly(ConsultationOrigin.CHANGE, ConsultationOrigin.REFERRED);
  }

  /** The main committee has postponed; nobody has looked yet what it said, and it is ready to refuse. */
  private PaperRun postponedByMainCommittee() {
    City city = urgent.city();
    city.body(COMMITTEE);
    PaperRun paper = city.paper("Dringlichkeitsentscheidung")
        .release(new Wish(COUNCIL, ConsultationRole.DECISION, 2, DAY));
    urgent.begin(paper, "COUNCIL", null, day(1, 20), day(1, 15));
    city.body(COMMITTEE, day(1, 19));
    clerk.onDay(day(1, 19));
    run(concluded(paper, COMMITTEE, RecordedResult.of("vertagt", null)));
    while (consultations.agendaItem(paper.station(COMMITTEE).id()) == null) {
      run(job(paper.consultation(COMMITTEE).getId()));
    }
    return paper;
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void anUrgentDecisionHearsOfTheRefusalWhileItLooks(boolean looksFirst) throws Exception {
    PaperRun paper = postponedByMainCommittee();
    Runnable looks = () -> urgent.runJobs(paper, "Task_AskMainCommittee");
    Job refused = concluded(paper, COMMITTEE, RecordedResult.of("abgelehnt", null));
    Overlap.of(transaction, looksFirst ? looks : () -> run(refused), looksFirst ? () -> run(refused) : looks);
    clerk.runDueJobs();
    assertThat(paper.details().urgentDecisions()).extracting(PaperDetails.UrgentLine::state)
        .containsExactly(UrgentDecisionState.NOT_REACHED);
    assertThat(urgent.runs(paper)).isFalse();
  }
}
