package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.council.Membership;
import de.gremienlauf.council.Person;
import de.gremienlauf.council.Seat;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who takes part in a meeting, with every coming and going, and who does not vote on an item. A place in the body is
 * never taken twice at the same time: a deputy sits only while the member is absent.
 *
 * <p>A time that is null means now, in Berlin. Changes of one meeting wait for each other.
 */
@Service
@Transactional
public class Attendances {

  private static final String GUEST = "Gast";
  private static final int NAME_LENGTH = 500;
  private static final int TEXT_LENGTH = 4000;

  private final AttendanceRepository rows;
  private final ItemExclusionRepository exclusions;
  private final AgendaItemRepository items;
  private final MeetingRepository meetings;
  private final MinutesSignatureRepository signatures;
  private final Council council;
  private final Clock clock;

  Attendances(AttendanceRepository rows, ItemExclusionRepository exclusions, AgendaItemRepository items,
      MeetingRepository meetings, MinutesSignatureRepository signatures, Council council, Clock clock) {
    this.rows = rows;
    this.exclusions = exclusions;
    this.items = items;
    this.meetings = meetings;
    this.signatures = signatures;
    this.council = council;
    this.clock = clock;
  }

  /** Everybody who sits in the meeting's bodies on its day, in the order of the printed list, and the guests. */
  @Transactional(readOnly = true)
  public List<Attendee> of(Long meetingId) {
    Meeting meeting = meeting(meetingId);
    Map<Long, Member> members = members(meeting);
    Map<Long, List<AttendanceRow>> ofPerson = new LinkedHashMap<>();
    members.keySet().forEach(person -> ofPerson.put(person, new ArrayList<>()));
    List<AttendanceRow> all = rows.findOfMeeting(meetingId);
    all.stream().filter(row -> row.personId() != null)
        .forEach(row -> ofPerson.computeIfAbsent(row.personId(), person -> new ArrayList<>()).add(row));
    return Stream.concat(
        ofPerson.entrySet().stream().map(entry -> attendee(entry.getKey(), entry.getValue(), members)),
        all.stream().filter(row -> row.personId() == null).map(row -> guest(null, row.guestName(), List.of(row))))
        .toList();
  }

  private Attendee attendee(Long personId, List<AttendanceRow> ofPerson, Map<Long, Member> members) {
    Member member = members.get(personId);
    if (member == null) {
      return guest(personId, council.person(personId).name(), ofPerson);
    }
    Membership seat = member.membership();
    List<Attendee.Stay> stays = stays(ofPerson);
    Attendee.Stay last = stays.isEmpty() ? null : stays.get(stays.size() - 1);
    AttendeeState state = state(ofPerson, last);
    Long deputyFor = last == null ? null : last.deputyForPersonId();
    Member represented = deputyFor == null ? null : members.get(deputyFor);
    boolean votes = state == AttendeeState.PRESENT && seat.votingRight()
        && (!seat.deputy() || represented != null && represented.membership().votingRight());
    return new Attendee(personId, seat.organizationId(), member.person().name(), seat.politicalGroup(),
        seat.membershipRole(), seat.seat(), seat.votingRight(), seat.deputy(), state, stays, deputyFor,
        represented == null ? null : represented.person().name(), votes, note(ofPerson));
  }

  private static Attendee guest(Long personId, String name, List<AttendanceRow> ofPerson) {
    List<Attendee.Stay> stays = stays(ofPerson);
    return new Attendee(personId, null, name, null, GUEST, null, false, false,
        state(ofPerson, stays.isEmpty() ? null : stays.get(stays.size() - 1)), stays, null, null, false,
        note(ofPerson));
  }

  private static List<Attendee.Stay> stays(List<AttendanceRow> ofPerson) {
    return ofPerson.stream().filter(row -> !row.excused())
        .map(row -> new Attendee.Stay(row.id(), row.arrivedAt(), row.leftAt(), row.deputyFor())).toList();
  }

  private static AttendeeState state(List<AttendanceRow> ofPerson, Attendee.Stay last) {
    if (last != null) {
      return last.leftAt() == null ? AttendeeState.PRESENT : AttendeeState.LEFT;
    }
    return ofPerson.isEmpty() ? AttendeeState.EXPECTED : AttendeeState.EXCUSED;
  }

  private static String note(List<AttendanceRow> ofPerson) {
    return ofPerson.stream().map(AttendanceRow::note).filter(Objects::nonNull).reduce((first, next) -> next)
        .orElse(null);
  }

