package de.gremienlauf.calendar;

import java.time.LocalDate;
import java.util.List;

/** The recesses of one municipality, the earliest first. */
public record Recesses(List<Recess> recesses) {

  public Recesses {
    recesses = List.copyOf(recesses);
  }

  public boolean isRecess(LocalDate day) {
    return recesses.stream().anyMatch(recess -> recess.contains(day));
  }

  /** How many days from the first to the last, both counted, belong to a recess. */
  public int count(LocalDate first, LocalDate last) {
    return (int) first.datesUntil(last.plusDays(1)).filter(this::isRecess).count();
  }
}
