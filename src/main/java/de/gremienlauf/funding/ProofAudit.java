package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the grantor made of a proof of use.
 *
 * @param note as it was written; null for nothing
 * @param repayment what has to be paid back or is not paid, in euro; null if nothing
 */
public record ProofAudit(AuditResult result, String note, LocalDate auditedOn, BigDecimal repayment) {
}
