package de.gremienlauf.meeting.process;

import de.gremienlauf.meeting.Minutes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model {@code minutes} asks in expressions. */
@Component
public class MinutesFlow {

  private final Minutes minutes;

  MinutesFlow(Minutes minutes) {
    this.minutes = minutes;
  }

  public List<Long> pendingSignatures(Long meetingId) {
    return minutes.pendingSignatures(meetingId);
  }

  public String signingGroup(Long signatureId) {
    return minutes.signature(signatureId).candidateGroup();
  }

  public boolean objected(Long meetingId) {
    return minutes.refused(meetingId);
  }
}
