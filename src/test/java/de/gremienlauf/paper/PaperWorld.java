package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.support.Clerk;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** A municipality of its own for each test, and papers on their way through it. */
@Component
public class PaperWorld {

  private final Papers papers;
  private final PaperQueries queries;
  private final Sequences sequences;
  private final Results results;
  private final Council council;
  private final Meetings meetings;
  private final Clerk clerk;

  public PaperWorld(Papers papers, PaperQueries queries, Sequences sequences, Results results, Council council,
      Meetings meetings, Clerk clerk) {
    this.papers = papers;
    this.queries = queries;
    this.sequences = sequences;
    this.results = results;
    this.council = council;
    this.meetings = meetings;
    this.clerk = clerk;
  }

  public City city() {
    return new City("Teststadt " + UUID.randomUUID());
  }

  /** The municipality that the start form begins papers for; other tests use it too. */
  public City ownCity() {
    return new City(council.ownMunicipality());
  }

  /** A municipality with its bodies. */
  public final class City {

    public final String name;

    private City(String name) {
      this.name = name;
    }

    public Organization body(String body, LocalDate... days) {
      Organization organization = council.find(name, body)
          .orElseGet(() -> council.addBody(name, body, null, null, null));
      for (LocalDate day : days) {
        meetings.ensure(organization, day, "15:30");
      }
      return organization;
    }

    public Organization office(String office) {
      return council.addOffice(name, office, null);
    }

    public PaperRun paper(String type) {
      return paper(type, null);
    }

    /** A paper that already has a number. */
    public PaperRun paper(String type, String recordedReference) {
      return new PaperRun(this, papers.begin(
          new NewPaper(name, type, type + " zum Prüfen", "V/50 Amt für Integration", null, recordedReference)));
    }

    /** A paper begun with the start form. */
    public PaperRun paper(Map<String, Object> entered) {
      return new PaperRun(this, queries.idOf(name, clerk.start(Papers.PROCESS, entered).getBusinessKey()));
    }

    /** A paper that somebody else has begun. */
    public PaperRun run(Long paperId) {
      return new PaperRun(this, paperId);
    }

    /** A station as a person adds it to a sequence, with its meeting. */
    public SequenceStation station(Wish wish) {
      Organization body = body(wish.body());
      Long meeting = wish.day() == null ? null : meetings.ensure(body, wish.day(), "15:30").id();
      return new SequenceStation(null, body.id(), wish.role(), wish.rank(), meeting);
    }
  }

  /** A paper on its way. */
  public final class PaperRun {

    public final City city;
    public final Long id;

    private PaperRun(City city, Long id) {
      this.city = city;
      this.id = id;
    }

    public PaperDetails details() {
      return queries.details(id);
    }

    public String process() {
      return papers.get(id).processInstanceId;
    }

    public PaperRun draft(Map<String, Object> more) {
      Map<String, Object> entered = new HashMap<>(Map.of("subject", "Betreff der Vorlage", "leadOffice", "V/50",
          "visibility", "public", "resolution", "1. Der Rat beschließt.\n\n2. Der Rat beauftragt.",
          "reasons", "Weil es nötig ist."));
      entered.putAll(more);
      clerk.complete(process(), "Task_Draft", entered);
      return this;
    }

    /** Replaces the proposed stations. */
    public PaperRun stations(Wish... wishes) {
      return sequence("Prüfung", Stream.of(wishes).map(city::station).toList());
    }

    /** The stations that can still be changed. */
    public List<SequenceStation> openStations() {
      return details().consultations().stream()
          .filter(station -> station.state().open() && station.state() != ConsultationState.RECORDED)
          .map(station -> new SequenceStation(station.id(), station.organizationId(), station.role(), station.rank(),
              station.meetingId()))
          .toList();
    }

    /** Changes the open stations to these. */
    public PaperRun sequence(String reason, List<SequenceStation> desired) {
      sequences.change(id, desired, reason);
      clerk.runDueJobs();
      return this;
    }

    /** Adds a station to the open ones. */
    public PaperRun add(String reason, Wish wish) {
      return sequence(reason, Stream.concat(openStations().stream(), Stream.of(city.station(wish))).toList());
    }

    /** Takes a body's open station out. */
    public PaperRun remove(String reason, String body) {
      return sequence(reason, openStations().stream()
          .filter(station -> !station.organizationId().equals(city.body(body).id())).toList());
    }

    public PaperRun correct(String body, String result, String reason) {
      results.correct(station(body).id(), result, null, null, reason);
      clerk.runDueJobs();
      return this;
    }

    public PaperRun withdraw(String reason) {
      papers.withdraw(id, reason);
      clerk.runDueJobs();
      return this;
    }

    public PaperRun revise(String reason) {
      papers.revise(id, reason);
      clerk.runDueJobs();
      return this;
    }

    public ProcessInstance instance() {
      return clerk.instance(process());
    }

    /** The process instance of a body's station while it runs. */
    public ProcessInstance consultation(String body) {
      return clerk.instance(station(body).processInstanceId());
    }

    /** The task of a body's station. */
    public Task task(String body, String taskKey) {
      return clerk.tasks(process(), taskKey).stream()
          .filter(task -> task.getProcessInstanceId().equals(station(body).processInstanceId()))
          .findFirst().orElseThrow(() -> new AssertionError("No task " + taskKey + " of " + body));
    }

    public PaperRun confirm() {
      clerk.complete(process(), "Task_ConfirmSequence", Map.of("sequenceConfirmed", true));
      return this;
    }

    public PaperRun sign() {
      clerk.complete(process(), "Task_Sign",
          Map.of("decision", "SIGN", "signatory", "StD Dr. Muster", "capacity", "IV", "represented", "OB Beispiel"));
      return this;
    }

    /** Takes a paper of the administration from its draft into the run. */
    public PaperRun release(Wish... wishes) {
      return draft(Map.of()).stations(wishes).confirm().sign();
    }

    /** The station of a body that was planned last. */
    public PaperDetails.Station station(String body) {
      return details().consultations().stream().filter(station -> station.organization().equals(body))
          .max(Comparator.comparingInt(PaperDetails.Station::number)).orElseThrow();
    }

    public Task resultTask(String body) {
      return task(body, "Task_RecordResult");
    }

    /** Records a result on the day of the body's meeting. */
    public PaperRun result(String body, String phrase) {
      return result(body, phrase, Map.of());
    }

    public PaperRun result(String body, String phrase, Map<String, Object> more) {
      LocalDate day = station(body).date();
      clerk.onDay(day);
      Map<String, Object> entered = new HashMap<>(Map.of("result", phrase));
      entered.putAll(more);
      clerk.complete(resultTask(body), entered);
      return this;
    }
  }

  /** A station that a test wants. */
  public record Wish(String body, ConsultationRole role, int rank, LocalDate day) {
  }
}
