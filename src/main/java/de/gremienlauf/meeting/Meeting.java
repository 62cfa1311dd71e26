package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A meeting of a body, of the council or of a project (OParl: Meeting). Only {@link Meetings} and its neighbours change
 * one; everybody else reads.
 */
@Table("meeting")
public class Meeting {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  @Id Long id;
  @Version int version;
  Long organizationId;
  String name;
  @Column("meeting_day") LocalDate day;
  String startTime;
  String endTime;
  String location;
  MeetingKind kind = MeetingKind.REGULAR;
  MeetingState state = MeetingState.PLANNED;
  LocalDate originalDay;
  String changeReason;
  Long previousMeetingId;
  LocalDate agendaReleasedOn;
  LocalDate invitedOn;
  LocalDateTime openedAt;
  LocalDateTime closedAt;
  LocalDate minutesReleasedOn;
  String processInstanceId;
  LocalDateTime submissionUntil;
  LocalDate inviteUntil;
  LocalDate resumesOn;
  String invitationFinding;
  List<Long> jointBodies;

  Meeting() {
  }

  public Long id() {
    return id;
  }

  public Long organizationId() {
    return organizationId;
  }

  public String name() {
    return name;
  }

  /** The day in Europe/Berlin. */
  public LocalDate day() {
    return day;
  }

  /** As printed, e.g. 15:30; null if unknown. */
  public String startTime() {
    return startTime;
  }

  /** As printed; null as long as it has not ended or if unknown. */
  public String endTime() {
    return endTime;
  }

  public String location() {
    return location;
  }

  public MeetingKind kind() {
    return kind;
  }

  public MeetingState state() {
    return state;
  }

  /** The day it was first called for; null if it was never moved. */
  public LocalDate originalDay() {
    return originalDay;
  }

  /** Why it was moved or cancelled; null if it was not. */
  public String changeReason() {
    return changeReason;
  }

  /** The meeting that it continues or repeats; null if none. */
  public Long previousMeetingId() {
    return previousMeetingId;
  }

  /** A time of day as printed; null if it is none. */
  public static LocalTime time(String printed) {
    try {
      return printed == null ? null : LocalTime.parse(printed, TIME);
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  public LocalDate agendaReleasedOn() {
    return agendaReleasedOn;
  }

  public LocalDate invitedOn() {
    return invitedOn;
  }

  /** When the chair opened it, in Berlin; null if it was not opened yet or nobody noted it. */
  public LocalDateTime openedAt() {
    return openedAt;
  }

  public LocalDateTime closedAt() {
    return closedAt;
  }

  public LocalDate minutesReleasedOn() {
    return minutesReleasedOn;
  }

  /** The process that runs it; null for one that was over when it became known. */
  public String processInstanceId() {
    return processInstanceId;
  }

  /** The end of the submission period in Berlin; null for a meeting that was over when it became known. */
  public LocalDateTime submissionUntil() {
    return submissionUntil;
  }

  /** The last day on which the invitation can be sent; null for a meeting that was over when it became known. */
  public LocalDate inviteUntil() {
    return inviteUntil;
  }

  /** The day on which it goes on or is called again; null unless it was adjourned or had no quorum. */
  public LocalDate resumesOn() {
    return resumesOn;
  }

  /** What was wrong with its invitation (§ 47 GO NRW); null if nothing is known to be. */
  public String invitationFinding() {
    return invitationFinding;
  }

  public int version() {
    return version;
  }

  /** The body and, in a joint meeting, those that meet together with it. */
  public List<Long> bodies() {
    return Stream.concat(Stream.of(organizationId), jointBodies().stream()).toList();
  }

  /** The bodies that meet together with this one in a joint meeting; else empty. */
  public List<Long> jointBodies() {
    return jointBodies == null ? List.of() : jointBodies;
  }

  /** Lets a body meet together with this one. */
  void join(Long organizationId) {
    jointBodies = Stream.concat(jointBodies().stream(), Stream.of(organizationId)).distinct().sorted().toList();
  }
}
