package de.gremienlauf.planning;

import java.time.LocalDate;
import java.util.Objects;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** What is possible for a paper as it was computed last, and the warning that came of it. */
@Table("paper_plan")
class PaperPlan {

  @Id Long paperId;
  @Version int version;
  /** When the sequence was confirmed last, from when co-signing and signing are counted; null if it was not yet. */
  LocalDate confirmedOn;
  LocalDate plannedOn;
  LocalDate earliestEnd;
  LocalDate deadline;
  /** Days that are left: to begin later before release, between decision and deadline after it. */
  Integer slackDays;
  Boolean meets;
  String critical;
  String sentence;
  String warningProcessId;
  /** What the person knew who answered the last warning; both null as long as nobody did. */
  LocalDate answeredEnd;
  LocalDate answeredDeadline;

  boolean late() {
    return Boolean.FALSE.equals(meets);
  }

  /** Whether somebody has answered a warning about this end and this deadline, or about a later end. */
  boolean answered() {
    return answeredDeadline != null && answeredDeadline.equals(deadline) && (earliestEnd == null
        ? answeredEnd == null : answeredEnd == null || !earliestEnd.isAfter(answeredEnd));
  }

  /** Takes over what was computed. Returns whether anything but the day of planning is different. */
  boolean take(LivePlan plan) {
    boolean same = Objects.equals(earliestEnd, plan.end()) && Objects.equals(deadline, plan.deadline())
        && Objects.equals(slackDays, plan.slackDays()) && Objects.equals(meets, plan.meets())
        && Objects.equals(critical, plan.criticalBodies()) && Objects.equals(sentence, plan.verdict());
    earliestEnd = plan.end();
    deadline = plan.deadline();
    slackDays = plan.slackDays();
    meets = plan.meets();
    critical = plan.criticalBodies();
    sentence = plan.verdict();
    return !same;
  }
}
