package de.gremienlauf.calendar;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** The periods of one body as they are valid on the day of a meeting. */
public final class BodyPeriods {

  private final PeriodCalculator calculator;
  private final Period invitation;
  private final int urgentDays;
  private final Period submission;
  private final LocalTime cutoff;
  private final boolean statutory;
  private final String ground;

  BodyPeriods(PeriodCalculator calculator, Period invitation, int urgentDays, Period submission, LocalTime cutoff,
      boolean statutory, String ground) {
    this.calculator = calculator;
    this.invitation = invitation;
    this.urgentDays = urgentDays;
    this.submission = submission;
    this.cutoff = cutoff;
    this.statutory = statutory;
    this.ground = ground;
  }

  /**
   * The periods of a body outside of the decision table.
   *
   * @param cutoff the time of day until which papers are accepted on the last day; null if the whole day counts
   */
  public static BodyPeriods statutory(PeriodCalculator calculator, Period invitation, Period submission,
      LocalTime cutoff, String ground) {
    return new BodyPeriods(calculator, invitation, invitation.days(), submission, cutoff, true, ground);
  }

  /** A number of days and how they are counted; 0 days end on the day of the meeting. */
  public record Period(int days, PeriodUnit unit) {
  }

  /** The last day on which a paper can be handed in for the meeting, until {@link #cutoff()}. */
  public ExplainedDate submissionDeadline(LocalDate meetingDay) {
    ExplainedDate day = before(meetingDay, submission);
    return day.with("Vorlagen sind spätestens am " + GermanDate.printWithWeekday(day.date())
        + (cutoff == null ? "" : " bis " + cutoff + " Uhr") + " abzugeben.", ground);
  }

  /** The day of {@link #submissionDeadline} without its explanation. */
  public LocalDate submissionDay(LocalDate meetingDay) {
    return calculator.before(meetingDay, submission.days(), submission.unit());
  }

  /** The day of {@link #latestInvitation} without its explanation; not the shorter one for urgent matters. */
  public LocalDate invitationDay(LocalDate meetingDay) {
    return calculator.before(meetingDay, invitation.days(), invitation.unit());
  }

  /** The time of day until which papers are accepted on the last day; null if the whole day counts. */
  public LocalTime cutoff() {
    return cutoff;
  }

  /**
   * The last day on which the invitation can be sent.
   *
   * @param urgent whether the shorter period for urgent matters counts
   */
  public ExplainedDate latestInvitation(LocalDate meetingDay, boolean urgent) {
    ExplainedDate day = before(meetingDay, urgent ? new Period(urgentDays, invitation.unit()) : invitation);
    return day.with("Die Einladung ist " + (urgent ? "wegen Dringlichkeit " : "") + "spätestens am "
        + GermanDate.printWithWeekday(day.date()) + " abzusenden.", ground);
  }

  /** Whether law or statute demands these periods; else they are a custom, as in a project. */
  public boolean statutory() {
    return statutory;
  }

  /** The legal ground, with what is assumed marked so. */
  public String ground() {
    return ground;
  }

  private ExplainedDate before(LocalDate meetingDay, Period period) {
    if (period.days() == 0) {
      return new ExplainedDate(meetingDay, List.of(), ground);
    }
    return switch (period.unit()) {
      case WORKING_DAYS -> calculator.workingDaysBefore(meetingDay, period.days());
      case CALENDAR_DAYS -> calculator.calendarDaysBefore(meetingDay, period.days());
      case FULL_DAYS -> calculator.fullDaysBefore(meetingDay, period.days());
    };
  }
}
