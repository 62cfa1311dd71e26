package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A time of a project that is known only roughly, as it was said.
 *
 * @param label what happens then, e.g. Betriebsbeginn
 * @param earliest null if the words leave it open
 * @param latest null if the words leave it open
 */
record ProjectDate(@Id Long id, Long projectId, String label, String asSaid, LocalDate earliest, LocalDate latest,
    boolean assumed) {
}
