package de.gremienlauf.funding.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.funding.FundsCallState;
import de.gremienlauf.funding.FundsCalls;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of a call for funds asks in expressions. */
@Component
public class FundsCallFlow {

  private final FundsCalls calls;

  FundsCallFlow(FundsCalls calls) {
    this.calls = calls;
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
}
