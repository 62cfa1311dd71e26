package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A meeting as its page shows it.
 *
 * @param revision grows with every change of the meeting, its items and its editor
 * @param invitationFinding what was wrong with the invitation; null if nothing is known, and for readers who may only
 *     know of the public part
 * @param minutesSigned whether the minutes are signed as they are, so that they do not change; false for readers who
 *     do not write
 * @param jointBodies the bodies that meet together with it
 * @param ahead whether it can still be moved
 * @param cancellable whether it can still be called off
 * @param mayArrange whether the reader may do so
 * @param editor who holds the pen; null if nobody does
 * @param items the agenda in its order, as far as the reader may know of it
 * @param quorum whether enough are there
 * @param attendance who takes part; empty for readers who may only know of the public part
 * @param phrases results as they are usually printed
 * @param votes votes as they are usually printed
 */
public record MeetingPage(Long id, long revision, String organization, Long organizationId, String name,
    String kindLabel, MeetingState state, String stateLabel, LocalDate day, String startTime, String endTime,
    String location, LocalDate originalDay, String changeReason, LocalDate agendaReleasedOn, LocalDate invitedOn,
    LocalDateTime openedAt, LocalDateTime closedAt, LocalDate minutesReleasedOn, boolean minutesSigned,
    LocalDateTime submissionUntil, LocalDate inviteUntil, String invitationFinding, List<Long> jointBodies,
    boolean ahead, boolean cancellable, boolean reached, boolean mayWrite, boolean mayArrange,
    MeetingEditors.Editor editor, Quorum quorum, List<Attendee> attendance, List<Item> items, List<String> phrases,
    List<String> votes) {

  /**
   * An item of the agenda.
   *
   * @param excluded who does not vote; empty for readers who may only know of the public part
   * @param tablePapers what was handed in after the invitation, as "03.02.2026 Kostenübersicht"
   * @param fields what was typed or recorded, by the fields' keys; empty fields are left out
   */
  public record Item(Long id, int version, Long consultationId, AgendaItemKind kind, String number, String section,
      String title, String reference, String paperType, String amendedReference, boolean publicItem,
      String nonPublicGround, AgendaItemState state, String stateLabel, boolean open, String admissionLabel,
      boolean late, String removalReason, String contradiction, String concludedBy, VoteMode voteMode,
      List<Excluded> excluded, List<String> tablePapers, Map<String, String> fields) {
  }

  /** Somebody who does not vote on an item. */
  public record Excluded(Long personId, ItemExclusion.Kind kind, String kindLabel, String reason) {
  }
}