  /** Whether anybody noted who came; if not, nothing can be said of quorum and votes. */
  @Transactional(readOnly = true)
  public boolean kept(Long meetingId) {
    return rows.findOfMeeting(meetingId).stream().anyMatch(row -> !row.excused());
  }

  /**
   * Notes that somebody came.
   *
   * @param deputyFor the absent member in whose place a deputy sits; null for a member, and for a deputy who stands in
   *     for one person only
   */
  public void arrive(Long meetingId, Long personId, LocalTime at, Long deputyFor) {
    Meeting meeting = changing(meetingId, true);
    Map<Long, Member> members = members(meeting);
    Person person = council.person(personId);
    Long place = place(person, deputyFor, members);
    List<AttendanceRow> all = rows.findOfMeeting(meetingId);
    if (all.stream().anyMatch(row -> row.open() && personId.equals(row.personId()))) {
      throw new BusinessException(person.name() + " ist bereits als anwesend eingetragen.");
    }
    AttendanceRow arrival = new AttendanceRow(null, meetingId, personId, null, time(at), null, place, false, null);
    free(arrival, all, members);
    all.stream().filter(row -> row.excused() && personId.equals(row.personId())).forEach(rows::delete);
    rows.save(arrival);
  }

  /** Notes that all regular members came who are neither there nor excused nor represented nor gone. */
  public void arriveAll(Long meetingId, LocalTime at) {
    Meeting meeting = changing(meetingId, true);
    LocalTime time = time(at);
    List<AttendanceRow> all = rows.findOfMeeting(meetingId);
    rows.saveAll(members(meeting).values().stream()
        .filter(member -> !member.membership().deputy())
        .filter(member -> all.stream().noneMatch(row -> member.person().id().equals(row.personId())
            || member.person().id().equals(row.place())))
        .map(member -> new AttendanceRow(null, meetingId, member.person().id(), null, time, null, null, false, null))
        .toList());
  }

  /** Notes that somebody left. */
  public void leave(Long meetingId, Long personId, LocalTime at) {
    changing(meetingId, true);
    AttendanceRow stay = rows.findOfMeeting(meetingId).stream()
        .filter(row -> row.open() && personId.equals(row.personId())).findFirst()
        .orElseThrow(() -> new BusinessException(council.person(personId).name() + " ist nicht anwesend."));
    leave(stay, at);
  }

  /** Notes that a guest came, who needs no more than a name. Returns the id of the stay. */
  public Long arriveGuest(Long meetingId, String name, LocalTime at) {
    changing(meetingId, true);
    if (name == null || name.isBlank() || name.length() > NAME_LENGTH) {
      throw new BusinessException("Bitte geben Sie den Namen des Gastes an, mit höchstens " + NAME_LENGTH
          + " Zeichen.");
    }
    return rows.save(new AttendanceRow(null, meetingId, null, name.strip(), time(at), null, null, false, null)).id();
  }

  /** Notes that the guest of a stay left. */
  public void leaveGuest(Long meetingId, Long stayId, LocalTime at) {
    changing(meetingId, true);
    leave(stay(meetingId, stayId), at);
  }

  private void leave(AttendanceRow stay, LocalTime at) {
    LocalTime time = time(at);
    if (!stay.open()) {
      throw new BusinessException("Das Ende dieser Anwesenheit ist schon eingetragen.");
    }
    if (SessionTime.after(stay.arrivedAt(), time)) {
      throw new BusinessException(name(stay) + " ist um " + SessionTime.print(stay.arrivedAt())
          + " gekommen und kann nicht schon um " + SessionTime.print(time) + " gegangen sein.");
    }
    rows.save(stay.until(time));
  }

  /** Notes that a member will not come. */
  public void excuse(Long meetingId, Long personId, String note) {
    Meeting meeting = changing(meetingId, false);
    Person person = council.person(personId);
    if (!members(meeting).containsKey(personId)) {
      throw new BusinessException(person.name() + " ist am " + GermanDate.print(meeting.day)
          + " nicht Mitglied des Gremiums.");
    }
    checkText(note);
    if (rows.findOfMeeting(meetingId).stream().anyMatch(row -> personId.equals(row.personId()))) {
      throw new BusinessException("Für " + person.name() + " ist schon etwas eingetragen.");
    }
    rows.save(new AttendanceRow(null, meetingId, personId, null, null, null, null, true, note));
  }

