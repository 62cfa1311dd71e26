package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A call for funds as pages show it; what has not happened yet is null.
 *
 * @param paymentsUntil the last due day of the payments that the money is for
 * @param useUntil the day by which money paid in advance has to be used
 * @param useExplained how that day came about
 */
public record FundsCallDetails(Long id, Long projectId, FundsCallState state, LocalDate calledOn, BigDecimal amount,
    LocalDate paymentsUntil, String purpose, LocalDate paidOn, BigDecimal paid, LocalDate useUntil,
    String useExplained, BigDecimal used, LocalDate usedConfirmedOn, String refusal, String processInstanceId) {

  static FundsCallDetails of(FundsCall call) {
    return new FundsCallDetails(call.id, call.projectId, call.state, call.calledOn, call.amount, call.paymentsUntil,
        call.purpose, call.paidOn, call.paid, call.useUntil, call.useExplained, call.used, call.usedConfirmedOn,
        call.refusal, call.processInstanceId);
  }
}
