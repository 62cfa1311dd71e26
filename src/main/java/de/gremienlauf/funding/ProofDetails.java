package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A proof of use as pages and forms show it; amounts in euro, absent values are null.
 *
 * @param dueExplained how the day it is due came about, a sentence in each line
 * @param computation how the grant by the numbers came about, a sentence in each line
 */
public record ProofDetails(Long id, Long projectId, ProofState state, LocalDate dueOn, String dueExplained,
    String narrative, BigDecimal computedGrant, String computation, LocalDate submittedOn, AuditResult auditResult,
    String auditNote, LocalDate auditedOn, BigDecimal repayment, String documentHash) {

  static ProofDetails of(ProofOfUse proof) {
    return new ProofDetails(proof.id, proof.projectId, proof.state, proof.dueOn, proof.dueExplained, proof.narrative,
        proof.computedGrant, proof.computation, proof.submittedOn, proof.auditResult, proof.auditNote,
        proof.auditedOn, proof.repayment, proof.documentHash);
  }
}
