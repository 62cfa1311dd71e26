package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the minute taker does in the meeting page. Every act belongs to the window that holds the pen, and to a request
 * that may arrive twice because its answer was lost: the second time nothing happens.
 */
@Service
@Transactional
public class MinuteTaking {

  private static final int REQUEST = 64;

  private final AgendaItemRepository items;
  private final MeetingRepository rows;
  private final Agenda agenda;
  private final Meetings meetings;
  private final MeetingEditors editors;
  private final MinutesSignatureRepository signatures;
  private final Council council;
  private final JdbcClient jdbc;
  private final Clock clock;

  MinuteTaking(AgendaItemRepository items, MeetingRepository rows, Agenda agenda, Meetings meetings,
      MeetingEditors editors, MinutesSignatureRepository signatures, Council council, JdbcClient jdbc, Clock clock) {
    this.items = items;
    this.rows = rows;
    this.agenda = agenda;
    this.meetings = meetings;
    this.editors = editors;
    this.signatures = signatures;
    this.council = council;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A change of one field.
   *
   * @param was what the person saw before; null for an empty field
   * @param now what the person typed; null for an empty field
   */
  public record Change(String field, String was, String now) {
  }

  /**
   * Keeps what was typed, field by field. A field that meanwhile holds something else than the person saw is left as it
   * is.
   *
   * @return what such fields hold, by their keys; empty if everything is kept
   */
  public Map<String, String> type(Long itemId, String client, List<Change> changes) {
    Long meetingId = agenda.get(itemId).meetingId;
    editors.require(meetingId, client);
    AgendaItem item = agenda.get(itemId);
    Meeting meeting = meetings.get(meetingId);
    Map<String, String> others = new LinkedHashMap<>();
    boolean changed = false;
    for (Change change : changes) {
      DraftField field = DraftField.of(change.field());
      String current = field.value(item);
      if (field.same(current, change.now())) {
        continue;
      }
      requireChangeable(field, item, meeting);
      if (field.same(current, change.was())) {
        field.write(item, change.now());
        requireKnownBodies(item);
        changed = true;
      } else {
        others.put(change.field(), current == null ? "" : current);
      }
    }
    if (changed) {
      items.save(item);
    }
    return others;
  }

  private void requireKnownBodies(AgendaItem item) {
    item.referredTo().forEach(council::get);
    if (item.postponedAfterOrganizationId != null) {
      council.get(item.postponedAfterOrganizationId);
    }
  }

  private void requireChangeable(DraftField field, AgendaItem item, Meeting meeting) {
    if (field.ofMinutes()) {
      if (meeting.minutesReleasedOn != null) {
        throw new BusinessException("Die Niederschrift ist freigegeben; ihr Text lässt sich nicht mehr ändern.");
      }
      signatures.requireUnsigned(meeting.id);
    } else if (!item.state.open()) {
      throw new BusinessException("Für diesen Tagesordnungspunkt ist inzwischen ein Ergebnis erfasst oder er ist"
          + " abgesetzt.");
    }
  }

  /** Records as the result of an item what was typed about it. */
  public void conclude(Long itemId, String client, String request) {
    AgendaItem item = agenda.get(itemId);
    once(item.meetingId, client, request, () -> {
      if (!meetings.reached(item.meetingId)) {
        throw new BusinessException("Der Sitzungstag ist noch nicht gekommen; ein Ergebnis kann noch nicht festgehalten"
            + " werden. Was Sie eingegeben haben, bleibt gespeichert.");
      }
      agenda.conclude(itemId, agenda.get(itemId).typed());
    });
  }

  /** Notes when the chair opened the meeting; null for now. */
  public void open(Long meetingId, LocalTime at) {
    Meeting meeting = meetings.get(meetingId);
    if (meeting.state != MeetingState.IN_SESSION) {
      throw new BusinessException("Eröffnet wird eine Sitzung an ihrem Tag; diese ist „" + meeting.state.label()
          + "“.");
    }
    meeting.openedAt = meeting.day.atTime((at == null ? LocalTime.now(clock) : at).truncatedTo(ChronoUnit.MINUTES));
    rows.save(meeting);
  }

  /** Does something for the window that holds the pen, unless the same request has done it before. */
  public void once(Long meetingId, String client, String request, Runnable action) {
    if (request == null || request.isBlank() || request.length() > REQUEST) {
      throw new BusinessException("Es fehlt die Kennung der Anfrage.");
    }
    editors.require(meetingId, client);
    if (jdbc.sql("select count(*) from client_request where id = ?").param(request).query(Integer.class).single() > 0) {
      return;
    }
    editors.changed(meetingId);
    jdbc.sql("insert into client_request (id, meeting_id, answered_at) values (?, ?, ?)")
        .params(request, meetingId, LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)).update();
    action.run();
  }
}
