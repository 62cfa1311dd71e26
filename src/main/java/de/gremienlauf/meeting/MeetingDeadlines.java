package de.gremienlauf.meeting;

import de.gremienlauf.calendar.BodyKind;
import de.gremienlauf.calendar.BodyPeriods;
import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.MeetingPeriods;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** The periods before a meeting, by the table {@code meeting-periods} as it is deployed now. */
@Component
public class MeetingDeadlines {

  private final MeetingPeriods periods;
  private final Council council;

  MeetingDeadlines(MeetingPeriods periods, Council council) {
    this.periods = periods;
    this.council = council;
  }

  /** The last day on which papers can be handed in, explained. */
  public ExplainedDate submissionDeadline(Meeting meeting) {
    return of(meeting).submissionDeadline(meeting.day);
  }

  /**
   * The last day on which the invitation can be sent, explained.
   *
   * @param urgent whether the shorter period for urgent matters counts
   */
  public ExplainedDate latestInvitation(Meeting meeting, boolean urgent) {
    return of(meeting).latestInvitation(meeting.day, urgent);
  }

  /** Whether law or statute demands the periods; else they are a custom, as in a project. */
  public boolean statutory(Meeting meeting) {
    return of(meeting).statutory();
  }

  /** Computes anew what hangs on the day and the table. Returns whether anything is different. */
  boolean renew(Meeting meeting) {
    BodyPeriods body = of(meeting);
    LocalTime cutoff = body.cutoff();
    var lastDay = body.submissionDeadline(meeting.day).date();
    LocalDateTime submissionUntil = cutoff == null ? lastDay.plusDays(1).atStartOfDay() : lastDay.atTime(cutoff);
    var inviteUntil = body.latestInvitation(meeting.day, false).date();
    boolean changed = !submissionUntil.equals(meeting.submissionUntil) || !inviteUntil.equals(meeting.inviteUntil);
    meeting.submissionUntil = submissionUntil;
    meeting.inviteUntil = inviteUntil;
    return changed;
  }

  private BodyPeriods of(Meeting meeting) {
    Organization body = council.get(meeting.organizationId);
    return periods.of(new BodyKind(Council.displayName(body.municipality()), body.name(), body.classification()),
        meeting.day);
  }
}
