package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From the released agenda to the end of the session, as far as the meeting itself is concerned. */
@Service
@Transactional
public class Sessions {

  private static final int NAMED = 5;

  private final MeetingRepository rows;
  private final AgendaItemRepository items;
  private final Meetings meetings;
  private final MeetingCalendar calendar;
  private final AgendaDraft draft;
  private final AgendaEntries entries;
  private final MeetingHistory history;
  private final Clock clock;

  Sessions(MeetingRepository rows, AgendaItemRepository items, Meetings meetings, MeetingCalendar calendar,
      AgendaDraft draft, AgendaEntries entries, MeetingHistory history, Clock clock) {
    this.rows = rows;
    this.items = items;
    this.meetings = meetings;
    this.calendar = calendar;
    this.draft = draft;
    this.entries = entries;
    this.history = history;
    this.clock = clock;
  }

  /** Completes what the invitation needs: when the meeting begins, and where. */
  public void schedule(Long meetingId, String startTime, String location, String remark) {
    Meeting meeting = locked(meetingId);
    if (startTime == null || location == null) {
      throw new BusinessException("Bitte geben Sie an, wann und wo die Sitzung beginnt.");
    }
    meeting.startTime = startTime;
    meeting.location = location;
    rows.save(meeting);
    history.add(meetingId, "Tagesordnung geprüft." + (remark == null ? "" : " " + remark));
  }

  /**
   * Releases the agenda: from now on numbers stay and requests are late. What was asked for or taken back since it was
   * drafted is put in its order first.
   */
  public void releaseAgenda(Long meetingId) {
    rows.lock(meetingId);
    String added = open(meetingId).stream().filter(item -> item.printedNumber == null).map(item -> item.title)
        .collect(Collectors.joining("; "));
    draft.draft(meetingId);
    draft.release(meetingId);
    history.add(meetingId, "Tagesordnung freigegeben."
        + (added.isEmpty() ? "" : " Seit ihrer Aufstellung hinzugekommen: " + added + "."));
  }

  public void markInvited(Long meetingId) {
    Meeting meeting = locked(meetingId);
    // The day on which the invitation was issued counts, not that on which its last letter was posted.
    meeting.invitedOn = meeting.invitedOn == null ? LocalDate.now(clock) : meeting.invitedOn;
    meeting.state = MeetingState.INVITED;
    rows.save(meeting);
    history.add(meetingId, "Eingeladen.");
  }

  /**
   * Notes how the session ended.
   *
   * @param endTime as printed, e.g. 18:05; null if nobody noted it
   * @param resumesOn the day of its continuation or of the second invitation; null if it is simply closed
   */
  public void end(Long meetingId, MeetingEnding ending, String endTime, LocalDate resumesOn) {
    Meeting meeting = locked(meetingId);
    if (meeting.state != MeetingState.IN_SESSION) {
      throw BusinessException.conflict("Die Sitzung läuft nicht, ihr Stand ist „" + meeting.state.label() + "“.");
    }
    if (ending == MeetingEnding.NO_QUORUM && !meeting.kind.mayBe(MeetingState.NO_QUORUM)) {
      throw new BusinessException("Nach der zweiten Einladung ist das Gremium beschlussfähig, wie viele auch kommen"
          + " (§ 49 Abs. 2 GO NRW). Bitte schließen oder unterbrechen Sie die Sitzung.");
    }
    if (ending == MeetingEnding.CLOSED && resumesOn != null) {
      throw new BusinessException("Eine geschlossene Sitzung wird nicht fortgesetzt. Bitte lassen Sie den Tag leer.");
    }
    if (ending != MeetingEnding.CLOSED && resumesOn == null) {
      throw new BusinessException("Bitte geben Sie an, an welchem Tag es weitergeht.");
    }
    if (resumesOn != null && !resumesOn.isAfter(meeting.day)) {
      throw new BusinessException("Der " + GermanDate.print(resumesOn) + " liegt nicht nach dem Sitzungstag.");
    }
    meeting.endTime = endTime;
    meeting.resumesOn = resumesOn;
    rows.save(meeting);
  }

