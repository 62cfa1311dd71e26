package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.NumberCircle;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
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
  private final MeetingDeadlines deadlines;
  private final AgendaDraft draft;
  private final MeetingHistory history;
  private final Council council;
  private final NumberCircle calendars;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Meetings(MeetingRepository meetings, AgendaItemRepository items, MeetingDeadlines deadlines, AgendaDraft draft,
      MeetingHistory history, Council council, NumberCircle calendars, ProcessMessages messages,
      ApplicationEventPublisher events, Clock clock) {
    this.meetings = meetings;
    this.items = items;
    this.deadlines = deadlines;
    this.draft = draft;
    this.history = history;
    this.council = council;
    this.calendars = calendars;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /** Reads several at once, so that {@link #get} has them for the rest of the transaction. */
  @Transactional(readOnly = true)
  public void read(Collection<Long> ids) {
    meetings.findAllById(new TreeSet<>(ids));
  }

  public Meeting get(Long id) {
    return meetings.required(id);
  }

  /** The body's first meeting after a day, that day excluded, to which papers can still come. */
  public Optional<Meeting> nextAfter(Long organizationId, LocalDate day) {
    return after(organizationId, day).stream().findFirst();
  }

  /** The body's meetings after a day, in order, to which papers can still come. */
  public List<Meeting> after(Long organizationId, LocalDate day) {
    return meetings.after(organizationId, day, OPEN.stream().map(Enum::name).toList());
  }

  /** The body's meeting on a day unless it is cancelled. */
  public Optional<Meeting> on(Long organizationId, LocalDate day) {
    return meetings.on(organizationId, day).stream().findFirst();
  }

  /** All meetings of a body by day, whatever their state. */
  public List<Meeting> of(Long organizationId) {
    return meetings.findOfOrganization(organizationId);
  }

  /** The body's meeting on a day, added to its calendar if there is none. */
  public Meeting ensure(Organization organization, LocalDate day, String startTime) {
    return ensure(organization, day, startTime, MeetingKind.REGULAR);
  }

  /** The same for a meeting of another kind. */
  public Meeting ensure(Organization organization, LocalDate day, String startTime, MeetingKind kind) {
    return on(organization.id(), day).orElseGet(() -> {
      hold(organization, day);
      return on(organization.id(), day).orElseGet(() -> plan(organization, day, startTime, kind));
    });
  }

  /** Lets nobody else plan a meeting of the body in that year until the transaction ends. */
  void hold(Organization organization, LocalDate day) {
    calendars.hold(organization.municipality(), "Sitzungen " + organization.id(), day.getYear());
  }

  /** Adds a meeting to the calendar. One that lies ahead gets its process; what is past is only noted. */
  public Meeting plan(Organization organization, LocalDate day, String startTime, MeetingKind kind) {
    return prepare(create(new NewMeeting(organization.id(), day, startTime, null, kind, List.of(), null)));
  }

  /** Notes a meeting; nobody works for it yet. */
  Meeting create(NewMeeting planned) {
    Meeting meeting = new Meeting();
    meeting.organizationId = planned.organizationId();
    meeting.day = planned.day();
    meeting.startTime = planned.startTime();
    meeting.location = planned.location();
    meeting.kind = planned.kind();
    meeting.previousMeetingId = planned.previousMeetingId();
    planned.jointBodies().forEach(body -> meeting.join(body));
    rename(meeting);
    return meetings.save(meeting);
  }

  /** Names a meeting after its kind and the bodies that meet. */
  void rename(Meeting meeting) {
    List<String> names = meeting.bodies().stream().map(body -> council.get(body).name()).toList();
    String all = names.size() == 1 ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1)) + " und " + names.get(names.size() - 1);
    meeting.name = switch (meeting.kind) {
      case REGULAR -> "Sitzung ";
      case SPECIAL -> "Sondersitzung ";
      case JOINT -> "Gemeinsame Sitzung ";
      case CONTINUED -> "Fortsetzung der Sitzung ";
      case SECOND -> "Sitzung nach zweiter Einladung ";
    } + all;
  }

  /** Starts the meeting's process if it has none and its day has not passed. */
  Meeting prepare(Meeting meeting) {
    if (meeting.processInstanceId != null || meeting.day.isBefore(LocalDate.now(clock))) {
      return meeting;
    }
    messages.startProcess(PROCESS, String.valueOf(meeting.id), Map.of("meetingId", meeting.id));
    return get(meeting.id);
  }

  /** Lets nobody else change the meeting until the transaction ends; who has read it before has to read it again. */
  public void lock(Long meetingId) {
    meetings.lock(meetingId);
  }

  /** The same for several meetings at once. */
  public void lock(Collection<Long> meetingIds) {
    if (!meetingIds.isEmpty()) {
      meetings.lock(meetingIds);
    }
  }

  /** Binds a meeting to its only process and computes what the process waits for. */
  public void attachProcess(Long meetingId, String processInstanceId) {
    meetings.lock(meetingId);
    Meeting meeting = get(meetingId);
    if (meeting.processInstanceId != null || !meeting.state.ahead()
        || meeting.day.isBefore(LocalDate.now(clock))) {
      throw new BusinessException("Zu dieser Sitzung gibt es schon einen Vorgang oder sie ist vorbei.");
    }
    meeting.processInstanceId = processInstanceId;
    deadlines.renew(meeting);
    meetings.save(meeting);
    history.add(meetingId, "Terminiert auf den " + GermanDate.print(meeting.day) + ": " + meeting.kind.label() + ".");
  }

  /**
   * The body's next meeting after a meeting, which nobody else changes until the transaction ends; null if none is
   * known, or if several bodies met and each has its own.
   */
  Meeting following(Meeting meeting) {
    Meeting next;
    do {
      next = meeting.jointBodies().isEmpty() ? nextAfter(meeting.organizationId, meeting.day).orElse(null) : null;
      if (next == null) {
        return null;
      }
      meetings.lock(next.id);
      next = get(next.id);
    } while (!next.state.takesItems());
    return next;
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
    meeting.invitationFinding = finding(meeting);
    // Written before its items are read: a station that is being registered is either among them or sees the day.
    meetings.save(meeting);
    List<Long> consultations = items.in(meetingId, AgendaItemState.REQUESTED, AgendaItemState.ON_AGENDA).stream()
        .map(item -> item.consultationId).filter(Objects::nonNull).toList();
    if (meeting.agendaReleasedOn == null) {
      draft.draft(meetingId);
    }
    history.add(meetingId, "Sitzungstag erreicht."
        + (meeting.invitationFinding == null ? "" : " " + meeting.invitationFinding));
    events.publishEvent(new MeetingReached(meetingId, consultations));
  }

  private String finding(Meeting meeting) {
    if (!deadlines.statutory(meeting)) {
      return null;
    }
    return meeting.invitedOn == null ? "Nicht ordnungsgemäß eingeladen: keine Einladung vermerkt."
        : meeting.invitedOn.isAfter(meeting.inviteUntil) ? "Nicht ordnungsgemäß eingeladen: Einladung am "
            + GermanDate.print(meeting.invitedOn) + ", spätestens am " + GermanDate.print(meeting.inviteUntil)
            + " nötig."
        : null;
  }
}
