package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.engine.UserNames;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who holds the pen in a meeting: one person on one device, until somebody takes it over. */
@Service
@Transactional
public class MeetingEditors {

  private static final int CLIENT = 64;
  /** The page tells every ten seconds that it is still there. */
  private static final Duration GONE_AFTER = Duration.ofSeconds(45);

  private final MeetingRepository meetings;
  private final JdbcClient jdbc;
  private final CurrentUser user;
  private final UserNames names;
  private final Clock clock;

  MeetingEditors(MeetingRepository meetings, JdbcClient jdbc, CurrentUser user, UserNames names, Clock clock) {
    this.meetings = meetings;
    this.jdbc = jdbc;
    this.user = user;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Who holds the pen.
   *
   * @param client the window in which the person works
   * @param gone whether nothing was heard of that window for a while
   */
  public record Editor(String userId, String name, String client, boolean gone) {
  }

  private record Row(String userId, String client, LocalDateTime seenAt) {
  }

  @Transactional(readOnly = true)
  public Optional<Editor> of(Long meetingId) {
    return row(meetingId).map(row -> new Editor(row.userId, names.of(row.userId),
        row.client, row.seenAt.isBefore(now().minus(GONE_AFTER))));
  }

  /** Takes the pen if nobody holds it or it is to be taken over; the holder tells that it is still there. */
  public void hold(Long meetingId, String client, boolean takeOver) {
    String window = checked(client);
    meetings.lock(meetingId);
    Row row = row(meetingId).orElse(null);
    if (row == null) {
      jdbc.sql("insert into meeting_editor (meeting_id, user_id, client, seen_at, changes) values (?, ?, ?, ?, 1)")
          .params(meetingId, user.id(), window, now()).update();
    } else if (holds(row, window)) {
      jdbc.sql("update meeting_editor set seen_at = ? where meeting_id = ?").params(now(), meetingId).update();
    } else if (takeOver) {
      jdbc.sql("update meeting_editor set user_id = ?, client = ?, seen_at = ?, changes = changes + 1"
          + " where meeting_id = ?").params(user.id(), window, now(), meetingId).update();
    }
  }

  /** Lets changes of the meeting wait for each other, and refuses those of a window that does not hold the pen. */
  void require(Long meetingId, String client) {
    meetings.lock(meetingId);
    Row row = row(meetingId).orElse(null);
    if (row == null || !holds(row, client)) {
      throw BusinessException.conflict(row == null
          ? "Sie haben die Erfassung nicht übernommen. Bitte übernehmen Sie sie."
          : "Inzwischen schreibt " + names.of(row.userId) + (row.userId.equals(user.id()) ? " in einem anderen Fenster"
              : "") + ". Ihre Eingabe ist nicht gespeichert.");
    }
  }

  /** Lets everybody who looks at the meeting see that something has changed. */
  void changed(Long meetingId) {
    jdbc.sql("update meeting_editor set changes = changes + 1 where meeting_id = ?").param(meetingId).update();
  }

  private boolean holds(Row row, String client) {
    return row.userId.equals(user.id()) && row.client.equals(client);
  }

  private Optional<Row> row(Long meetingId) {
    return jdbc.sql("select user_id, client, seen_at from meeting_editor where meeting_id = ?").param(meetingId)
        .query(RecordRows.of(Row.class)).optional();
  }

  private static String checked(String client) {
    if (client == null || client.isBlank() || client.length() > CLIENT) {
      throw new BusinessException("Es fehlt die Kennung des Fensters.");
    }
    return client;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