  /** Plans the meeting that goes on with what is left, and gives it the open items. */
  public void planContinuation(Long meetingId) {
    planNext(meetingId, MeetingKind.CONTINUED);
  }

  /** Plans the meeting of the second invitation, and gives it the open items. This one ends without quorum. */
  public void planSecond(Long meetingId) {
    planNext(meetingId, MeetingKind.SECOND);
    Meeting meeting = locked(meetingId);
    for (AgendaItem item : open(meetingId)) {
      item.removalReason = MeetingState.NO_QUORUM.label();
      entries.leave(item, AgendaItemState.REMOVED);
    }
    finish(meeting, MeetingState.NO_QUORUM);
  }

  private void planNext(Long meetingId, MeetingKind kind) {
    Meeting meeting = locked(meetingId);
    Long nextId = calendar.plan(new NewMeeting(meeting.organizationId, meeting.resumesOn, null, meeting.location, kind,
        meeting.jointBodies(), meetingId));
    Meeting next = meetings.get(nextId);
    open(meetingId).stream().filter(item -> item.itemKind != AgendaItemKind.STANDING)
        .forEach(item -> entries.pass(item, next, kind.label()));
    history.add(meetingId, "Es geht weiter am " + GermanDate.print(next.day) + ": " + kind.label() + ".");
  }

  /** Closes the meeting. Late requests that the body did not take up go to the next meeting. */
  public void close(Long meetingId) {
    Meeting meeting = locked(meetingId);
    List<AgendaItem> left = open(meetingId);
    List<AgendaItem> unfinished = left.stream().filter(item -> item.state == AgendaItemState.ON_AGENDA
        && item.itemKind != AgendaItemKind.STANDING).toList();
    if (!unfinished.isEmpty()) {
      throw new BusinessException("Noch offen: " + unfinished.stream().limit(NAMED)
          .map(item -> (item.printedNumber == null ? "" : item.printedNumber + " ") + item.title)
          .collect(Collectors.joining("; "))
          + (unfinished.size() > NAMED ? " und " + (unfinished.size() - NAMED) + " weitere" : "")
          + ". Bitte tragen Sie Ergebnisse ein, setzen Sie Punkte ab oder unterbrechen Sie die Sitzung.");
    }
    for (AgendaItem item : left) {
      if (item.state == AgendaItemState.REQUESTED) {
        entries.pass(item, meetings.following(meeting), "verspätet angemeldet");
      } else {
        item.concludedOn = meeting.day;
        entries.leave(item, AgendaItemState.CONCLUDED);
      }
    }
    finish(meeting, MeetingState.CLOSED);
  }

  /** Gives the open items of a cancelled meeting to the body's next one. */
  public void passOnItems(Long meetingId) {
    Meeting meeting = locked(meetingId);
    for (AgendaItem item : open(meetingId)) {
      if (item.itemKind == AgendaItemKind.STANDING) {
        item.removalReason = meeting.state.label();
        entries.leave(item, AgendaItemState.REMOVED);
      } else {
        entries.pass(item, meetings.following(meeting), "Sitzung " + meeting.state.label());
      }
    }
  }

  private void finish(Meeting meeting, MeetingState state) {
    meeting.state = state;
    meeting.closedAt = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    rows.save(meeting);
    history.add(meeting.id, (state == MeetingState.CLOSED ? "Sitzung geschlossen" : "Beschlussunfähig")
        + (meeting.endTime == null ? "." : ", Ende " + meeting.endTime + " Uhr."));
  }

  private List<AgendaItem> open(Long meetingId) {
    return items.in(meetingId, AgendaItemState.REQUESTED, AgendaItemState.ON_AGENDA);
  }

  private Meeting locked(Long meetingId) {
    rows.lock(meetingId);
    return meetings.get(meetingId);
  }
}
