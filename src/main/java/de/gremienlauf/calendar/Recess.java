package de.gremienlauf.calendar;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A time in which the bodies of a municipality do not meet (Ratsferien).
 *
 * @param municipality its name as people read it
 * @param lastDay belongs to the recess
 */
@Table("council_recess")
public record Recess(@Id Long id, String municipality, LocalDate firstDay, LocalDate lastDay) {

  /** Whether a day belongs to it. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(firstDay) && !day.isAfter(lastDay);
  }
}
