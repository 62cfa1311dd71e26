package de.gremienlauf.substitution;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;

/**
 * Somebody is absent and somebody else stands in.
 *
 * @param person the absent login in {@link Chain#ADMINISTRATION}, the id of the council's person in {@link Chain#CHAIR}
 * @param deputy likewise; null if nobody stands in
 * @param scope the group, or the id of the body, that it is about; null for all
 * @param lastDay belongs to the absence
 * @param revokedAt when it was taken back before it began; null if it counts
 */
public record Absence(@Id Long id, Chain chain, String person, String deputy, String scope, LocalDate firstDay,
    LocalDate lastDay, LocalDateTime revokedAt) {

  public boolean contains(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }

  boolean overlaps(LocalDate first, LocalDate last) {
    return !lastDay.isBefore(first) && !firstDay.isAfter(last);
  }

  Absence lasting(LocalDate first, LocalDate last) {
    return new Absence(id, chain, person, deputy, scope, first, last, revokedAt);
  }

  Absence revoked(LocalDateTime at) {
    return new Absence(id, chain, person, deputy, scope, firstDay, lastDay, at);
  }
}
