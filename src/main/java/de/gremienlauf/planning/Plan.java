package de.gremienlauf.planning;

import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/**
 * What is possible for a paper.
 *
 * @param ready the day at whose end it is released if it begins on the day of start
 * @param meetsDeadline null if there is no deadline
 * @param slackDays by how many days it can begin later and still keep the deadline; negative if it is too late; null
 *     without a deadline and if no start would do
 * @param earliest null if a body has no meeting for it
 * @param latest the latest way to the deadline; null without a deadline and if there is no way
 * @param critical the bodies that alone delay the end if their meeting falls away or they postpone the paper
 * @param alternatives other ways that end earlier, the earliest first
 * @param sentences the plan for people, in German
 */
public record Plan(LocalDate start, LocalDate ready, LocalDate deadline, Boolean meetsDeadline, Long slackDays,
    Forward earliest, Backward latest, List<String> critical, List<Alternative> alternatives,
    List<String> sentences) {

  /**
   * The earliest way.
   *
   * @param end the day of the decision; if no station decides, of the last meeting
   * @param lastMeeting the day of the last meeting, be it only for notice
   * @param marginDays days from the end to the deadline; null without a deadline
   */
  public record Forward(LocalDate end, LocalDate lastMeeting, Long marginDays, List<Station> stations) {
  }

  /**
   * A station of the earliest way.
   *
   * @param meeting null if none is known and the decision does not hang on it, e.g. notice afterwards
   * @param submissionDay the last day on which the paper is accepted; null if there is no meeting or the body has dealt
   *     with the paper, then all that follows is null or false
   * @param cutoff until when on that day; null if the whole day counts
   * @param critical whether the end is later if this meeting falls away
   * @param slackDays by how many days the body can deal with the paper later and the deadline is kept; null if it is
   *     not kept, if there is none and if it is not about this body
   * @param ifLate what comes of it if the paper is ready only after the submission day; null if nothing is left
   * @param steps how the submission day is computed, in German
   * @param ground of the submission day
   */
  public record Station(String body, ConsultationRole role, int rank, LocalDate meeting, LocalDate submissionDay,
      LocalTime cutoff, boolean critical, Long slackDays, Late ifLate, List<String> steps, String ground) {
  }

  /**
   * What comes of a submission day that is missed.
   *
   * @param meeting the body's meeting then
   * @param end the day of the decision then
   */
  public record Late(LocalDate meeting, LocalDate end) {
  }

  /**
   * The latest way to the deadline.
   *
   * @param start the last working day on which the paper can begin
   * @param ready the day on which it is released then
   * @param limitedBy the bodies whose submission days allow no later start
   */
  public record Backward(LocalDate start, LocalDate ready, LocalDate end, List<String> limitedBy,
      List<Alternative.Stop> stations) {
  }
}
