package de.gremienlauf.replay;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.Consultations;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.SequenceStation;
import de.gremienlauf.paper.Sequences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Drives one recorded case through the models on its own dates: the same tasks, forms and operations that people use.
 * What the models foresee differently from the record is changed by the Gremienbüro's operation and counted.
 */
@Component
class CaseDriver {

  private static final String RECORD_RESULT = "Task_RecordResult";
  private static final String ASSIGN_MEETING = "Task_AssignMeeting";
  private static final String CLASSIFY_RESULT = "Task_ClassifyResult";
  private static final String ASSIGN_REFERRAL_TARGET = "Task_AssignReferralTarget";
  private static final String NOT_RECORDED = "nicht überliefert";
  private static final int DAYS_BEFORE_FIRST_MEETING = 28;

  private final Timetable timetable;
  private final Papers papers;
  private final PaperQueries queries;
  private final Consultations consultations;
  private final Sequences sequences;
  private final Council council;
  private final Meetings meetings;
  private final CaseMeetings caseMeetings;
  private final RecordedResults results;
  private final Leftovers leftovers;
  private final TaskDriver tasks;

  CaseDriver(Timetable timetable, Papers papers, PaperQueries queries, Consultations consultations,
      Sequences sequences, Council council, Meetings meetings, CaseMeetings caseMeetings, RecordedResults results,
      Leftovers leftovers, TaskDriver tasks) {
    this.timetable = timetable;
    this.papers = papers;
    this.queries = queries;
    this.consultations = consultations;
    this.sequences = sequences;
    this.council = council;
    this.meetings = meetings;
    this.caseMeetings = caseMeetings;
    this.results = results;
    this.leftovers = leftovers;
    this.tasks = tasks;
  }

  /** Drives the case to its recorded end; if that fails, nothing of it goes on. The clock is reset afterwards. */
  DrivenCase drive(RecordedCase recorded, boolean deadlinesEnforced) {
    String municipality = municipality(recorded);
    Long paperId = null;
    try {
      List<ReplayReport.Warning> warnings = new ArrayList<>();
      List<PlannedEntry> entries = timetable.plan(recorded, municipality, warnings);
      tasks.onDay(firstDay(entries).minusDays(DAYS_BEFORE_FIRST_MEETING));
      entries.forEach(this::meetingId);
      paperId = papers.begin(new NewPaper(municipality, recorded.type(), recorded.name(), NOT_RECORDED, null,
          recorded.reference()));
      DrivenCase driven = new DrivenCase(recorded, paperId, entries, warnings, deadlinesEnforced);
      if (!entries.isEmpty()) {
        prepare(driven);
        for (int i = 0; i < entries.size(); i++) {
          consult(driven, i);
        }
        finish(driven);
      }
      return driven;
    } catch (RuntimeException e) {
      leftovers.end(municipality, paperId);
      throw e;
    } finally {
      EngineClock.reset();
    }
  }

  /** Lets nothing go on of a case that failed after it had been driven. */
  void end(DrivenCase driven) {
    leftovers.end(queries.municipality(driven.paperId), driven.paperId);
  }

  /** Bodies known to the database are used; else the case has its municipality to itself, calendar included. */
  private String municipality(RecordedCase recorded) {
    if (council.knows(recorded.municipality())) {
      return recorded.municipality();
    }
    String own = Council.apart(recorded.municipality(), recorded.id());
    for (int copy = 2; council.knows(own); copy++) {
      own = Council.apart(recorded.municipality(), recorded.id() + " (" + copy + ")");
    }
    return own;
  }

  private static LocalDate firstDay(List<PlannedEntry> entries) {
    return entries.stream().map(PlannedEntry::date).min(Comparator.naturalOrder())
        .orElse(LocalDate.of(2020, 1, 7));
  }

