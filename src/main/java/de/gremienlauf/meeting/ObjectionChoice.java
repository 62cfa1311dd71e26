package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;

/** An earlier meeting with released minutes, against which something can be raised, with its printed items. */
public record ObjectionChoice(Long meetingId, LocalDate day, String name, List<Item> items) {

  /** An item with its number and title. */
  public record Item(Long id, String label) {
  }
}
