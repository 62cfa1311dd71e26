package de.gremienlauf.meeting;

import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.substitution.CompletedAsDeputy;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps who did what with a meeting, in sentences that people read. */
@Component
public class MeetingHistory {

  private static final int LIMIT = 10_000;

  private final MeetingEventRepository events;
  private final CurrentUser user;
  private final Clock clock;

  MeetingHistory(MeetingEventRepository events, CurrentUser user, Clock clock) {
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  void add(Long meetingId, String sentence) {
    String kept = sentence.length() <= LIMIT ? sentence : sentence.substring(0, LIMIT - 1) + "…";
    events.save(new MeetingEvent(null, meetingId, LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS), user.id(),
        kept));
  }

  /** Somebody worked in the place of somebody else. */
  @EventListener
  void onDeputy(CompletedAsDeputy done) {
    Long meetingId = done.ids().get("meetingId");
    if (meetingId != null) {
      add(meetingId, done.sentence());
    }
  }

  /** What happened with a meeting, the oldest first. */
  public List<MeetingEvent> of(Long meetingId) {
    return events.findByMeetingIdOrderById(meetingId);
  }
}