  private void prepare(DrivenCase driven) {
    String process = papers.processInstance(driven.paperId);
    tasks.complete(process, "Task_Draft", Map.of("subject", driven.recorded.name(), "leadOffice", NOT_RECORDED,
        "visibility", "public", "reasons", "Der Wortlaut ist in der Aufzeichnung nicht enthalten."));
    sequences.change(driven.paperId, sequence(driven.entries), null);
    tasks.complete(process, "Task_ConfirmSequence", Map.of("sequenceConfirmed", true));
    if (!tasks.openTasks(process, "Task_Sign").isEmpty()) {
      tasks.complete(process, "Task_Sign",
          Map.of("decision", "SIGN", "signatory", NOT_RECORDED, "capacity", "OWN"));
    }
  }

  /** The stations in order of first appearance; neighbours of one recorded date share a rank. */
  private List<SequenceStation> sequence(List<PlannedEntry> entries) {
    List<PlannedEntry> distinct = IntStream.range(0, entries.size()).filter(i -> entries.subList(0, i).stream()
            .filter(entries.get(i)::sameStation).reduce((one, other) -> other)
            .map(last -> results.leadsTo(last, entries.get(i))).orElse(true))
        .mapToObj(entries::get).toList();
    List<SequenceStation> stations = new ArrayList<>();
    int rank = 0;
    PlannedEntry before = null;
    for (PlannedEntry entry : distinct) {
      boolean sameDay = before != null && !entry.dateAssigned() && !before.dateAssigned()
          && entry.date().equals(before.date());
      rank = sameDay ? rank : rank + 1;
      stations.add(new SequenceStation(null, entry.body().id(), entry.role(), rank, meetingId(entry)));
      before = entry;
    }
    return stations;
  }

  private Long meetingId(PlannedEntry entry) {
    return meetings.ensure(entry.body(), entry.date(), null).id();
  }

  private void consult(DrivenCase driven, int index) {
    PlannedEntry entry = driven.entries.get(index);
    caseMeetings.advance(driven, entry.date());
    PaperDetails.Station station = foreseen(driven, entry).orElseGet(() -> intervene(driven, index));
    driven.stations.add(station.id());
    caseMeetings.reportIfLate(driven, index);
    tasks.complete(tasks.openTask(station.processInstanceId(), RECORD_RESULT), result(driven, index, station));
    classifyUnknown(driven, index, station);
    nameReferralTarget(driven, station, index);
  }

  private static boolean fits(PaperDetails.Station station, PlannedEntry entry) {
    return station.organizationId().equals(entry.body().id()) && station.role() == entry.role();
  }

  /** The station that the models foresee for this entry, at the latest once its missing meeting has been fixed. */
  private Optional<PaperDetails.Station> foreseen(DrivenCase driven, PlannedEntry entry) {
    List<PaperDetails.Station> fitting =
        waiting(driven.paperId).stream().filter(station -> fits(station, entry)).toList();
    Optional<PaperDetails.Station> onTheDay =
        fitting.stream().filter(station -> entry.date().equals(station.date())).findFirst();
    if (onTheDay.isPresent()) {
      return onTheDay;
    }
    for (PaperDetails.Station station : fitting) {
      List<OpenTask> withoutMeeting = tasks.openTasks(station.processInstanceId(), ASSIGN_MEETING);
      if (!withoutMeeting.isEmpty()) {
        tasks.complete(withoutMeeting.get(0), Map.of("meetingDate", entry.date().toString()));
        return Optional.of(queries.station(station.id()));
      }
    }
    return Optional.empty();
  }

  private List<PaperDetails.Station> waiting(Long paperId) {
    return queries.details(paperId).consultations().stream()
        .filter(station -> station.state() == ConsultationState.REGISTERED).toList();
  }

