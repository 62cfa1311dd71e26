package de.gremienlauf.paper;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.deadline.CaseDays;
import de.gremienlauf.deadline.TaskCase;
import de.gremienlauf.deadline.TaskDueMoved;
import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The days of papers, urgent decisions and stations from which the periods of tasks are counted. */
@Component
class PaperCaseDays implements CaseDays {

  private final PaperRepository papers;
  private final CoSignatureRepository coSignatures;
  private final Consultations consultations;
  private final UrgentDecisions urgentDecisions;

  PaperCaseDays(PaperRepository papers, CoSignatureRepository coSignatures, Consultations consultations,
      UrgentDecisions urgentDecisions) {
    this.papers = papers;
    this.coSignatures = coSignatures;
    this.consultations = consultations;
    this.urgentDecisions = urgentDecisions;
  }

  @Override
  public Map<String, Function<TaskCase, ExplainedDate>> days() {
    return Map.of(
        "OUTSIDE_DEADLINE", about -> explained("Von außen gesetzte Frist der Vorlage", outsideDeadline(about), ""),
        "NEEDED_BY", about -> explained("Die Entscheidung wird gebraucht bis", neededBy(about), "§ 60 GO NRW"),
        "CONSULTATION_DAY", about -> explained("Sitzungstag", consultationDay(about), ""));
  }

  private LocalDate outsideDeadline(TaskCase about) {
    Long id = about.id("paperId");
    return id == null ? null : papers.findById(id).map(paper -> paper.outsideDeadline).orElse(null);
  }

  private LocalDate neededBy(TaskCase about) {
    Long id = about.id("urgentDecisionId");
    return id == null ? null : urgentDecisions.urgency(id).neededBy();
  }

  private LocalDate consultationDay(TaskCase about) {
    Long id = about.id("consultationId");
    return id == null ? null : consultations.meetingDay(id);
  }

  private static ExplainedDate explained(String what, LocalDate day, String ground) {
    return day == null ? null : new ExplainedDate(day, List.of(what + ": " + GermanDate.print(day) + "."), ground);
  }

  /** The page of the paper names the day as well. */
  @EventListener
  void taskMoved(TaskDueMoved moved) {
    Long id = moved.about().id("coSignatureId");
    if (id != null) {
      coSignatures.moveDue(id, moved.dueOn());
    }
  }
}
