package de.gremienlauf.council;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A person's seat in a body (OParl: Membership).
 *
 * @param membershipRole as printed: Vorsitz, Mitglied, sachkundige Einwohnerin ...
 * @param votingRight whether the person votes; property of the membership, not of the person (§ 58 GO NRW)
 */
public record Membership(@Id Long id, Long personId, Long organizationId, String membershipRole, boolean votingRight,
    LocalDate startDate, LocalDate endDate) {

  boolean heldOn(LocalDate day) {
    return (startDate == null || !day.isBefore(startDate)) && (endDate == null || !day.isAfter(endDate));
  }
}
