package de.gremienlauf.funding.process;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.AmendmentStep;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.NoticeDues;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of an amendment asks in expressions. */
@Component
public class AmendmentFlow {

  private final Amendments amendments;
  private final Notices notices;
  private final NoticeDues dues;
  private final WorkingDays workingDays;
  private final Clock clock;

  AmendmentFlow(Amendments amendments, Notices notices, NoticeDues dues, WorkingDays workingDays, Clock clock) {
    this.amendments = amendments;
    this.notices = notices;
    this.dues = dues;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  public boolean toDecide(Long amendmentId, String step) {
    return amendments.toDecide(amendmentId, AmendmentStep.valueOf(step));
  }

  public boolean wanted(Long amendmentId) {
    return amendments.wanted(amendmentId);
  }

  public boolean committeesNeeded(Long amendmentId) {
    return amendments.committeesNeeded(amendmentId);
  }

  /** Until when the grantor keeps the option open, else the usual period. */
  public Date decideDue(Long amendmentId) {
    return untilOrUsual(amendments.details(amendmentId).until());
  }

  /** Until when the grantor waits for the comment, else the usual period. */
  public Date hearingDue(Long amendmentId) {
    return untilOrUsual(amendments.details(amendmentId).until());
  }

  /** An extension is asked for before the end; everything else within the usual period. */
  public Date applyDue(Long projectId, Long amendmentId) {
    return untilOrUsual(amendments.details(amendmentId).kind() == NoticeKind.EXTENSION
        ? notices.period(projectId).approvalUntil() : null);
  }

  private Date untilOrUsual(LocalDate until) {
    return EngineClock.endOf(until == null ? workingDays.after(LocalDate.now(clock), dues.decision()) : until);
  }

  public Date noticeDue() {
    return EngineClock.endOf(workingDays.after(LocalDate.now(clock), dues.amendment()));
  }
}
