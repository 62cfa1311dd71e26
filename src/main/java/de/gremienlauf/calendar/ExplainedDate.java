package de.gremienlauf.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A computed day that says how it came about.
 *
 * @param date the day, in Europe/Berlin
 * @param steps German sentences in the order of computation, which a clerk can follow with a calendar
 * @param ground the legal ground, e.g. § 41 Abs. 2 VwVfG NRW; what is assumed is marked so
 */
public record ExplainedDate(LocalDate date, List<String> steps, String ground) {

  public ExplainedDate {
    Objects.requireNonNull(date);
    Objects.requireNonNull(ground);
    steps = List.copyOf(steps);
  }

  /** The same day with a closing sentence and the ground of the rule that asked for it. */
  ExplainedDate with(String sentence, String otherGround) {
    return new ExplainedDate(date, Stream.concat(steps.stream(), Stream.of(sentence)).toList(), otherGround);
  }
}
