package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;

/**
 * An item of an agenda as others read it.
 *
 * @param consultationId the station of a paper that asked for it; null for an item without paper
 * @param section the standing heading under which it stands; null before the agenda is drafted
 * @param neutralTitle what the public may read of a non-public item; null for a public one
 * @param number as printed, "Ö 1.1" or "N 2.1"; null before the agenda is drafted
 * @param late whether it was asked for after the submission deadline
 * @param recorded what was typed or, once concluded, recorded
 * @param vote the vote as read from what was recorded; null if none is
 * @param contradiction why result and vote do not fit; null if they do
 * @param resolution the wording that the body adopted where it differs from the paper; null else
 * @param minutesText what the minutes tell of the item; null if nothing
 * @param concludedBy the login of who recorded the result
 * @param tablePapers what was handed in after the invitation (Tischvorlagen), as "03.02.2026 Kostenübersicht"
 * @param certified whether the minutes that tell of it are released
 */
public record ItemDetails(Long id, int version, Long meetingId, Long consultationId, AgendaItemKind kind,
    String section, String title, String neutralTitle, String reference, String paperType, String amendedReference,
    boolean publicItem, String nonPublicGround, int position, String number, AgendaItemState state,
    Admission admission, String admissionReason, Integer supplementNumber, LocalDate requestedOn, boolean late,
    RecordedResult recorded, Vote vote, VoteMode voteMode, MajorityType majorityType, String contradiction,
    String resolution, String minutesText, String removalReason, LocalDate concludedOn, String concludedBy,
    List<String> tablePapers, boolean certified) {

  static ItemDetails of(AgendaItem item) {
    return new ItemDetails(item.id, item.version, item.meetingId, item.consultationId, item.itemKind, item.section,
        item.title, item.neutralTitle, item.paperReference, item.paperType, item.amendedReference, item.publicItem,
        item.nonPublicGround, item.position, item.printedNumber, item.state, item.admission, item.admissionReason,
        item.supplementNumber, item.requestedOn, item.late, item.typed(), item.vote(), item.voteMode,
        item.majorityType, item.contradiction, item.resolution, item.minutesText, item.removalReason,
        item.concludedOn, item.concludedBy, item.tablePapers(), item.certified);
  }

  /** Whether its result can still change: it is certain once the minutes are released. */
  public boolean provisional() {
    return state == AgendaItemState.CONCLUDED && !certified;
  }
}
