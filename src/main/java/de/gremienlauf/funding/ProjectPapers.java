package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.Draft;
import de.gremienlauf.paper.NewPaper;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperEnded;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The papers with which projects go to the committees. A project has several, and one paper may serve several. */
@Service
@Transactional
public class ProjectPapers {

  private static final String PAPER_ENDED = "PaperEnded";
  private static final Pattern REFERENCE = Pattern.compile(
      "(?i)(?:(?:vorlagen?|session|drucksachen?)?[- ]?(?:nummer|nr\\.?)?:?\\s+)?(\\S+)");

  private final ProjectPaperRepository rows;
  private final FundedProjectRepository projects;
  private final ObjectProvider<PaperText> texts;
  private final Papers papers;
  private final PaperQueries queries;
  private final PaperAccess access;
  private final Attachments attachments;
  private final Notices notices;
  private final ProjectOrder order;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final CurrentUser user;
  private final Clock clock;

  ProjectPapers(ProjectPaperRepository rows, FundedProjectRepository projects, ObjectProvider<PaperText> texts,
      Papers papers, PaperQueries queries, PaperAccess access, Attachments attachments, Notices notices,
      ProjectOrder order, ProjectHistory history, ProcessMessages messages, CurrentUser user, Clock clock) {
    this.rows = rows;
    this.projects = projects;
    this.texts = texts;
    this.papers = papers;
    this.queries = queries;
    this.access = access;
    this.attachments = attachments;
    this.notices = notices;
    this.order = order;
    this.history = history;
    this.messages = messages;
    this.user = user;
    this.clock = clock;
  }

  /**
   * Stores that the committees are to take part; what paper they get is still open. Returns the entry's id.
   *
   * @param amendmentId the change that it is about; null if about none
   * @param reportId the progress report that it is about; null if about none
   * @param processInstanceId the process that sees to it; null if none does
   */
  public Long order(Long projectId, PaperPurpose purpose, Long amendmentId, Long reportId, String processInstanceId) {
    projects.required(projectId);
    return rows.save(new ProjectPaper(null, projectId, null, null, purpose, PaperNeed.OPEN, null, null, null,
        amendmentId, reportId, processInstanceId)).id();
  }

  /**
   * A paper that is asked for, as its form shows it.
   *
   * @param subject as it is proposed
   * @param paperType as it is proposed
   */
  public record Wanted(PaperPurpose purpose, String paperType, String subject) {
  }

  public Wanted wanted(Long projectPaperId) {
    ProjectPaper row = rows.required(projectPaperId);
    return new Wanted(row.purpose(), row.purpose().paperType(), proposal(row).subject());
  }

  /** Begins a new paper; its text is proposed by {@link #draft}. Returns the paper's id. */
  public Long begin(Long projectPaperId, String paperType, String subject) {
    ProjectPaper row = open(projectPaperId);
    if (paperType == null || subject == null) {
      throw new BusinessException("Bitte geben Sie Art und Betreff der neuen Vorlage an.");
    }
    FundedProject project = projects.required(row.projectId());
    Long paperId =
        papers.create(new NewPaper(project.municipality, paperType, subject, project.leadOffice, null, null));
    rows.save(row.decidedAs(PaperNeed.NEW, paperId, null, null));
    history.add(row.projectId(), paperType + " „" + subject + "“ veranlasst (" + row.purpose().label() + ").");
    return paperId;
  }

  /** Writes the proposed text and the files into the draft of a new paper. */
  public void draft(Long projectPaperId) {
    ProjectPaper row = rows.required(projectPaperId);
    PaperText.Proposal text = proposal(row);
    PaperDetails paper = queries.details(row.paperId());
    text.annexes().forEach(annex -> attachments.add(row.paperId(), annex.fileName(), annex.content(), annex.name(),
        annex.printed(), false));
    papers.saveDraft(row.paperId(), new Draft(paper.name(), paper.leadOffice(), null, List.of(), List.of(), true, null,
        text.resolution(), text.reasons(), text.budget(), null, references(row, text), null, null, List.of()));
  }

  private List<String> references(ProjectPaper row, PaperText.Proposal text) {
    return Stream.concat(text.references().stream(), rows.findByProjectIdOrderById(row.projectId()).stream()
            .filter(other -> !other.id().equals(row.id()) && other.paperId() != null)
            .map(other -> papers.reference(other.paperId())))
        .filter(Objects::nonNull).distinct().toList();
  }

  private PaperText.Proposal proposal(ProjectPaper row) {
    return texts.orderedStream().filter(text -> text.serves(row.purpose())).findFirst()
        .orElseThrow(() -> new IllegalStateException("Nobody proposes a text for " + row.purpose())).propose(row);
  }

  /**
   * Takes a paper that exists already. Returns its id.
   *
   * @param reference its number, with or without what is printed before it: Session-Nr. 3141/2019, Vorlage 0554/2017
   */
  public Long link(Long projectPaperId, String reference) {
    ProjectPaper row = open(projectPaperId);
    Long paperId = paper(projects.required(row.projectId()), reference);
    rows.save(row.decidedAs(PaperNeed.EXISTING, paperId, reference.strip(), null));
    history.add(row.projectId(), "Vorlage " + papers.reference(paperId) + " zugeordnet (" + row.purpose().label()
        + ").");
    return paperId;
  }

  /** Says that the committees get no paper, and why. */
  public void none(Long projectPaperId, String ground) {
    ProjectPaper row = open(projectPaperId);
    if (ground == null) {
      throw new BusinessException("Bitte begründen Sie, warum keine Vorlage nötig ist.");
    }
    rows.save(row.decidedAs(PaperNeed.NONE, null, null, ground));
    history.add(row.projectId(), "Keine Vorlage (" + row.purpose().label() + "): " + ground);
  }

