package de.gremienlauf.paper;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * Who may sign in which capacity for good (§ 68 GO NRW): the head of the administration for themselves, Beigeordnete i. V.
 * in their field, others i. A.
 *
 * @param userId the login
 * @param signatory the name as printed, e.g. StD Dr. Keller
 * @param represented as printed, e.g. OB Reker; null for who signs for themselves
 * @param leadOffice the office whose papers may be signed; null for all
 * @param generalDeputy whether it is the general deputy (§ 68 (1)), who also signs urgent decisions
 * @param validFrom null for always
 * @param validUntil the last day; null for ever
 */
public record SigningAuthority(@Id Long id, String municipality, String userId, String signatory, Capacity capacity,
    String represented, String leadOffice, boolean generalDeputy, LocalDate validFrom, LocalDate validUntil) {

  boolean validOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom)) && (validUntil == null || !day.isAfter(validUntil));
  }

  /** Whether the person leads the administration. */
  boolean head() {
    return capacity == Capacity.OWN;
  }
}
