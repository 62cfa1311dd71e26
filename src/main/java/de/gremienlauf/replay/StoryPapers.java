package de.gremienlauf.replay;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.engine.RunHistory;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.PaperPurpose;
import de.gremienlauf.funding.ProjectPapers;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingState;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.SequenceStation;
import de.gremienlauf.paper.Sequences;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes the papers of a story through their committees, each body on its day. */
@Component
class StoryPapers {

  private static final String NOT_TOLD = "nicht überliefert";
  private static final int DAYS_TO_SIGN = 7;
  private static final String ARRANGE_PAPER = "Task_ArrangePaper";

  private final Papers papers;
  private final PaperQueries queries;
  private final ProjectPapers projectPapers;
  private final Sequences sequences;
  private final Council council;
  private final Meetings meetings;
  private final Agenda agenda;
  private final DecisionTables tables;
  private final TaskDriver tasks;
  private final StoryTasks storyTasks;
  private final RunHistory history;

  StoryPapers(Papers papers, PaperQueries queries, ProjectPapers projectPapers, Sequences sequences,
      Council council, Meetings meetings, Agenda agenda, DecisionTables tables, TaskDriver tasks,
      StoryTasks storyTasks, RunHistory history) {
    this.papers = papers;
    this.queries = queries;
    this.projectPapers = projectPapers;
    this.sequences = sequences;
    this.council = council;
    this.meetings = meetings;
    this.agenda = agenda;
    this.tables = tables;
    this.tasks = tasks;
    this.storyTasks = storyTasks;
    this.history = history;
  }

