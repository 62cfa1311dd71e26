package de.gremienlauf.funding;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Working days until a task about notices and money is due, where no period of the law or of the grantor says when.
 *
 * @param challenge for recording what the court has decided
 * @param decision for deciding about an extension or commenting in a hearing
 * @param amendment for recording the notice on an amendment
 * @param call for calling for funds
 * @param payout for recording the payout
 * @param use for confirming the use
 */
@ConfigurationProperties("gremienlauf.notices")
public record NoticeDues(int challenge, int decision, int amendment, int call, int payout, int use) {
}
