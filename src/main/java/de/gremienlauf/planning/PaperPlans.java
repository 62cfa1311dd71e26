package de.gremienlauf.planning;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.paper.OpenSequences;
import de.gremienlauf.paper.OpenSequences.OpenSequence;
import de.gremienlauf.paper.OutsideDeadlines;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.SequenceOutlook;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of the papers under way, and the warnings about those that miss their deadline. */
@Service
@Transactional
public class PaperPlans implements SequenceOutlook {

  static final String WARNING = "deadline-warning";
  private static final String DEADLINE_SAFE = "DeadlineSafe";

  private final PaperPlanRepository rows;
  private final OpenSequences sequences;
  private final LivePlanner planner;
  private final Papers papers;
  private final OutsideDeadlines deadlines;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final JdbcClient jdbc;
  private final Clock clock;

  PaperPlans(PaperPlanRepository rows, OpenSequences sequences, LivePlanner planner, Papers papers,
      OutsideDeadlines deadlines, ProcessMessages messages, ApplicationEventPublisher events, JdbcClient jdbc,
      Clock clock) {
    this.rows = rows;
    this.sequences = sequences;
    this.planner = planner;
    this.papers = papers;
    this.deadlines = deadlines;
    this.messages = messages;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What to do about a deadline that will be missed. */
  public enum Answer {
    EARLIER_MEETING("Eine frühere Sitzung oder Sondersitzung ist veranlasst"),
    URGENT_DECISION("Eine Dringlichkeitsentscheidung ist veranlasst"),
    NEW_DEADLINE("Die Frist ist verlängert"),
    ACCEPTED("Der Termin wird nicht gehalten");

    private final String label;

    Answer(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  /** The plan of a paper as it is now; empty if no station of it is open. */
  @Transactional(readOnly = true)
  public Optional<LivePlan> of(Long paperId) {
    LocalDate today = LocalDate.now(clock);
    return sequences.of(paperId).stream().findFirst().map(
        paper -> planner.round(paper.municipality(), today).whole(paper, confirmedOn(rows.findById(paperId))));
  }

  @Override
  @Transactional(readOnly = true)
  public List<String> sentences(Long paperId) {
    return of(paperId).map(LivePlan::sentences).orElse(List.of());
  }

  @Override
  public void confirmed(Long paperId) {
    sequences.of(paperId).forEach(paper -> {
      PaperPlan plan = row(paperId);
      plan.confirmedOn = LocalDate.now(clock);
      plan.plannedOn = plan.confirmedOn;
      rows.save(plan);
      jdbc.sql("delete from planned_station where paper_id = :paper").param("paper", paperId).update();
      List<Object> planned = LivePlanner.days(paper).entrySet().stream()
          .flatMap(station -> Stream.<Object>of(station.getKey(), paperId, station.getValue())).toList();
      if (!planned.isEmpty()) {
        jdbc.sql("insert into planned_station (consultation_id, paper_id, first_day) values "
            + String.join(", ", Collections.nCopies(planned.size() / 3, "(?, ?, ?)"))).params(planned).update();
      }
    });
  }

  /** Plans a paper anew and warns, or takes the warning back, if that changes what people have to do. */
  void renew(OpenSequence paper, LivePlanner.Round round) {
    PaperPlan row = row(paper.paperId());
    boolean changed = row.take(round.brief(paper, row.confirmedOn));
    boolean warn = row.late() && row.warningProcessId == null && !row.answered();
    boolean takeBack = !row.late() && row.warningProcessId != null;
    if (warn) {
      row.warningProcessId = messages.startProcess(WARNING, papers.reference(paper.paperId()) + "#Terminwarnung",
          Map.of("paperId", paper.paperId()));
      deadlines.note(paper.paperId(), "Terminwarnung: " + row.sentence);
    } else if (takeBack) {
      takeBack(row);
      deadlines.note(paper.paperId(), "Terminwarnung aufgehoben: " + row.sentence);
    }
    if (changed || warn || takeBack) {
      row.plannedOn = LocalDate.now(clock);
      rows.save(row);
    }
    if (changed && !warn && row.warningProcessId != null) {
      events.publishEvent(new PlanChanged(row.paperId, row.warningProcessId));
    }
  }

  /** Ends the warnings about papers that are no longer under way. */
  void endWarnings() {
    for (PaperPlan row : rows.findByWarningProcessIdIsNotNull()) {
      if (sequences.of(row.paperId).isEmpty()) {
        takeBack(row);
        rows.save(row);
      }
    }
  }

  private void takeBack(PaperPlan row) {
    if (messages.awaits(DEADLINE_SAFE, row.warningProcessId)) {
      messages.send(DEADLINE_SAFE, row.warningProcessId, Map.of());
    }
    row.warningProcessId = null;
  }

  /**
   * Somebody has answered a warning. Nobody is warned again unless the end moves further or the deadline is another.
   *
   * @param newDeadline only with {@link Answer#NEW_DEADLINE}
   * @throws BusinessException if the new deadline does not help or something is missing
   */
  public void answer(Long paperId, Answer answer, LocalDate newDeadline, String remark) {
    PaperPlan row = row(paperId);
    if (answer == Answer.NEW_DEADLINE) {
      if (newDeadline == null) {
        throw new BusinessException("Bitte geben Sie die neue Frist an.");
      }
      if (row.deadline != null && !newDeadline.isAfter(row.deadline)) {
        throw new BusinessException("Die neue Frist muss nach dem " + GermanDate.print(row.deadline) + " liegen.");
      }
      deadlines.move(paperId, newDeadline);
    } else if (newDeadline != null) {
      throw new BusinessException("Eine neue Frist gehört nur zur Antwort „" + Answer.NEW_DEADLINE.label() + "“.");
    }
    deadlines.note(paperId, "Terminwarnung beantwortet: " + answer.label()
        + (newDeadline == null ? "" : " bis zum " + GermanDate.print(newDeadline)) + ". " + remark);
    row.warningProcessId = null;
    row.answeredEnd = row.earliestEnd;
    row.answeredDeadline = row.deadline;
    rows.save(row);
  }

  private PaperPlan row(Long paperId) {
    return rows.findById(paperId).orElseGet(() -> {
      PaperPlan plan = new PaperPlan();
      plan.paperId = paperId;
      return plan;
    });
  }

  private static LocalDate confirmedOn(Optional<PaperPlan> row) {
    return row.map(plan -> plan.confirmedOn).orElse(null);
  }
}
