package de.gremienlauf.meeting;

import de.gremienlauf.council.Organization;
import de.gremienlauf.document.MeetingHead;
import de.gremienlauf.engine.BusinessException;
import java.util.List;

/**
 * Everything that the documents of a meeting are made of.
 *
 * @param previous the meeting that it repeats or continues; null for none
 * @param items those on its agenda, in its order
 * @param people everybody on the attendance list
 * @param findings what the chair established on the quorum, in order
 */
record MeetingFile(Meeting meeting, Meeting previous, Organization body, MeetingHead head, List<MinutedItem> items,
    List<Attendee> people, List<QuorumFinding> findings) {

  /** Those of a Nachtrag alone; all if the number is null. */
  MeetingFile supplement(Integer number) {
    return number == null ? this : new MeetingFile(meeting, previous, body, head,
        items.stream().filter(item -> number.equals(item.item().supplementNumber())).toList(), people, findings);
  }

  MinutedItem item(Long itemId) {
    return items.stream().filter(item -> item.item().id().equals(itemId)).findFirst()
        .orElseThrow(() -> BusinessException.unknown("Dieser Tagesordnungspunkt steht nicht in der Niederschrift."));
  }
}
