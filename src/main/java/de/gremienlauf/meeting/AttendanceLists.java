package de.gremienlauf.meeting;

import de.gremienlauf.council.Member;
import de.gremienlauf.council.Seat;
import de.gremienlauf.document.AttendanceGroup;
import de.gremienlauf.document.AttendanceLine;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Who attended, as lists print it: by function, with the times of those who came late or left early. */
final class AttendanceLists {

  private AttendanceLists() {
  }

  /** For the minutes: those who came, and those who are excused. */
  static List<AttendanceGroup> attended(List<Attendee> people, Meeting meeting) {
    List<Attendee> there = people.stream().filter(person -> !person.stays().isEmpty()).toList();
    List<AttendanceGroup> groups = byFunction(there, person -> remark(person, meeting));
    List<AttendanceLine> excused = people.stream().filter(person -> person.state() == AttendeeState.EXCUSED)
        .map(person -> new AttendanceLine(person.name(), person.group(), null)).toList();
    if (!excused.isEmpty()) {
      groups.add(new AttendanceGroup("Entschuldigt", excused));
    }
    return groups;
  }

  /** For signing: everybody who is expected, deputies last. */
  static List<AttendanceGroup> expected(List<Attendee> people) {
    return byFunction(people, person -> null);
  }

  private static List<AttendanceGroup> byFunction(List<Attendee> people,
      Function<Attendee, String> remark) {
    List<AttendanceGroup> groups = new ArrayList<>();
    add(groups, "Vorsitz", people, AttendanceLists::chairs, remark);
    add(groups, "Stimmberechtigte Mitglieder", people,
        person -> person.votingRight() && !person.deputy() && !chairs(person), remark);
    add(groups, "Stellvertretende Mitglieder", people, Attendee::deputy, remark);
    add(groups, "Beratende Mitglieder", people, person -> person.organizationId() != null && !person.votingRight()
        && !person.deputy() && !chairs(person) && person.seat() != Seat.ADMINISTRATION, remark);
    add(groups, "Verwaltung", people, person -> person.seat() == Seat.ADMINISTRATION && !person.deputy()
        && !person.votingRight() && !chairs(person), remark);
    add(groups, "Gäste", people, person -> person.organizationId() == null, remark);
    return groups;
  }

  private static boolean chairs(Attendee person) {
    return Member.isChair(person.role(), person.deputy());
  }

  private static void add(List<AttendanceGroup> groups, String heading, List<Attendee> people,
      Predicate<Attendee> function, Function<Attendee, String> remark) {
    List<AttendanceLine> lines = people.stream().filter(function)
        .map(person -> new AttendanceLine(person.name(), person.group(), remark.apply(person))).toList();
    if (!lines.isEmpty()) {
      groups.add(new AttendanceGroup(heading, lines));
    }
  }

  private static String remark(Attendee person, Meeting meeting) {
    String times = person.stays().size() == 1 ? times(person.stays().get(0), meeting)
        : person.stays().stream().map(stay -> SessionTime.print(stay.arrivedAt())
            + (stay.leftAt() == null ? " bis Ende" : " bis " + SessionTime.print(stay.leftAt())))
            .collect(Collectors.joining(", "));
    String place = person.deputyForName() == null ? "" : "i. V. für " + person.deputyForName();
    String remark = place + (place.isEmpty() || times.isEmpty() ? "" : ", ") + times;
    return remark.isEmpty() ? null : remark;
  }

  private static String times(Attendee.Stay stay, Meeting meeting) {
    LocalTime opened = meeting.openedAt == null ? Meeting.time(meeting.startTime) : meeting.openedAt.toLocalTime();
    LocalTime closed = Meeting.time(meeting.endTime);
    String from = opened == null || SessionTime.notAfter(stay.arrivedAt(), opened) ? ""
        : "ab " + SessionTime.print(stay.arrivedAt());
    String until = stay.leftAt() == null || closed != null && SessionTime.notAfter(closed, stay.leftAt()) ? ""
        : "bis " + SessionTime.print(stay.leftAt());
    return from + (from.isEmpty() || until.isEmpty() ? "" : " ") + until;
  }
}