  /** Takes back what was noted last of a person: a going, a coming or an excuse. */
  public void undo(Long meetingId, Long personId) {
    changing(meetingId, false);
    AttendanceRow last = rows.findOfMeeting(meetingId).stream()
        .filter(row -> personId.equals(row.personId())).max(Comparator.comparing(AttendanceRow::id))
        .orElseThrow(() -> new BusinessException("Für " + council.person(personId).name()
            + " ist nichts eingetragen, was sich zurücknehmen ließe."));
    undo(last);
  }

  /** Takes back the going, or else the coming, of a guest. */
  public void undoGuest(Long meetingId, Long stayId) {
    changing(meetingId, false);
    undo(stay(meetingId, stayId));
  }

  private void undo(AttendanceRow last) {
    if (last.leftAt() == null) {
      rows.delete(last);
      return;
    }
    AttendanceRow reopened = last.until(null);
    if (last.personId() != null) {
      List<AttendanceRow> others = rows.findOfMeeting(last.meetingId()).stream()
          .filter(row -> !row.id().equals(last.id())).toList();
      free(reopened, others, members(meeting(last.meetingId())));
    }
    rows.save(reopened);
  }

  /** Keeps somebody from voting on an item, and a recused one from counting as present for it. */
  public void exclude(Long itemId, Long personId, ItemExclusion.Kind kind, String reason) {
    AgendaItem item = changingItem(itemId);
    checkText(reason);
    Person person = council.person(personId);
    if (!members(meeting(item.meetingId)).containsKey(personId)) {
      throw new BusinessException(person.name() + " gehört dem Gremium nicht an.");
    }
    Long known = exclusions.findByAgendaItemIdAndPersonId(itemId, personId).map(ItemExclusion::id).orElse(null);
    exclusions.save(new ItemExclusion(known, itemId, personId, kind, reason));
  }

  /** Lets somebody vote on an item again. */
  public void include(Long itemId, Long personId) {
    changingItem(itemId);
    exclusions.findByAgendaItemIdAndPersonId(itemId, personId).ifPresent(exclusions::delete);
  }

  /** Who does not vote on an item, in the order in which it was noted. */
  @Transactional(readOnly = true)
  public List<ItemExclusion> exclusions(Long itemId) {
    return exclusions.findOfItem(itemId);
  }

  /** Somebody who has a vote in a body at a time; the place is the member whose vote it is. */
  record Voter(Long personId, Long place, String name, String group, Seat seat) {
  }

  /**
   * Who has a vote in a body of a meeting: its voting members who are there, and the deputies in place of absent ones.
   *
   * @param at null for now
   */
  List<Voter> voters(Meeting meeting, Long organizationId, LocalTime at) {
    return voters(meeting, organizationId, row ->
        new Attendee.Stay(row.id(), row.arrivedAt(), row.leftAt(), row.deputyFor()).covers(at));
  }

  /** Who had a vote in a body at any time of a meeting. */
  List<Voter> everVoters(Meeting meeting, Long organizationId) {
    return voters(meeting, organizationId, row -> true).stream().distinct().toList();
  }

  private List<Voter> voters(Meeting meeting, Long organizationId, Predicate<AttendanceRow> there) {
    Map<Long, Member> ofBody = council.members(organizationId, meeting.day).stream()
        .collect(Collectors.toMap(member -> member.person().id(), Function.identity()));
    return rows.findOfMeeting(meeting.id).stream()
        .filter(row -> row.personId() != null && !row.excused())
        .filter(there)
        .filter(row -> hasVote(ofBody.get(row.personId()), ofBody.get(row.place())))
        .map(row -> voter(ofBody.get(row.personId()), row.place()))
        .toList();
  }

  private static Voter voter(Member member, Long place) {
    return new Voter(member.person().id(), place, member.person().name(), member.membership().politicalGroup(),
        member.membership().seat());
  }

  private static boolean hasVote(Member sitting, Member place) {
    return sitting != null && place != null && sitting.membership().votingRight() && place.membership().votingRight()
        && !place.membership().deputy();
  }

