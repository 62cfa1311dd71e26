package de.gremienlauf.meeting;

import de.gremienlauf.council.Organization;
import de.gremienlauf.document.AttendanceGroup;
import de.gremienlauf.document.MeetingHead;
import java.util.List;

/**
 * Everything that the documents of a meeting are made of.
 *
 * @param previous the meeting that it repeats or continues; null for none
 * @param items those on its agenda, in its order
 * @param attendance who attended or is excused, for everybody
 * @param fullAttendance the same for those who may read the non-public part
 */
record MeetingFile(Meeting meeting, Meeting previous, Organization body, MeetingHead head, List<MinutedItem> items,
    List<AttendanceGroup> attendance, List<AttendanceGroup> fullAttendance) {

  /** Those of a Nachtrag alone; all if the number is null. */
  MeetingFile supplement(Integer number) {
    return number == null ? this : new MeetingFile(meeting, previous, body, head,
        items.stream().filter(item -> number.equals(item.item().supplementNumber())).toList(), attendance,
        fullAttendance);
  }

  MinutedItem item(Long itemId) {
    return items.stream().filter(item -> item.item().id().equals(itemId)).findFirst().orElseThrow();
  }
}
