package de.gremienlauf.funding;

import de.gremienlauf.council.Participation;

/**
 * A partner to add.
 *
 * @param organizationId the organization it is in the council's directory; null if it is in none
 * @param participation whether it sits in all bodies of the project or takes part occasionally
 */
public record NewPartner(String name, PartnerKind kind, Participation participation, Long organizationId) {
}
