package de.gremienlauf.council;

import org.springframework.data.annotation.Id;

/**
 * A person of the municipality (OParl: Person).
 *
 * @param userId the login; null if the person has none
 * @param mailAddress where invitations go; null if unknown
 */
public record Person(@Id Long id, String municipality, String name, String userId, String mailAddress) {

  /** The last word of the name, by which lists are sorted. */
  public String lastName() {
    return name.substring(name.lastIndexOf(' ') + 1);
  }
}
