package de.gremienlauf.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A list of attendance in the words and the order in which the template prints it. */
final class AttendanceView extends MeetingView {

  private final AttendanceDocument attendance;

  AttendanceView(AttendanceDocument attendance, PrintableText printable) {
    super(attendance.head(), printable);
    this.attendance = attendance;
  }

  /** A group of people. */
  public record Group(String id, String heading, List<Row> rows) {
  }

  /** Somebody; group and remark may be null. */
  public record Row(String name, String group, String remark) {
  }

  @Override
  String name() {
    return "Anwesenheitsliste";
  }

  @Override
  public List<Bookmark> getBookmarks() {
    return getGroups().stream().map(group -> new Bookmark(shorten(group.heading()), group.id())).toList();
  }

  public List<Group> getGroups() {
    List<Group> groups = new ArrayList<>();
    for (AttendanceGroup group : attendance.groups()) {
      groups.add(new Group("group-" + groups.size(), line(group.heading()), group.lines().stream()
          .map(person -> new Row(line(person.name()), lineOrNull(person.group()), lineOrNull(person.remark())))
          .toList()));
    }
    return groups;
  }

  public boolean isForSigning() {
    return attendance.forSigning();
  }

  public boolean isGroupsShown() {
    return people().anyMatch(person -> isGiven(person.group()));
  }

  public boolean isRemarksShown() {
    return people().anyMatch(person -> isGiven(person.remark()));
  }

  private Stream<AttendanceLine> people() {
    return attendance.groups().stream().flatMap(group -> group.lines().stream());
  }
}