  /**
   * Connects a project with a paper that somebody else sees to, e.g. one that concerns several projects. What becomes
   * of the paper is followed. Returns the entry's id.
   */
  public Long attach(Long projectId, String reference, PaperPurpose purpose) {
    projects.lock(projectId);
    Long paperId = paper(projects.required(projectId), reference);
    if (rows.findByPaperIdOrderById(paperId).stream()
        .anyMatch(row -> row.projectId().equals(projectId) && row.purpose() == purpose)) {
      throw BusinessException.conflict("Die Vorlage " + papers.reference(paperId)
          + " ist dem Projekt schon zugeordnet.");
    }
    Long projectPaperId = order(projectId, purpose, null, null, null);
    link(projectPaperId, reference);
    if (papers.isOver(paperId)) {
      record(projectPaperId);
    }
    return projectPaperId;
  }

  /** A paper that the person may not read is refused as if there was none with that number. */
  private Long paper(FundedProject project, String reference) {
    if (reference == null) {
      throw new BusinessException("Bitte geben Sie die Nummer der Vorlage an.");
    }
    String number = number(reference);
    Long paperId = queries.idOf(project.municipality, number);
    if (paperId == null || user.id() != null && !access.mayRead(paperId)) {
      throw new BusinessException("Eine Vorlage mit der Nummer „" + number + "“ gibt es nicht.");
    }
    return paperId;
  }

  /** The number of a paper without what is printed before it. */
  static String number(String reference) {
    Matcher matcher = REFERENCE.matcher(reference.strip());
    return matcher.matches() ? matcher.group(1) : reference.strip();
  }

  private ProjectPaper open(Long projectPaperId) {
    ProjectPaper row = rows.required(projectPaperId);
    if (row.need() != PaperNeed.OPEN) {
      throw BusinessException.conflict("Für „" + row.purpose().label() + "“ steht die Vorlage schon fest.");
    }
    return row;
  }

  /** The paper of an entry; null if there is none. */
  public Long paperId(Long projectPaperId) {
    return rows.required(projectPaperId).paperId();
  }

  /** Whether the paper is over. Who looks and then waits for its end does not miss it. */
  public boolean over(Long projectPaperId) {
    return papers.isOver(paperId(projectPaperId));
  }

  /** Reads back what became of the paper, and asks what there is to ask about it. */
  public PaperOutcome record(Long projectPaperId) {
    ProjectPaper row = rows.required(projectPaperId);
    Papers.End end = row.paperId() == null ? null : papers.end(row.paperId());
    PaperOutcome outcome = end == null ? PaperOutcome.NONE : PaperOutcome.of(end.state(), row.purpose().informs());
    LocalDate day = end == null ? LocalDate.now(clock) : end.day();
    if (outcome == row.outcome() && Objects.equals(day, row.endedOn())) {
      return outcome;
    }
    rows.save(row.ended(outcome, day));
    if (end != null) {
      history.add(row.projectId(), "Vorlage " + Objects.requireNonNullElse(papers.reference(row.paperId()),
          "ohne Nummer") + " (" + row.purpose().label() + "): " + outcome.label()
          + (day == null ? "." : " am " + GermanDate.print(day) + "."));
    }
    if (row.purpose() == PaperPurpose.PARTICIPATION) {
      order.check(row.projectId());
    }
    if (row.purpose() == PaperPurpose.EXTENSION && outcome == PaperOutcome.ACCEPTED && day != null) {
      order.extensionResolved(row.projectId(), row.amendmentId(), day);
    }
    if (row.purpose() == PaperPurpose.FINAL_REPORT && row.paperId() != null) {
      checkHearing(row);
    }
    return outcome;
  }

  private void checkHearing(ProjectPaper row) {
    List<LocalDate> heard = queries.details(row.paperId()).consultations().stream()
        .map(PaperDetails.Station::concludedOn).filter(Objects::nonNull).sorted().toList();
    if (!heard.isEmpty()) {
      order.finalReportHeard(row.projectId(), heard.get(0), heard.get(heard.size() - 1),
          notices.period(row.projectId()).executionUntil());
    }
  }

  /** A paper is over: wakes who waits for it, and corrects what was read from it before it was reopened. */
  @EventListener
  void onEnded(PaperEnded ended) {
    rows.findByPaperIdOrderById(ended.paperId()).stream()
        .filter(row -> row.outcome() != null || row.processInstanceId() == null)
        .forEach(row -> record(row.id()));
    messages.sendToAll(PAPER_ENDED, "paperId", ended.paperId());
  }

  /** Withdraws the papers that were begun for a project which is aborted, unless others need them too. */
  @EventListener
  void onStopped(ProjectStopped stopped) {
    for (ProjectPaper row : rows.findByProjectIdOrderById(stopped.projectId())) {
      if (row.need() != PaperNeed.NEW || papers.isOver(row.paperId())) {
        continue;
      }
      rows.findByPaperIdOrderById(row.paperId()).stream().filter(other -> !other.projectId().equals(row.projectId()))
          .findFirst().ifPresent(other -> {
            throw new BusinessException("Die Vorlage " + papers.reference(row.paperId()) + " betrifft auch "
                + projects.required(other.projectId()).projectNumber
                + " und läuft noch. Bitte warten Sie ihren Abschluss ab oder ziehen Sie sie zuerst zurück.");
          });
      papers.withdraw(row.paperId(), "Das Förderprojekt wird abgebrochen: " + stopped.reason());
    }
  }

  List<ProjectPaper> of(Long projectId) {
    return rows.findByProjectIdOrderById(projectId);
  }
}
