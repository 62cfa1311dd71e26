package de.gremienlauf.paper;

import de.gremienlauf.council.BodySucceeded;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.EarlierBodies;
import de.gremienlauf.meeting.ItemMoved;
import de.gremienlauf.meeting.ItemRequest;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingReached;
import de.gremienlauf.meeting.MeetingState;
import de.gremienlauf.meeting.Meetings;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The stations of a paper's sequence: which bodies deal with it, when, and what each station waits for. */
@Service
@Transactional
public class Consultations implements EarlierBodies {

  private static final String MEETING_REACHED = "MeetingReached";
  private static final String STATION_CHANGED = "StationChanged";
  private static final String STATION_DROPPED = "StationDropped";
  private static final String OTHER_BODY_CONCLUDED = "OtherBodyConcluded";

  private final ConsultationRepository consultations;
  private final PaperRepository paperRows;
  private final Papers papers;
  private final PaperHistory history;
  private final Council council;
  private final Meetings meetings;
  private final Agenda agenda;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Consultations(ConsultationRepository consultations, PaperRepository paperRows, Papers papers, PaperHistory history,
      Council council, Meetings meetings, Agenda agenda, ProcessMessages messages, ApplicationEventPublisher events,
      Clock clock) {
    this.consultations = consultations;
    this.paperRows = paperRows;
    this.papers = papers;
    this.history = history;
    this.council = council;
    this.meetings = meetings;
    this.agenda = agenda;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /** What a registered station waits for. */
  public enum Awaits { MEETING_DAY, RESULT, MEETING, OTHER_BODY, NOTHING }

  boolean change(Consultation station, SequenceStation wish) {
    boolean otherMeeting = !Objects.equals(station.meetingId, wish.meetingId());
    if (!otherMeeting && station.sequenceRank == wish.rank() && station.consultationRole == wish.role()) {
      return false;
    }
    checkMeeting(station.organizationId, wish.meetingId());
    station.sequenceRank = wish.rank();
    station.consultationRole = wish.role();
    station.meetingId = wish.meetingId();
    if (otherMeeting) {
      station.waitsForOrganizationId = null;
    }
    consultations.save(station);
    if (otherMeeting) {
      wake(station, STATION_CHANGED);
    }
    return true;
  }

  /** Plans the station of a body; its number follows the paper's last. */
  Consultation add(Long paperId, SequenceStation wish, ConsultationOrigin origin, Long originConsultationId) {
    checkMeeting(wish.organizationId(), wish.meetingId());
    if (wish.role() == null) {
      throw new BusinessException("Bitte geben Sie für jede Station an, in welcher Rolle das Gremium berät.");
    }
    Consultation station = new Consultation();
    station.paperId = paperId;
    station.consultationNumber = all(paperId).stream().mapToInt(c -> c.consultationNumber).max().orElse(0) + 1;
    station.sequenceRank = wish.rank();
    station.organizationId = council.get(wish.organizationId()).id();
    station.consultationRole = wish.role();
    station.meetingId = wish.meetingId();
    station.origin = origin;
    station.plannedOn = LocalDate.now(clock);
    station.originConsultationId = originConsultationId;
    return consultations.save(station);
  }

  /**
   * Lets a body deal with a released paper in a meeting: in the open station that it has, or in a new one. It comes
   * before all others, so that it waits for none of them.
   *
   * @param meetingId null if the office has still to find one
   */
  Consultation engage(Long paperId, Long organizationId, ConsultationRole role, Long meetingId) {
    List<Consultation> open = all(paperId).stream().filter(Consultation::open).toList();
    int rank = open.stream().mapToInt(station -> station.sequenceRank).min().orElse(1);
    SequenceStation wish = new SequenceStation(null, organizationId, role, rank, meetingId);
    Consultation known = open.stream().filter(station -> station.organizationId.equals(organizationId)
        && station.state != ConsultationState.RECORDED).findFirst().orElse(null);
    if (known == null) {
      Consultation added = add(paperId, wish, ConsultationOrigin.CHANGE, null);
      papers.launch(paperId, List.of(added.id));
      return added;
    }
    change(known, wish);
    return known;
  }

  void checkMeeting(Long organizationId, Long meetingId) {
    if (meetingId != null && !meetings.get(meetingId).bodies().contains(organizationId)) {
      throw new BusinessException("Die gewählte Sitzung ist keine Sitzung dieses Gremiums.");
    }
  }

  /** Looks what the station waits for, and registers it. */
  public Awaits register(Long consultationId, String processInstanceId) {
    lockMeetings(get(consultationId).paperId);
    Consultation station = get(consultationId);
    station.processInstanceId = processInstanceId;
    Awaits awaits = awaits(station);
    if (station.state == ConsultationState.PLANNED) {
      station.state = ConsultationState.REGISTERED;
    }
    if (awaits == Awaits.MEETING_DAY) {
      station.agendaItemId = agenda.request(station.meetingId, itemRequest(station), station.agendaItemId);
      awaits = meetings.reached(station.meetingId) ? Awaits.RESULT : awaits;
    }
    consultations.save(station);
    events.publishEvent(new StationRegistered(station));
    return awaits;
  }

  /**
   * Before a paper is printed and its stations are registered: gives those whose meeting has been called off or is over
   * another one, and locks all meetings before anything is read that would have to be read again.
   */
  public void prepareRelease(Long paperId) {
    // A station that is added now is either among those that the run begins with, or finds the paper released.
    paperRows.lock(paperId);
    lockMeetings(paperId);
    List<Consultation> planned = all(paperId).stream()
        .filter(station -> station.state == ConsultationState.PLANNED).toList();
    readMeetings(planned.stream().map(station -> station.meetingId));
    planned.stream().filter(this::missed)
        .forEach(station -> {
          replaceMeeting(station);
          consultations.save(station);
        });
  }

  /** Reads several meetings at once, for what is asked of each. */
  void readMeetings(Stream<Long> meetingIds) {
    meetings.read(meetingIds.filter(Objects::nonNull).toList());
  }

  /** Lets no day of a meeting come while stations of the paper are registered for it: nobody would tell them. */
  private void lockMeetings(Long paperId) {
    meetings.lock(all(paperId).stream()
        .filter(station -> station.state == ConsultationState.PLANNED && station.meetingId != null)
        .map(station -> station.meetingId).distinct().toList());
  }

  /** Whoever calls this one off waits, or has done so before it is looked at. */
  private void lockMeeting(Consultation station) {
    if (station.meetingId != null) {
      meetings.lock(station.meetingId);
    }
  }

  private ItemRequest itemRequest(Consultation station) {
    Paper paper = papers.get(station.paperId);
    return new ItemRequest(station.id, paper.printedReference(), paper.paperType, paper.name, paper.publicPaper,
        paper.nonPublicGround, paper.superordinatedReference);
  }

  /** The day of a meeting has come: the stations on its agenda now wait for their results. */
  @EventListener
  void onReached(MeetingReached reached) {
    consultations.findAllById(reached.consultationIds()).forEach(station -> wake(station, MEETING_REACHED));
  }

  /** An item has gone to another meeting, or has none yet: its station goes along. */
  @EventListener
  void onMoved(ItemMoved moved) {
    Consultation station = get(moved.consultationId());
    station.meetingId = moved.meetingId();
    station.agendaItemId = moved.newItemId();
    consultations.save(station);
    history.add(station.paperId, "Neue Sitzung: " + describe(station) + ".");
    wake(station, STATION_CHANGED);
  }

  /** Open stations of a body that has been succeeded are its successor's, unless their meeting is before that. */
  @EventListener
  void onSucceeded(BodySucceeded succeeded) {
    consultations.findByWaitsForOrganizationId(succeeded.formerId()).stream().filter(Consultation::open)
        .forEach(station -> {
          station.waitsForOrganizationId = succeeded.successorId();
          consultations.save(station);
        });
    for (Consultation station : consultations.findByOrganizationId(succeeded.formerId())) {
      boolean before = station.meetingId != null && meetings.get(station.meetingId).day().isBefore(succeeded.from());
      if (station.open() && station.state != ConsultationState.RECORDED && !before) {
        String former = bodyName(station);
        station.organizationId = succeeded.successorId();
        consultations.save(station);
        history.add(station.paperId, "Nachfolge von " + former + ": " + describe(station) + ".");
      }
    }
  }

  /** Lets a station look again what it waits for. */
  void lookAgain(Consultation station) {
    wake(station, STATION_CHANGED);
  }

  private Awaits awaits(Consultation station) {
    if (station.state == ConsultationState.RECORDED) {
      return Awaits.NOTHING;
    }
    if (station.waitsForOrganizationId != null) {
      if (hasOpenStation(station.paperId, station.waitsForOrganizationId)) {
        return Awaits.OTHER_BODY;
      }
      station.waitsForOrganizationId = null;
      station.meetingId = nextMeeting(station, LocalDate.now(clock));
    }
    lockMeeting(station);
    while (missed(station)) {
      replaceMeeting(station);
      lockMeeting(station);
    }
    return station.meetingId == null ? Awaits.MEETING : Awaits.MEETING_DAY;
  }

  /** Whether the meeting was called off before the station was on its agenda; what is on it goes along by itself. */
  boolean calledOff(Consultation station) {
    return station.meetingId != null && meetings.get(station.meetingId).state() == MeetingState.CANCELLED;
  }

  /**
   * Whether the meeting of a planned station has ended without the paper. One without a process was over when it became
   * known: whoever chose it wants to record what it made of the paper.
   */
  boolean over(Consultation station) {
    if (station.meetingId == null || station.state != ConsultationState.PLANNED) {
      return false;
    }
    Meeting meeting = meetings.get(station.meetingId);
    return meeting.processInstanceId() != null && !meeting.state().takesItems()
        && meeting.state() != MeetingState.CANCELLED;
  }

  private boolean missed(Consultation station) {
    return calledOff(station) || over(station);
  }

  /** Takes the body's next meeting after the one that does not deal with the paper; none if none is known. */
  private void replaceMeeting(Consultation station) {
    LocalDate day = meetings.get(station.meetingId).day();
    station.meetingId = nextMeeting(station, day.isAfter(LocalDate.now(clock)) ? day : LocalDate.now(clock));
    if (station.meetingId != null) {
      history.add(station.paperId, "Neue Sitzung: " + describe(station) + ".");
    }
  }

  private Long nextMeeting(Consultation station, LocalDate after) {
    return meetings.nextAfter(station.organizationId, after).map(Meeting::id).orElse(null);
  }

  boolean hasOpenStation(Long paperId, Long organizationId) {
    return all(paperId).stream().anyMatch(c -> c.open() && c.organizationId.equals(organizationId));
  }

  /** Gives the station a meeting of its body, or one on a new day. */
  public void assignMeeting(Long consultationId, Long meetingId, LocalDate newDay) {
    Consultation station = get(consultationId);
    if ((meetingId == null) == (newDay == null)) {
      throw new BusinessException("Bitte wählen Sie eine Sitzung aus oder geben Sie den Tag einer neuen Sitzung an.");
    }
    checkMeeting(station.organizationId, meetingId);
    Organization body = council.get(station.organizationId);
    if (newDay != null && !body.validOn(newDay)) {
      throw new BusinessException(body.name() + " gibt es am " + GermanDate.print(newDay) + " nicht.");
    }
    station.meetingId = meetingId != null ? meetingId : meetings.ensure(body, newDay, null).id();
    consultations.save(station);
    history.add(station.paperId, "Sitzung festgelegt: " + describe(station) + ".");
  }

  @Override
  public List<String> withoutResult(Long consultationId) {
    Consultation station = get(consultationId);
    return all(station.paperId).stream()
        .filter(other -> other.open() && other.state != ConsultationState.RECORDED
            && other.sequenceRank < station.sequenceRank)
        .map(this::bodyName)
        .distinct()
        .toList();
  }

  /** Wakes stations that waited for this body. */
  public void notifyWaiting(Long consultationId) {
    Consultation station = get(consultationId);
    if (!hasOpenStation(station.paperId, station.organizationId)) {
      others(station).stream()
          .filter(other -> station.organizationId.equals(other.waitsForOrganizationId))
          .forEach(other -> {
            // If it begins to wait at this moment, one of the two transactions fails and is tried again.
            consultations.save(other);
            wake(other, OTHER_BODY_CONCLUDED);
          });
    }
  }

  void drop(Long consultationId, Long byConsultationId, String reason) {
    // Dropping one station wakes those that waited for it, so it is read anew.
    Consultation station = get(consultationId);
    station.state = ConsultationState.DROPPED;
    station.droppedOn = LocalDate.now(clock);
    station.droppedByConsultationId = byConsultationId;
    station.dropReason = reason;
    consultations.save(station);
    if (station.agendaItemId != null) {
      agenda.withdraw(station.agendaItemId, reason);
    }
    wake(station, STATION_DROPPED);
    events.publishEvent(new StationEnded(station));
  }

  private void wake(Consultation station, String message) {
    if (station.processInstanceId != null && messages.awaits(message, station.processInstanceId)) {
      messages.send(message, station.processInstanceId, Map.of());
    }
  }

  /** Ids of the stations that have still to be dealt with, in order. */
  public List<Long> openStations(Long paperId) {
    return all(paperId).stream().filter(Consultation::open).map(consultation -> consultation.id).toList();
  }

  /** The business key: number of the paper and of the station. */
  public String businessKey(Long consultationId) {
    Consultation station = get(consultationId);
    return papers.reference(station.paperId) + "#" + station.consultationNumber;
  }

  /** The item of its meeting's agenda; null as long as the station has none. */
  public Long agendaItem(Long consultationId) {
    return get(consultationId).agendaItemId;
  }

  /** The day of the station's meeting; null if it has none. */
  public LocalDate meetingDay(Long consultationId) {
    Long meetingId = get(consultationId).meetingId;
    return meetingId == null ? null : meetings.get(meetingId).day();
  }

  public ConsultationRole role(Long consultationId) {
    return get(consultationId).consultationRole;
  }

  Consultation get(Long consultationId) {
    return consultations.findById(consultationId)
        .orElseThrow(() -> BusinessException.unknown("Diese Station gibt es nicht."));
  }

  List<Consultation> all(Long paperId) {
    return consultations.findOfPaper(paperId);
  }

  List<Consultation> others(Consultation station) {
    return all(station.paperId).stream().filter(other -> other.open() && !other.id.equals(station.id)).toList();
  }

  String bodyName(Consultation station) {
    return council.get(station.organizationId).name();
  }

  String describe(Consultation station) {
    Organization body = council.get(station.organizationId);
    return body.name() + " (" + station.consultationRole.label() + ")"
        + (station.meetingId == null ? "" : " am " + GermanDate.print(meetings.get(station.meetingId).day()));
  }
}
