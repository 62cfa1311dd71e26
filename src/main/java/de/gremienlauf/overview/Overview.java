package de.gremienlauf.overview;

import java.time.LocalDate;
import java.util.List;

/** What is under way in the own municipality on a day. */
public record Overview(LocalDate day, List<Count> papers, List<Count> projects, List<Office> offices,
    List<Body> bodies, Durations durations, Plans plans, List<Tight> tight) {

  /** How many there are of something. */
  public record Count(String label, int count) {
  }

  /**
   * The papers of an office that are under way.
   *
   * @param preparing how many of them are not yet released
   * @param missing how many of them will miss their day
   */
  public record Office(String name, int underWay, int preparing, int missing) {
  }

  /**
   * The stations that wait for a body.
   *
   * @param withoutMeeting how many of them have no meeting yet
   * @param overdue how many of them have a meeting that is over
   * @param missing how many of them belong to a paper that will miss its day
   * @param nextMeeting the earliest meeting that is to come; null if there is none
   */
  public record Body(String name, int waiting, int withoutMeeting, int overdue, int missing, LocalDate nextMeeting) {
  }

  /**
   * How long papers took from their beginning to the last decision, in days; of the newest of the last twelve months.
   *
   * @param median the days within which half of them were decided; null if there are none
   * @param nineTenths the same for nine of ten
   */
  public record Durations(int papers, Integer median, Integer nineTenths, List<Count> classes) {
  }

  /**
   * How many papers under way will miss the day until which they have to be decided, keep it with no more than a week
   * to spare, keep it otherwise.
   */
  public record Plans(int missing, int near, int kept) {
  }

  /**
   * A paper that will miss its day or is near it.
   *
   * @param name null for a person who may not read the paper
   * @param earliestEnd null if a body has no meeting for it
   * @param critical the bodies that the end depends on; null if not known
   */
  public record Tight(Long paperId, String reference, String name, String leadOffice, String state, LocalDate deadline,
      LocalDate earliestEnd, Integer slackDays, boolean missing, String critical, String sentence) {
  }
}
