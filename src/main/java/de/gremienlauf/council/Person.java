package de.gremienlauf.council;

import org.springframework.data.annotation.Id;

/**
 * A person of the municipality (OParl: Person).
 *
 * @param userId the login; null if the person has none
 */
public record Person(@Id Long id, String municipality, String name, String userId) {
}
