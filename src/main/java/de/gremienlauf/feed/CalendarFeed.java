package de.gremienlauf.feed;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A calendar that somebody reads by a secret link. The secret itself is known only to who has the link.
 *
 * @param secretHash SHA-256 of the secret
 * @param userId who made it
 * @param organizationId the body whose meetings it shows; null for the meetings of that person
 * @param revokedOn null as long as the link works
 */
record CalendarFeed(@Id Long id, String secretHash, String userId, Long organizationId, LocalDate createdOn,
    LocalDate revokedOn) {

  CalendarFeed revoked(LocalDate day) {
    return new CalendarFeed(id, secretHash, userId, organizationId, createdOn, day);
  }
}
