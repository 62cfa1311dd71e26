package de.gremienlauf.funding;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * How a partner used the money that was passed on to it, in euro. Absent values are null.
 *
 * @param dueExplained how the day it is due came about, a sentence in each line
 * @param accepted what of it the city accepts
 */
public record PartnerProof(Long partnerId, Long projectId, String name, BigDecimal passedOn, LocalDate dueOn,
    String dueExplained, LocalDate receivedOn, BigDecimal accepted) {

  static PartnerProof of(ProjectPartner partner) {
    return new PartnerProof(partner.id, partner.projectId, partner.name, partner.passedOn, partner.proofDue,
        partner.proofExplained, partner.proofReceivedOn, partner.proofAccepted);
  }
}
