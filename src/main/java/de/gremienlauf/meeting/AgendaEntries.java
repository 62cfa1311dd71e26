package de.gremienlauf.meeting;

import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How an item enters the agenda of a meeting and leaves it again; who waits for either is told. */
@Component
class AgendaEntries {

  private static final String LATE_REQUEST = "LateRequest";
  private static final String REQUEST_SETTLED = "RequestSettled";
  private static final String AGENDA_ITEM_ID = "agendaItemId";
  private static final String ADDED_IN_SESSION = "In der Sitzung aufgenommen";

  private final AgendaItemRepository items;
  private final MeetingRepository meetings;
  private final AgendaDraft draft;
  private final MeetingHistory history;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  AgendaEntries(AgendaItemRepository items, MeetingRepository meetings, AgendaDraft draft, MeetingHistory history,
      ProcessMessages messages, ApplicationEventPublisher events, Clock clock) {
    this.items = items;
    this.meetings = meetings;
    this.draft = draft;
    this.history = history;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /** Asks a meeting for an item. Once the agenda is released somebody has to decide about it. */
  AgendaItem enter(AgendaItem item, Meeting meeting) {
    item.meetingId = meeting.id;
    item.requestedOn = LocalDate.now(clock);
    item.late = meeting.submissionUntil != null && LocalDateTime.now(clock).isAfter(meeting.submissionUntil);
    item.state = meeting.agendaReleasedOn == null ? AgendaItemState.ON_AGENDA : AgendaItemState.REQUESTED;
    AgendaItem saved = items.save(item);
    if (saved.state == AgendaItemState.REQUESTED && meeting.state.ahead() && waits(LATE_REQUEST, meeting)) {
      messages.send(LATE_REQUEST, meeting.processInstanceId, Map.of(AGENDA_ITEM_ID, saved.id));
    } else if (saved.state == AgendaItemState.ON_AGENDA && meeting.state == MeetingState.IN_SESSION) {
      draft.place(saved, ADDED_IN_SESSION);
    }
    return saved;
  }

  /** Takes an item out of its meeting, or ends the question whether it comes onto the agenda. */
  void leave(AgendaItem item, AgendaItemState state) {
    boolean asked = item.state == AgendaItemState.REQUESTED;
    item.state = state;
    items.save(item);
    if (asked) {
      settle(item);
    }
  }

  private void settle(AgendaItem item) {
    Meeting meeting = meetings.findById(item.meetingId).orElseThrow();
    // From the day on, and once the meeting is called off, nobody in the office is asked any more.
    if (meeting.processInstanceId != null && meeting.state.ahead()) {
      messages.sendToScope(REQUEST_SETTLED, meeting.processInstanceId, AGENDA_ITEM_ID, item.id);
    }
  }

  /**
   * Gives an open item to another meeting. A paper whose next meeting is not known asks for one again; anything else
   * then ends here, and the history says so.
   *
   * @param target null if none is known
   */
  void pass(AgendaItem item, Meeting target, String reason) {
    Long newId = target == null ? null : enter(copy(item), target).id;
    if (newId == null && item.consultationId == null) {
      item.removalReason = reason;
      leave(item, AgendaItemState.REMOVED);
      history.add(item.meetingId, "Entfallen: " + (item.printedNumber == null ? "" : item.printedNumber + " ")
          + item.title + " (" + reason + "). Es ist keine nächste Sitzung bekannt, in die der Punkt kommen könnte;"
          + " bitte melden Sie ihn bei Bedarf neu an.");
      return;
    }
    leave(item, AgendaItemState.MOVED);
    if (item.consultationId != null) {
      events.publishEvent(new ItemMoved(item.consultationId, target == null ? null : target.id, newId));
    }
  }

  private static AgendaItem copy(AgendaItem item) {
    AgendaItem copy = new AgendaItem();
    copy.consultationId = item.consultationId;
    copy.itemKind = item.itemKind;
    copy.title = item.title;
    copy.neutralTitle = item.neutralTitle;
    copy.paperReference = item.paperReference;
    copy.paperType = item.paperType;
    copy.amendedReference = item.amendedReference;
    copy.publicItem = item.publicItem;
    copy.nonPublicGround = item.nonPublicGround;
    return copy;
  }

  private boolean waits(String message, Meeting meeting) {
    return meeting.processInstanceId != null && messages.awaits(message, meeting.processInstanceId);
  }
}
