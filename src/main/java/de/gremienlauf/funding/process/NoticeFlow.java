package de.gremienlauf.funding.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.NoticeState;
import de.gremienlauf.funding.Notices;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of a notice asks in expressions. */
@Component
public class NoticeFlow {

  private final Notices notices;

  NoticeFlow(Notices notices) {
    this.notices = notices;
  }

  public boolean unchecked(Long noticeId) {
    return notices.unchecked(noticeId);
  }

  public boolean challenged(Long noticeId) {
    return notices.details(noticeId).state() == NoticeState.CHALLENGED;
  }

  /** The beginning of the first day on which nobody can challenge it any more, in Berlin. */
  public Date finality(Long noticeId) {
    return EngineClock.startOf(notices.details(noticeId).finalFrom());
  }
}
