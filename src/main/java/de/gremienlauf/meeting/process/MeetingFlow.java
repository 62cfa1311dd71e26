package de.gremienlauf.meeting.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Admission;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import java.time.LocalDateTime;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model of a meeting asks in expressions. */
@Component
public class MeetingFlow {

  private final Meetings meetings;
  private final Agenda agenda;

  MeetingFlow(Meetings meetings, Agenda agenda) {
    this.meetings = meetings;
    this.agenda = agenda;
  }

  /** The end of the submission period, but no later than the begin of the last day for the invitation. */
  public Date submissionDeadline(Long meetingId) {
    Meeting meeting = meetings.get(meetingId);
    LocalDateTime invitation = meeting.inviteUntil().atStartOfDay();
    LocalDateTime deadline = meeting.submissionUntil().isBefore(invitation) ? meeting.submissionUntil() : invitation;
    return Date.from(deadline.atZone(EngineClock.BERLIN).toInstant());
  }

  /** The beginning of the meeting day in Berlin. */
  public Date day(Long meetingId) {
    return EngineClock.startOf(meetings.get(meetingId).day());
  }

  /** An hour later, so that a meeting with an invitation has gone its regular way by then. */
  public Date dayWithoutInvitation(Long meetingId) {
    return Date.from(day(meetingId).toInstant().plusSeconds(3600));
  }

  /** What the invitation tells: that the meeting is called, or that it was moved. */
  public String invitationAct(Long meetingId) {
    return meetings.get(meetingId).invitedOn() == null ? "INVITATION" : "MOVED";
  }

  /** Whether anybody may have got an invitation. */
  public boolean invited(Long meetingId) {
    Meeting meeting = meetings.get(meetingId);
    return meeting.invitedOn() != null || meeting.agendaReleasedOn() != null;
  }

  /** Whether a late item was taken onto the agenda. */
  public boolean supplemented(Long agendaItemId) {
    return agenda.details(agendaItemId).admission() == Admission.SUPPLEMENT;
  }

  public Long supplementNumber(Long agendaItemId) {
    return agenda.details(agendaItemId).supplementNumber().longValue();
  }
}
