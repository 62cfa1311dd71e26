package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * What is not yet clear about a concept, e.g. its financing.
 *
 * @param raisedOn null if the day is not known
 * @param settledOn null as long as it is open
 * @param settledBy what settled it; null as long as it is open
 */
public record OpenPoint(@Id Long id, Long concept, String point, LocalDate raisedOn, LocalDate settledOn,
    String settledBy) {

  boolean open() {
    return settledBy == null;
  }

  OpenPoint settled(String how, LocalDate day) {
    return new OpenPoint(id, concept, point, raisedOn, day, how);
  }
}
