package de.gremienlauf.funding;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When a project ends and when work on its final report has to begin, by the periods that are in force now. */
@Service
@Transactional(readOnly = true)
public class ProjectClosing {

  private final Notices notices;
  private final FundingRules rules;

  ProjectClosing(Notices notices, FundingRules rules) {
    this.notices = notices;
    this.rules = rules;
  }

  /** The last day of the approval period. Refused with one sentence as long as nobody has said when that is. */
  public LocalDate end(Long projectId) {
    LocalDate end = notices.period(projectId).approvalUntil();
    if (end == null) {
      throw new BusinessException("Bitte geben Sie an, wann der Bewilligungszeitraum endet.");
    }
    return end;
  }

  /** The day on which work on the final report begins, so many weeks before the end as the rule says. */
  public ExplainedDate begins(Long projectId) {
    LocalDate end = end(projectId);
    FundingRule rule = rules.rule(projectId, RuleKey.CLOSING_WEEKS);
    LocalDate day = end.minusWeeks(rule.number());
    return new ExplainedDate(day, List.of("Der Bewilligungszeitraum endet am " + GermanDate.printWithWeekday(end)
        + ".", "Die Arbeit am Abschlussbericht beginnt " + rule.number() + " Wochen vorher, am "
            + GermanDate.printWithWeekday(day) + " (" + rule.ground() + ")."), rule.ground());
  }
}
