package de.gremienlauf.funding.process;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.NoticeDues;
import de.gremienlauf.funding.NoticeState;
import de.gremienlauf.funding.Notices;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of a notice asks in expressions. */
@Component
public class NoticeFlow {

  private final Notices notices;
  private final NoticeDues dues;
  private final WorkingDays workingDays;
  private final Clock clock;

  NoticeFlow(Notices notices, NoticeDues dues, WorkingDays workingDays, Clock clock) {
    this.notices = notices;
    this.dues = dues;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  public boolean unchecked(Long noticeId) {
    return notices.unchecked(noticeId);
  }

  public boolean challenged(Long noticeId) {
    return notices.details(noticeId).state() == NoticeState.CHALLENGED;
  }

  /** The end of the last day on which the notice can be challenged. */
  public Date checkDue(Long noticeId) {
    return EngineClock.endOf(notices.details(noticeId).appealUntil());
  }

  /** The beginning of the first day on which nobody can challenge it any more, in Berlin. */
  public Date finality(Long noticeId) {
    return EngineClock.startOf(notices.details(noticeId).finalFrom());
  }

  public Date challengeDue() {
    return EngineClock.endOf(workingDays.after(LocalDate.now(clock), dues.challenge()));
  }
}
