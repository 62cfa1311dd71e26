package de.gremienlauf.meeting;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The meeting calendars of the bodies. */
@Service
@Transactional
public class Meetings {

  public static final String PROCESS = "meeting";
  private static final List<MeetingState> OPEN = List.of(MeetingState.PLANNED, MeetingState.AGENDA_RELEASED,
      MeetingState.INVITED, MeetingState.IN_SESSION);

  private final MeetingRepository meetings;
  private final AgendaItemRepository items;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Meetings(MeetingRepository meetings, AgendaItemRepository items, ProcessMessages messages,
      ApplicationEventPublisher events, Clock clock) {
    this.meetings = meetings;
    this.items = items;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  public Meeting get(Long id) {
    return meetings.findById(id).orElseThrow(() -> BusinessException.unknown("Diese Sitzung gibt es nicht (mehr)."));
  }

  /** The body's first meeting after a day, that day excluded, to which papers can still come. */
  public Optional<Meeting> nextAfter(Long organizationId, LocalDate day) {
    return meetings.findFirstByOrganizationIdAndDayAfterAndStateInOrderByDayAscIdAsc(organizationId, day, OPEN);
  }

  /** The body's meetings after a day, in order, to which papers can still come. */
  public List<Meeting> after(Long organizationId, LocalDate day) {
    return meetings.findByOrganizationIdAndDayAfterAndStateInOrderByDayAscIdAsc(organizationId, day, OPEN);
  }

  /** The body's meeting on a day unless it is cancelled. */
  public Optional<Meeting> on(Long organizationId, LocalDate day) {
    return meetings.findFirstByOrganizationIdAndDayAndStateNotOrderById(organizationId, day, MeetingState.CANCELLED);
  }

  /** All meetings of a body by day, whatever their state. */
  public List<Meeting> of(Long organizationId) {
    return meetings.findByOrganizationIdOrderByDayAscIdAsc(organizationId);
  }

  /** The body's meeting on a day, added to its calendar if there is none. */
  public Meeting ensure(Organization organization, LocalDate day, String startTime) {
    return on(organization.id(), day).orElseGet(() -> plan(organization, day, startTime, MeetingKind.REGULAR));
  }

  /** Adds a meeting to the calendar. One that lies ahead gets its process; what is past is only noted. */
  public Meeting plan(Organization organization, LocalDate day, String startTime, MeetingKind kind) {
    Meeting meeting = new Meeting();
    meeting.organizationId = organization.id();
    meeting.name = (kind == MeetingKind.SPECIAL ? "Sondersitzung " : "Sitzung ") + organization.name();
    meeting.day = day;
    meeting.startTime = startTime;
    meeting.kind = kind;
    return prepare(meetings.save(meeting));
  }

  /** Starts the meeting's process if it has none and its day has not passed. */
  Meeting prepare(Meeting meeting) {
    if (meeting.processInstanceId != null || meeting.day.isBefore(LocalDate.now(clock))) {
      return meeting;
    }
    meeting.processInstanceId =
        messages.startProcess(PROCESS, String.valueOf(meeting.id), Map.of("meetingId", meeting.id));
    return meetings.save(meeting);
  }

  /** Whether the day of the meeting has come, so that results can be recorded. */
  @Transactional(readOnly = true)
  public boolean reached(Long meetingId) {
    Meeting meeting = get(meetingId);
    return !meeting.state.ahead() && meeting.state != MeetingState.CANCELLED
        || meeting.processInstanceId == null && !meeting.day.isAfter(LocalDate.now(clock));
  }

  /** The day has come: whoever waits for the meeting is told. */
  public void reach(Long meetingId) {
    Meeting meeting = get(meetingId);
    meeting.state = MeetingState.IN_SESSION;
    meetings.save(meeting);
    events.publishEvent(new MeetingReached(meetingId,
        items.findByMeetingIdAndStateIn(meetingId, List.of(AgendaItemState.REQUESTED, AgendaItemState.ON_AGENDA))
            .stream().filter(item -> item.consultationId != null).map(item -> item.consultationId).toList()));
  }
}
