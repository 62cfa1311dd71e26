package de.gremienlauf.funding.process;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.FundsCallState;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.NoticeDues;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of a call for funds asks in expressions. */
@Component
public class FundsCallFlow {

  private final FundsCalls calls;
  private final NoticeDues dues;
  private final WorkingDays workingDays;
  private final Clock clock;

  FundsCallFlow(FundsCalls calls, NoticeDues dues, WorkingDays workingDays, Clock clock) {
    this.calls = calls;
    this.dues = dues;
    this.workingDays = workingDays;
    this.clock = clock;
  }

  public boolean refused(Long fundsCallId) {
    return calls.details(fundsCallId).state() == FundsCallState.REFUSED;
  }

  /** Whether the payout settles the call, since it reimburses what was spent before. */
  public boolean settled(Long fundsCallId) {
    return calls.details(fundsCallId).state() == FundsCallState.USED;
  }

  /** The beginning of the first day after the period in which the money has to be used, in Berlin. */
  public Date useEnd(Long fundsCallId) {
    return EngineClock.startOf(calls.details(fundsCallId).useUntil().plusDays(1));
  }

  public Date callDue() {
    return due(dues.call());
  }

  public Date payoutDue() {
    return due(dues.payout());
  }

  public Date useDue() {
    return due(dues.use());
  }

  private Date due(int days) {
    return EngineClock.endOf(workingDays.after(LocalDate.now(clock), days));
  }
}
