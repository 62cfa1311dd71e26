package de.gremienlauf.meeting;

import de.gremienlauf.council.BodySucceeded;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the office does with the dates of meetings. Whatever changes before the day sends the meeting's process back to
 * its begin, so that every timer and due date is computed anew; an agenda that was released is then released again.
 */
@Service
@Transactional
public class MeetingCalendar {

  private static final String MEETING_CHANGED = "MeetingChanged";
  private static final String MEETING_CANCELLED = "MeetingCancelled";
  private static final Set<String> BODIES = Set.of(Organization.BODY, Organization.PROJECT_BODY);
  private static final List<MeetingState> AHEAD =
      List.of(MeetingState.PLANNED, MeetingState.AGENDA_RELEASED, MeetingState.INVITED);

  private final MeetingRepository rows;
  private final AgendaItemRepository items;
  private final Meetings meetings;
  private final MeetingDeadlines deadlines;
  private final MeetingHistory history;
  private final Council council;
  private final ProcessMessages messages;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  MeetingCalendar(MeetingRepository rows, AgendaItemRepository items, Meetings meetings, MeetingDeadlines deadlines,
      MeetingHistory history, Council council, ProcessMessages messages, ApplicationEventPublisher events,
      Clock clock) {
    this.rows = rows;
    this.items = items;
    this.meetings = meetings;
    this.deadlines = deadlines;
    this.history = history;
    this.council = council;
    this.messages = messages;
    this.events = events;
    this.clock = clock;
  }

  /** Plans a meeting of any kind and starts its process. Returns its id. */
  public Long plan(NewMeeting planned) {
    return meetings.prepare(create(planned)).id;
  }

  /** The same without a process, for one that is just being started. Returns the id. */
  public Long note(NewMeeting planned) {
    return create(planned).id;
  }

  private Meeting create(NewMeeting planned) {
    requireFuture(planned.day());
    boolean alone = planned.jointBodies().isEmpty();
    if (planned.kind() == MeetingKind.JOINT && alone) {
      throw new BusinessException("Bitte nennen Sie die weiteren Gremien der gemeinsamen Sitzung.");
    }
    if (planned.previousMeetingId() == null && planned.kind() != MeetingKind.JOINT && !alone) {
      throw new BusinessException("Weitere Gremien hat nur eine gemeinsame Sitzung.");
    }
    LinkedHashSet<Long> bodies = new LinkedHashSet<>(planned.jointBodies());
    if (bodies.contains(planned.organizationId())) {
      throw new BusinessException("Ein Gremium ist zweimal genannt.");
    }
    bodies.add(planned.organizationId());
    requireFree(bodies, planned.day(), null);
    return meetings.create(planned);
  }

  /**
   * Moves a meeting to another day, time or place. People who were invited are told as soon as the agenda is released
   * again.
   *
   * @param day the new day, or the one it has
   * @param reason printed in the invitation
   */
  public void move(Long meetingId, LocalDate day, String startTime, String location, String reason) {
    Meeting meeting = ahead(meetingId, "verlegen");
    String because = required(reason);
    if (day.equals(meeting.day) && Objects.equals(startTime, meeting.startTime)
        && Objects.equals(location, meeting.location)) {
      throw new BusinessException("Die Sitzung findet schon an diesem Tag, zu dieser Zeit und an diesem Ort statt.");
    }
    requireFuture(day);
    requireFree(meeting.bodies(), day, meetingId);
    String before = described(meeting);
    boolean otherDay = !day.equals(meeting.day);
    if (otherDay && meeting.originalDay == null) {
      meeting.originalDay = meeting.day;
    }
    meeting.day = day;
    meeting.startTime = startTime;
    meeting.location = location;
    meeting.changeReason = because;
    change(meeting, "Verlegt von " + before + " auf " + described(meeting) + ": " + because);
    if (otherDay) {
      events.publishEvent(new MeetingMoved(meetingId, items.in(meetingId, AgendaItemState.ON_AGENDA).stream()
          .map(item -> item.consultationId).filter(Objects::nonNull).toList()));
    }
  }

  /** Lets further bodies take part in a meeting. */
  public void join(Long meetingId, List<Long> organizationIds, String reason) {
    Meeting meeting = ahead(meetingId, "gemeinsam abhalten");
    String because = required(reason);
    List<Long> added = organizationIds.stream().distinct().filter(body -> !meeting.bodies().contains(body)).toList();
    if (added.isEmpty()) {
      throw new BusinessException("Bitte nennen Sie mindestens ein weiteres Gremium.");
    }
    requireFree(added, meeting.day, meetingId);
    added.forEach(body -> meeting.join(body));
    meeting.kind = MeetingKind.JOINT;
    meeting.changeReason = because;
    meetings.rename(meeting);
    change(meeting, meeting.name + ": " + because);
  }

