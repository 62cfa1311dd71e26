package de.gremienlauf.meeting.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Invitations;
import java.util.Date;
import org.springframework.stereotype.Component;

/** What the model {@code invitation} asks in expressions. */
@Component
public class InvitationFlow {

  private final Invitations invitations;

  InvitationFlow(Invitations invitations) {
    this.invitations = invitations;
  }

  /** The last day on which the letters can be sent in time. */
  public Date postDue(Long meetingId) {
    return EngineClock.endOf(invitations.latestDay(meetingId));
  }
}
