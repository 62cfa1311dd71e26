package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of matters that come after the agenda was released: a dated supplement (Nachtrag), the next meeting, or
 * an extension by the body itself for utmost urgency (§ 48 (1) GO NRW).
 */
@Service
@Transactional
public class LateItems {

  private static final String SUPPLEMENT = "Nachtrag";
  private static final String EXTENSION = "Erweiterung der Tagesordnung";

  private final AgendaItemRepository items;
  private final MeetingRepository meetingRows;
  private final Meetings meetings;
  private final AgendaDraft draft;
  private final AgendaEntries entries;
  private final MeetingHistory history;

  LateItems(AgendaItemRepository items, MeetingRepository meetingRows, Meetings meetings, AgendaDraft draft,
      AgendaEntries entries, MeetingHistory history) {
    this.items = items;
    this.meetingRows = meetingRows;
    this.meetings = meetings;
    this.draft = draft;
    this.entries = entries;
    this.history = history;
  }

  /**
   * Takes a late item onto the agenda with the next supplement; for the task that asks for this decision. Returns the
   * number of the supplement.
   */
  public int supplement(Long itemId, String reason) {
    AgendaItem item = requested(itemId);
    requireGround(item);
    item.admission = Admission.SUPPLEMENT;
    item.admissionReason = reason;
    item.supplementNumber = items.lastSupplement(item.meetingId) + 1;
    item.state = AgendaItemState.ON_AGENDA;
    draft.place(item, SUPPLEMENT);
    history.add(item.meetingId, "Nachtrag " + item.supplementNumber + ": " + named(item) + ".");
    return item.supplementNumber;
  }

  /** Leaves a late item to the body's next meeting; for the task that asks for this decision. */
  public void toNextMeeting(Long itemId, String reason) {
    AgendaItem item = requested(itemId);
    Meeting meeting = meetings.get(item.meetingId);
    Meeting next = meetings.following(meeting);
    if (next == null && item.consultationId == null) {
      throw new BusinessException(meeting.jointBodies().isEmpty()
          ? "Es ist noch keine nächste Sitzung geplant, in die der Punkt kommen könnte. Bitte planen Sie sie zuerst"
              + " oder nehmen Sie den Punkt mit einem Nachtrag auf."
          : "Nach einer gemeinsamen Sitzung hat jedes Gremium eine eigene nächste; ein Punkt ohne Vorlage kommt nicht"
              + " von selbst dorthin. Bitte nehmen Sie ihn mit einem Nachtrag auf.");
    }
    history.add(meeting.id, "In die nächste Sitzung: " + named(item) + "." + (reason == null ? "" : " " + reason));
    // The task that decides ends by itself: nobody has to be told that the request is settled.
    item.state = AgendaItemState.ON_AGENDA;
    entries.pass(item, next, reason == null ? "verspätet angemeldet" : reason);
  }

  /** In session the body takes a late item onto its agenda. */
  public void extend(Long itemId, String reason) {
    AgendaItem item = requested(itemId);
    extend(item, reason);
  }

  /** In session the body takes a matter without a paper onto its agenda. Returns the id of the item. */
  public Long extend(Long meetingId, String title, boolean publicItem, String ground, String reason) {
    meetingRows.lock(meetingId);
    AgendaItem item = new AgendaItem();
    item.meetingId = meetingId;
    item.itemKind = AgendaItemKind.MATTER;
    item.title = title;
    item.publicItem = publicItem;
    item.nonPublicGround = publicItem ? null : ground;
    item.requestedOn = meetings.get(meetingId).day;
    item.late = true;
    extend(item, reason);
    return item.id;
  }

  private void extend(AgendaItem item, String reason) {
    requireSession(meetings.get(item.meetingId));
    requireGround(item);
    item.admission = Admission.EXTENSION;
    item.admissionReason = required(reason,
        "Bitte geben Sie an, warum die Sache keinen Aufschub duldet (§ 48 Abs. 1 GO NRW).");
    item.state = AgendaItemState.ON_AGENDA;
    AgendaItem saved = items.save(item);
    draft.place(saved, EXTENSION);
    history.add(item.meetingId, "Tagesordnung erweitert: " + named(item) + ". " + item.admissionReason);
  }

  /**
   * In session the body deals with an item in the other part. It gets the next free number there; the old one stays
   * with it as a remark.
   *
   * @param ground why it is not public; null for a public item
   */
  public void changePart(Long itemId, boolean publicItem, String ground, String reason) {
    AgendaItem item = locked(itemId);
    requireSession(meetings.get(item.meetingId));
    if (!item.state.open() || item.itemKind == AgendaItemKind.STANDING) {
      throw new BusinessException("Dieser Tagesordnungspunkt lässt sich nicht mehr verschieben.");
    }
    if (item.publicItem == publicItem) {
      throw new BusinessException("Der Punkt steht schon im " + (publicItem ? "öffentlichen" : "nichtöffentlichen")
          + " Teil.");
    }
    String because = required(reason, "Bitte geben Sie einen Grund an.");
    String before = item.printedNumber;
    item.publicItem = publicItem;
    item.nonPublicGround = publicItem ? null : ground;
    item.neutralTitle = null;
    requireGround(item);
    item.remark = (item.remark == null ? "" : item.remark + "\n") + "Zuvor "
        + (before == null ? "ohne Nummer" : before) + ". " + because;
    draft.place(item, publicItem ? "Aus dem nichtöffentlichen Teil" : "Aus dem öffentlichen Teil");
    history.add(item.meetingId, "In den " + (publicItem ? "öffentlichen" : "nichtöffentlichen") + " Teil genommen: "
        + named(item) + " (zuvor " + before + "). " + because);
  }

  /** Sets what the public may read of a non-public item. */
  public void neutralTitle(Long itemId, String title) {
    AgendaItem item = locked(itemId);
    item.neutralTitle = required(title, "Bitte geben Sie eine neutrale Bezeichnung an.");
    items.save(item);
  }

  private AgendaItem requested(Long itemId) {
    AgendaItem item = locked(itemId);
    if (item.state != AgendaItemState.REQUESTED) {
      throw BusinessException.conflict("Über diesen Punkt ist inzwischen entschieden: " + item.state.label() + ".");
    }
    return item;
  }

  private AgendaItem locked(Long itemId) {
    meetingRows.lock(get(itemId).meetingId);
    return get(itemId);
  }

  private AgendaItem get(Long itemId) {
    return items.required(itemId);
  }

  private static void requireSession(Meeting meeting) {
    if (meeting.state != MeetingState.IN_SESSION) {
      throw new BusinessException("Das beschließt das Gremium in der Sitzung; die Sitzung ist "
          + meeting.state.label() + ".");
    }
  }

  private static void requireGround(AgendaItem item) {
    if (!item.publicItem && item.nonPublicGround == null) {
      throw new BusinessException("Bitte geben Sie den Grund der Nichtöffentlichkeit an.");
    }
  }

  private static String required(String text, String message) {
    if (text == null || text.isBlank()) {
      throw new BusinessException(message);
    }
    return text;
  }

  private static String named(AgendaItem item) {
    return (item.printedNumber == null ? "" : item.printedNumber + " ")
        + (item.paperReference == null ? "" : item.paperReference + " ") + item.title;
  }
}