  /** Calls a meeting off. What is on its agenda goes to the body's next meeting. */
  public void cancel(Long meetingId, String reason) {
    rows.lock(meetingId);
    Meeting meeting = meetings.get(meetingId);
    if (!meeting.state.takesItems()) {
      throw new BusinessException("Die Sitzung lässt sich nicht mehr absagen, sie ist " + meeting.state.label() + ".");
    }
    requireProcess(meeting);
    meeting.changeReason = required(reason);
    meeting.state = MeetingState.CANCELLED;
    rows.save(meeting);
    history.add(meetingId, "Abgesagt: " + meeting.changeReason);
    wake(meeting, MEETING_CANCELLED);
  }

  /** The planned meetings of a body that has been succeeded are its successor's. */
  @EventListener
  void onSucceeded(BodySucceeded succeeded) {
    Organization successor = council.get(succeeded.successorId());
    for (Meeting found : rows.findByOrganizationIdAndDayGreaterThanEqualAndStateIn(succeeded.formerId(),
        succeeded.from(), AHEAD)) {
      rows.lock(found.id);
      Meeting meeting = meetings.get(found.id);
      meeting.organizationId = successor.id();
      meetings.rename(meeting);
      change(meeting, "Nachfolge: " + meeting.name + ".");
    }
  }

  /** Computes the periods of a meeting anew. Its process begins again only if they are different now. */
  void renewPeriods(Long meetingId) {
    rows.lock(meetingId);
    Meeting meeting = meetings.get(meetingId);
    if (meeting.state == MeetingState.PLANNED && meeting.processInstanceId != null && deadlines.renew(meeting)) {
      rows.save(meeting);
      history.add(meetingId, "Fristen geändert: Abgabe bis " + GermanDate.print(
          deadlines.submissionDeadline(meeting).date()) + ", Einladung bis " + GermanDate.print(meeting.inviteUntil)
          + ".");
      wake(meeting, MEETING_CHANGED);
    }
  }

  private void change(Meeting meeting, String sentence) {
    meeting.state = MeetingState.PLANNED;
    meeting.agendaReleasedOn = null;
    for (AgendaItem item : items.in(meeting.id, AgendaItemState.REQUESTED)) {
      item.state = AgendaItemState.ON_AGENDA;
      items.save(item);
    }
    if (meeting.processInstanceId != null) {
      deadlines.renew(meeting);
    }
    rows.save(meeting);
    history.add(meeting.id, sentence);
    wake(meeting, MEETING_CHANGED);
  }

  private void wake(Meeting meeting, String message) {
    if (meeting.processInstanceId != null && messages.awaits(message, meeting.processInstanceId)) {
      messages.send(message, meeting.processInstanceId, Map.of());
    }
  }

  private Meeting ahead(Long meetingId, String act) {
    rows.lock(meetingId);
    Meeting meeting = meetings.get(meetingId);
    if (!meeting.state.ahead()) {
      throw new BusinessException("Die Sitzung lässt sich nicht mehr " + act + ", ihr Stand ist „"
          + meeting.state.label() + "“.");
    }
    requireProcess(meeting);
    return meeting;
  }

  /** A meeting without a process was over when it became known. */
  private static void requireProcess(Meeting meeting) {
    if (meeting.processInstanceId == null) {
      throw new BusinessException("Die Sitzung vom " + GermanDate.print(meeting.day) + " ist vorbei.");
    }
  }

  private void requireFuture(LocalDate day) {
    if (day.isBefore(LocalDate.now(clock))) {
      throw new BusinessException("Der " + GermanDate.print(day) + " liegt in der Vergangenheit.");
    }
  }

  /** In the order of their ids, so that nobody waits for each other in a circle. */
  private void requireFree(Collection<Long> bodies, LocalDate day, Long meetingId) {
    bodies.stream().sorted().forEach(body -> requireFree(body, day, meetingId));
  }

  private void requireFree(Long organizationId, LocalDate day, Long meetingId) {
    Organization body = council.now(organizationId);
    if (!BODIES.contains(body.organizationType()) || !body.validOn(day)) {
      throw new BusinessException("„" + body.name() + "“ ist am " + GermanDate.print(day) + " kein Gremium.");
    }
    meetings.hold(body, day);
    if (rows.on(organizationId, day).stream().anyMatch(other -> !other.id.equals(meetingId))) {
      throw new BusinessException(body.name() + " hat am " + GermanDate.print(day) + " schon eine Sitzung.");
    }
  }

  private static String required(String reason) {
    if (reason == null || reason.isBlank()) {
      throw new BusinessException("Bitte geben Sie einen Grund an.");
    }
    return reason.strip();
  }

  private static String described(Meeting meeting) {
    List<String> parts = new ArrayList<>(List.of(GermanDate.print(meeting.day)));
    if (meeting.startTime != null) {
      parts.add(meeting.startTime + " Uhr");
    }
    if (meeting.location != null) {
      parts.add(meeting.location);
    }
    return String.join(", ", parts);
  }
}