  /** Begins a paper today, and lets its further steps follow on their days. */
  void begin(DrivenStory driven, StoryEvent event, Deed.Paper told, StorySteps steps) {
    Long projectId = driven.project(event.project());
    told.stations().forEach(station -> meeting(driven, station));
    Long paperId = told.reference() == null ? beginNew(projectId, told) : beginRecorded(driven, projectId, told);
    driven.papers.put(event, paperId);
    LocalDate firstMeeting = told.stations().get(0).date();
    LocalDate signed = told.signature() == null || told.signature().date() == null
        ? earlier(event.date().plusDays(DAYS_TO_SIGN), firstMeeting.minusDays(1)) : told.signature().date();
    steps.add(event, event.date(), () -> draft(driven, paperId, told));
    steps.add(event, signed, () -> sign(paperId, told.signature()));
    for (Deed.Station station : told.stations()) {
      steps.add(event, station.date(), () -> deal(driven, paperId, station));
    }
    for (String other : told.also()) {
      take(driven.project(other), told.purpose(), papers.reference(paperId), PaperPurpose.FOLLOW_UP);
    }
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /** The project's own process begins the paper, with the text that it proposes. */
  private Long beginNew(Long projectId, Deed.Paper told) {
    OpenTask task = wanted(projectId, told);
    tasks.complete(task, Map.of("need", "NEW", "paperType", told.type(), "subject", told.name()));
    return Long.valueOf(history.variable(task.processInstanceId(), "paperId"));
  }

  /** A paper that has its number from elsewhere is begun for itself, and the project's process takes it. */
  private Long beginRecorded(DrivenStory driven, Long projectId, Deed.Paper told) {
    Long paperId = papers.begin(new NewPaper(driven.municipality, told.type(), told.name(), leadOffice(driven, told),
        null, told.reference()));
    take(projectId, told.purpose(), told.reference(), told.purpose());
    return paperId;
  }

  /** A project that waits for a paper of a purpose takes this one; else it is noted with the other purpose. */
  private void take(Long projectId, PaperPurpose wanted, String reference, PaperPurpose otherwise) {
    List<OpenTask> asked = storyTasks.open(projectId, ARRANGE_PAPER, "purpose", wanted.name());
    if (asked.isEmpty()) {
      projectPapers.attach(projectId, reference, otherwise);
    } else {
      tasks.complete(asked.get(0), Map.of("need", "EXISTING", "reference", reference));
    }
  }

  private static String leadOffice(DrivenStory driven, Deed.Paper told) {
    return Objects.requireNonNullElse(told.leadOffice(), driven.story.project().leadOffice());
  }

  private OpenTask wanted(Long projectId, Deed.Paper told) {
    List<OpenTask> asked = storyTasks.open(projectId, ARRANGE_PAPER, "purpose", told.purpose().name());
    if (asked.isEmpty()) {
      throw new IllegalStateException("Nobody asks for a paper of purpose " + told.purpose());
    }
    return asked.get(0);
  }

  private Meeting meeting(DrivenStory driven, Deed.Station station) {
    Organization body = council.find(driven.municipality, station.organization())
        .orElseGet(() -> council.addBody(driven.municipality, station.organization(), null, null, null));
    return meetings.ensure(body, station.date(), null);
  }

  private void draft(DrivenStory driven, Long paperId, Deed.Paper told) {
    String process = papers.processInstance(paperId);
    PaperDetails paper = queries.details(paperId);
    Map<String, Object> entered = new HashMap<>();
    entered.put("subject", told.name());
    entered.put("leadOffice", leadOffice(driven, told));
    entered.put("visibility", "public");
    entered.put("topics", told.topics());
    entered.put("resolution", either(told.resolution(), queries.resolutionText(paperId)));
    entered.put("reasons", either(told.reasons(),
        either(block(paper, "REASONS"), "Der Wortlaut ist " + NOT_TOLD + ".")));
    entered.put("budget", either(told.budget(), block(paper, "BUDGET")));
    List<String> references = new ArrayList<>(paper.references().stream()
        .map(PaperDetails.Reference::reference).toList());
    told.references().stream().filter(reference -> !references.contains(reference)).forEach(references::add);
    entered.put("references", String.join(", ", references));
    tasks.complete(process, "Task_Draft", entered);
    int rank = 0;
    List<SequenceStation> sequence = new ArrayList<>();
    for (Deed.Station station : told.stations()) {
      Meeting meeting = meeting(driven, station);
      sequence.add(new SequenceStation(null, meeting.organizationId(), role(station), ++rank, meeting.id()));
    }
    sequences.change(paperId, sequence, null);
    tasks.complete(process, "Task_ConfirmSequence", Map.of("sequenceConfirmed", true));
  }

  private static String either(String first, String second) {
    return first == null || first.isBlank() ? second : first;
  }

  private static String block(PaperDetails paper, String kind) {
    return paper.blocks().stream().filter(block -> block.kind().equals(kind)).map(PaperDetails.Block::text)
        .findFirst().orElse(null);
  }

  private ConsultationRole role(Deed.Station station) {
    if (station.role() == null) {
      return ConsultationRole.PRELIMINARY;
    }
    Object known = tables.first("consultation-role", Map.of("printed", Phrases.normalize(station.role()))).get("role");
    if (known == null) {
      throw new IllegalStateException("Die Rolle „" + station.role() + "“ kennt keine Tabelle.");
    }
    return ConsultationRole.valueOf((String) known);
  }

  private void sign(Long paperId, Deed.Signature signature) {
    for (OpenTask task : tasks.openTasks(papers.processInstance(paperId), "Task_Sign")) {
      Map<String, Object> entered = new HashMap<>(Map.of("decision", "SIGN",
          "signatory", signature == null ? NOT_TOLD : signature.name(), "capacity", "OWN"));
      if (signature != null && signature.actingFor() != null) {
        entered.put("capacity", "IV");
        entered.put("represented", signature.actingFor());
      }
      tasks.complete(task, entered);
    }
  }

  /** A body deals with the paper today, and its meeting ends if nothing is left to deal with. */
  private void deal(DrivenStory driven, Long paperId, Deed.Station told) {
    PaperDetails.Station station = queries.details(paperId).consultations().stream()
        .filter(one -> one.state() == ConsultationState.REGISTERED && told.date().equals(one.date())
            && one.organization().equals(told.organization()))
        .findFirst().orElseThrow(() -> new IllegalStateException("The paper is not before " + told.organization()
            + " on " + told.date()));
    Map<String, Object> entered = new HashMap<>();
    if (told.result() == null) {
      entered.put("noResult", true);
    } else {
      entered.put("result", told.result());
    }
    entered.put("vote", told.vote());
    entered.put("remark", told.remark());
    tasks.complete(tasks.openTask(station.processInstanceId(), "Task_RecordResult"), entered);
    for (OpenTask task : tasks.openTasks(station.processInstanceId(), "Task_ClassifyResult")) {
      driven.warn("UNKNOWN_RESULT", "Den Wortlaut „" + told.result() + "“ kennt keine Tabelle.");
      tasks.complete(task, Map.of("resultKind", "CONTINUE"));
    }
    Meeting meeting = meetings.get(station.meetingId());
    boolean done = agenda.of(meeting.id()).stream()
        .noneMatch(item -> item.consultationId() != null && item.state().open());
    if (meeting.state() == MeetingState.IN_SESSION && meeting.processInstanceId() != null && done) {
      tasks.complete(meeting.processInstanceId(), "Task_HoldMeeting", Map.of("ending", "CLOSED"));
    }
  }
}
