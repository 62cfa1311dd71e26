package de.gremienlauf.overview;

import java.time.LocalDate;
import java.util.List;

/** What is under way in the own municipality on a day. */
public record Overview(LocalDate day, List<Count> papers, List<Count> projects, List<Office> offices,
    List<Body> bodies, Durations durations) {

  /** How many there are of something. */
  public record Count(String label, int count) {
  }

  /**
   * The papers of an office that are under way.
   *
   * @param preparing how many of them are not yet released
   */
  public record Office(String name, int underWay, int preparing) {
  }

  /**
   * The stations that wait for a body.
   *
   * @param withoutMeeting how many of them have no meeting yet
   * @param overdue how many of them have a meeting that is over
   * @param nextMeeting the earliest meeting that is to come; null if there is none
   */
  public record Body(String name, int waiting, int withoutMeeting, int overdue, LocalDate nextMeeting) {
  }

  /**
   * How long papers took from their beginning to the last decision, in days; of the newest of the last twelve months.
   *
   * @param median the days within which half of them were decided; null if there are none
   * @param nineTenths the same for nine of ten
   */
  public record Durations(int papers, Integer median, Integer nineTenths, List<Count> classes) {
  }
}
