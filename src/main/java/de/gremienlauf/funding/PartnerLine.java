package de.gremienlauf.funding;

import de.gremienlauf.council.Participation;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A partner of a project as pages and documents show it; amounts in euro, absent values are null.
 *
 * @param signedOn when the partner signed the cooperation agreement
 * @param signedAssumed whether that day is assumed
 */
public record PartnerLine(Long id, String name, PartnerKind kind, Participation participation, LocalDate signedOn,
    boolean signedAssumed, BigDecimal passedOn, LocalDate consentOn) {
}
