package de.gremienlauf.council;

import java.time.LocalDate;

/** A body has been succeeded by another; told in the same transaction. */
public record BodySucceeded(Long formerId, Long successorId, LocalDate from) {
}