  /** The place in which somebody sits: null for the own one. */
  private static Long place(Person person, Long deputyFor, Map<Long, Member> members) {
    Member member = members.get(person.id());
    if (member == null || !member.membership().deputy()) {
      if (deputyFor != null) {
        throw new BusinessException(person.name() + " ist kein stellvertretendes Mitglied.");
      }
      return null;
    }
    Membership deputy = member.membership();
    Long place = deputyFor == null ? deputy.deputyFor() : deputyFor;
    Member represented = place == null ? null : members.get(place);
    if (place == null) {
      throw new BusinessException("Bitte geben Sie an, für wen " + person.name() + " die Stellvertretung übernimmt.");
    }
    boolean mayRepresent = represented != null && !represented.membership().deputy()
        && deputy.organizationId().equals(represented.membership().organizationId())
        && (deputy.deputyFor() == null
            ? Objects.equals(deputy.politicalGroup(), represented.membership().politicalGroup())
            : deputy.deputyFor().equals(place));
    if (!mayRepresent) {
      throw new BusinessException(person.name() + " kann "
          + (represented == null ? "diese Person" : represented.person().name()) + " nicht vertreten.");
    }
    return place;
  }

  private void free(AttendanceRow arrival, Collection<AttendanceRow> all, Map<Long, Member> members) {
    for (AttendanceRow row : all) {
      if (!arrival.overlaps(row) || row.personId() == null) {
        continue;
      }
      if (row.personId().equals(arrival.personId())) {
        throw new BusinessException(name(row) + " war um " + SessionTime.print(arrival.arrivedAt()) + " schon da"
            + (row.leftAt() == null ? "." : " und ist um " + SessionTime.print(row.leftAt()) + " gegangen."));
      }
      boolean seated = members.containsKey(row.personId()) && members.containsKey(arrival.personId());
      if (seated && row.place().equals(arrival.place())) {
        throw new BusinessException(row.deputyFor() == null
            ? name(row) + " ist selbst anwesend und braucht keine Stellvertretung."
            : "Den Platz von " + council.person(row.place()).name() + " nimmt " + name(row)
                + " ein. Bitte beenden Sie zuerst diese Stellvertretung.");
      }
    }
  }

  private String name(AttendanceRow row) {
    return row.personId() == null ? row.guestName() : council.person(row.personId()).name();
  }

  private AttendanceRow stay(Long meetingId, Long stayId) {
    return rows.findById(stayId).filter(stay -> stay.meetingId().equals(meetingId))
        .orElseThrow(() -> BusinessException.unknown("Diesen Eintrag der Anwesenheitsliste gibt es nicht (mehr)."));
  }

  /** By person; who is a deputy in one body and a member of another sits as a member. */
  private Map<Long, Member> members(Meeting meeting) {
    return Stream.concat(Stream.of(meeting.organizationId), meeting.jointBodies().stream())
        .flatMap(body -> council.members(body, meeting.day).stream())
        .collect(Collectors.toMap(member -> member.person().id(), Function.identity(),
            (first, next) -> first.membership().deputy() && !next.membership().deputy() ? next : first,
            LinkedHashMap::new));
  }

  private AgendaItem changingItem(Long itemId) {
    AgendaItem item = items.required(itemId);
    changing(item.meetingId, false);
    return item;
  }

  private Meeting changing(Long meetingId, boolean onItsDay) {
    meetings.lock(meetingId);
    Meeting meeting = meeting(meetingId);
    if (meeting.state == MeetingState.CANCELLED) {
      throw new BusinessException("Die Sitzung ist abgesagt; eine Anwesenheit gibt es nicht.");
    }
    // A meeting without quorum stays one when its minutes are released.
    if (meeting.state == MeetingState.MINUTES_RELEASED || meeting.minutesReleasedOn != null) {
      throw new BusinessException("Die Niederschrift ist freigegeben; die Anwesenheit lässt sich nicht mehr ändern.");
    }
    signatures.requireUnsigned(meetingId);
    if (onItsDay && meeting.day.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Die Sitzung ist erst am " + GermanDate.print(meeting.day) + ".");
    }
    return meeting;
  }

  private Meeting meeting(Long meetingId) {
    return meetings.required(meetingId);
  }

  private LocalTime time(LocalTime at) {
    return (at == null ? LocalTime.now(clock) : at).truncatedTo(ChronoUnit.MINUTES);
  }

  private static void checkText(String text) {
    if (text != null && text.length() > TEXT_LENGTH) {
      throw new BusinessException("Der Grund darf höchstens " + TEXT_LENGTH + " Zeichen haben.");
    }
  }
}