  /** Changes what remains of the sequence once, so that the recorded body meets on the recorded day. */
  private PaperDetails.Station intervene(DrivenCase driven, int index) {
    PlannedEntry entry = driven.entries.get(index);
    List<PlannedEntry> later = driven.entries.subList(index + 1, driven.entries.size());
    List<PaperDetails.Station> waiting = waiting(driven.paperId);
    PaperDetails.Station moved = waiting.stream()
        .filter(station -> station.organizationId().equals(entry.body().id()))
        .filter(station -> later.stream().noneMatch(other -> fits(station, other)
            && other.date().equals(station.date())))
        .min(Comparator.comparing(station -> station.role() != entry.role())).orElse(null);
    Stream<SequenceStation> kept = waiting.stream().filter(station -> station != moved)
        .map(station -> new SequenceStation(station.id(), station.organizationId(), station.role(), station.rank(),
            station.meetingId()));
    int rank = moved != null ? moved.rank()
        : waiting.stream().mapToInt(PaperDetails.Station::rank).min().orElse(driven.entries.size());
    SequenceStation wanted = new SequenceStation(moved == null ? null : moved.id(), entry.body().id(), entry.role(),
        rank, meetingId(entry));
    sequences.change(driven.paperId, Stream.concat(kept, Stream.of(wanted)).toList(),
        "Die Aufzeichnung nennt als Nächstes " + entry.recorded().organization() + ".");
    driven.interventions++;
    tasks.runDueJobs();
    return waiting(driven.paperId).stream()
        .filter(station -> fits(station, entry) && entry.date().equals(station.date()))
        .max(Comparator.comparing(PaperDetails.Station::number))
        .orElseThrow(() -> new IllegalStateException("No station for consultation " + entry.recorded().order()));
  }

  private Map<String, Object> result(DrivenCase driven, int index, PaperDetails.Station station) {
    Map<String, Object> entered = results.entered(driven, index, entry -> waiting(driven.paperId).stream()
        .anyMatch(other -> other.organizationId().equals(entry.body().id()) && !other.role().outlivesTheRun()));
    if (!consultations.withoutResult(station.id()).isEmpty()) {
      entered.put("handling", "WITH_RESERVATION");
    }
    return entered;
  }

  private void classifyUnknown(DrivenCase driven, int index, PaperDetails.Station station) {
    RecordedCase.Entry recorded = driven.entries.get(index).recorded();
    boolean goesOn = index + 1 < driven.entries.size();
    for (OpenTask task : tasks.openTasks(station.processInstanceId(), CLASSIFY_RESULT)) {
      ResultKind voted = results.decidedByVote(driven, index);
      driven.warn("UNKNOWN_RESULT", "Beratung " + recorded.order() + ": Den Wortlaut „" + recorded.result()
          + "“ kennt keine Tabelle; " + (voted != null ? "es gilt, wie abgestimmt wurde."
          : goesOn ? "der Lauf ging weiter." : "mehr ist nicht aufgezeichnet."));
      ResultKind assumed = goesOn ? ResultKind.CONTINUE : ResultKind.NONE;
      tasks.complete(task, Map.of("resultKind", (voted != null ? voted : assumed).name()));
    }
  }

  private void nameReferralTarget(DrivenCase driven, PaperDetails.Station station, int index) {
    for (OpenTask task : tasks.openTasks(station.processInstanceId(), ASSIGN_REFERRAL_TARGET)) {
      PlannedEntry next = index + 1 < driven.entries.size() ? driven.entries.get(index + 1) : null;
      if (next != null && !next.role().outlivesTheRun()) {
        tasks.complete(task, Map.of("referredTo", List.of(String.valueOf(next.body().id()))));
      } else {
        tasks.complete(task, Map.of("noTarget", true));
      }
    }
  }

  private void finish(DrivenCase driven) {
    if (driven.recorded.complete() && !waiting(driven.paperId).isEmpty()) {
      sequences.change(driven.paperId, List.of(), "Die Aufzeichnung endet hier.");
      driven.interventions++;
      tasks.runDueJobs();
    }
    caseMeetings.close(driven);
  }
}
