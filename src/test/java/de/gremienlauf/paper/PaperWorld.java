package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.support.Clerk;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** A municipality of its own for each test, and papers on their way through it. */
@Component
public class PaperWorld {

  private final Papers papers;
  private final PaperQueries queries;
  private final Consultations consultations;
  private final Council council;
  private final Meetings meetings;
  private final Clerk clerk;

  public PaperWorld(Papers papers, PaperQueries queries, Consultations consultations, Council council,
      Meetings meetings, Clerk clerk) {
    this.papers = papers;
    this.queries = queries;
    this.consultations = consultations;
    this.council = council;
    this.meetings = meetings;
    this.clerk = clerk;
  }

  public City city() {
    return new City("Teststadt " + UUID.randomUUID());
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
      Long id = papers.begin(new NewPaper(name, type, type + " zum Prüfen", "V/50 Amt für Integration", null, null));
      return new PaperRun(this, id);
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
      consultations.changeSequence(id, List.of(wishes).stream().map(wish -> {
        Organization body = city.body(wish.body(), wish.day());
        Meeting meeting = meetings.ensure(body, wish.day(), "15:30");
        return new SequenceStation(null, body.id(), wish.role(), wish.rank(), meeting.id());
      }).toList(), "Prüfung");
      return this;
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

    public PaperDetails.Station station(String body) {
      List<PaperDetails.Station> found = new ArrayList<>(details().consultations().stream()
          .filter(station -> station.organization().equals(body)).toList());
      return found.get(found.size() - 1);
    }

    public Task resultTask(String body) {
      return clerk.tasks(process(), "Task_RecordResult").stream()
          .filter(task -> task.getProcessInstanceId().equals(station(body).processInstanceId()))
          .findFirst().orElseThrow(() -> new AssertionError("No task for the result of " + body));
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
