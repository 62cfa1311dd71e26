package de.gremienlauf.meeting.process;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Minutes;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the model {@code minutes} asks in expressions. */
@Component
public class MinutesFlow {

  private final Minutes minutes;
  private final WorkingDays workingDays;
  private final int draftingDays;
  private final int releaseDays;
  private final Clock clock;

  MinutesFlow(Minutes minutes, WorkingDays workingDays, @Value("${gremienlauf.periods.minutes}") int draftingDays,
      @Value("${gremienlauf.periods.clarification}") int releaseDays, Clock clock) {
    this.minutes = minutes;
    this.workingDays = workingDays;
    this.draftingDays = draftingDays;
    this.releaseDays = releaseDays;
    this.clock = clock;
  }

  public Date draftDue() {
    return in(draftingDays);
  }

  public Date releaseDue() {
    return in(releaseDays);
  }

  private Date in(int days) {
    return EngineClock.endOf(workingDays.after(LocalDate.now(clock), days));
  }

  public List<Long> pendingSignatures(Long meetingId) {
    return minutes.pendingSignatures(meetingId);
  }

  public String signingGroup(Long signatureId) {
    return minutes.signature(signatureId).candidateGroup();
  }

  public Date signDue(Long signatureId) {
    return EngineClock.endOf(minutes.signature(signatureId).dueOn());
  }

  public boolean objected(Long meetingId) {
    return minutes.refused(meetingId);
  }
}
