package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.engine.UserNames;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads meetings for pages, as far as the person may know of their items. */
@Service
@Transactional(readOnly = true)
public class MeetingQueries {

  /** Results as German bodies print them; the decision table {@code result-phrase} knows each. */
  public static final List<String> USUAL_RESULTS = List.of("ungeändert beschlossen", "geändert beschlossen",
      "ungeändert empfohlen", "geändert empfohlen", "zugestimmt", "abgelehnt", "endgültig abgelehnt",
      "zur Kenntnis genommen", "vertagt", "zurückgestellt", "abgesetzt", "verwiesen",
      "verwiesen mit Wiedervorlage", "ohne Votum in nachfolgende Gremien", "zurückgezogen", "erledigt",
      "teilweise beschlossen");
  static final List<String> USUAL_VOTES = List.of("einstimmig", "mehrheitlich",
      "einstimmig bei Enthaltung der Fraktion",
      "mehrheitlich gegen die Stimmen der Fraktion", "einstimmig abgelehnt", "mehrheitlich abgelehnt");

  private static final int OBJECTION_CHOICES = 5;

  private final Meetings meetings;
  private final AgendaItemRepository items;
  private final MeetingEditors editors;
  private final MeetingAccess access;
  private final Attendances attendances;
  private final Quorums quorums;
  private final ItemExclusionRepository exclusions;
  private final EarlierBodies earlierBodies;
  private final MeetingDeadlines deadlines;
  private final MeetingHistory history;
  private final MinutesObjectionRepository objections;
  private final MeetingMinutesRepository minutes;
  private final MinutesSignatureRepository signatures;
  private final Council council;
  private final UserNames names;
  private final JdbcClient jdbc;

  /** Lazy where it looks up to the papers, which look down to the agenda. */
  MeetingQueries(Meetings meetings, AgendaItemRepository items, MeetingEditors editors, MeetingAccess access,
      Attendances attendances, Quorums quorums, ItemExclusionRepository exclusions,
      @Lazy EarlierBodies earlierBodies, MeetingDeadlines deadlines, MeetingHistory history,
      MinutesObjectionRepository objections, MeetingMinutesRepository minutes, MinutesSignatureRepository signatures,
      Council council, UserNames names, JdbcClient jdbc) {
    this.meetings = meetings;
    this.items = items;
    this.editors = editors;
    this.access = access;
    this.attendances = attendances;
    this.quorums = quorums;
    this.exclusions = exclusions;
    this.earlierBodies = earlierBodies;
    this.deadlines = deadlines;
    this.history = history;
    this.objections = objections;
    this.minutes = minutes;
    this.signatures = signatures;
    this.council = council;
    this.names = names;
    this.jdbc = jdbc;
  }

  private record Row(Long id, Long organizationId, String organization, LocalDate day, String startTime,
      String location, MeetingKind kind, MeetingState state, int items, int concluded) {
  }

  /**
   * All meetings of the own municipality between two days, in order.
   *
   * @param organizationId only those of this body; null for all
   */
  public List<MeetingLine> list(LocalDate from, LocalDate to, Long organizationId) {
    access.requireRead();
    String visible = " and i.item_kind <> 'STANDING'" + (access.seesNonPublic() ? "" : " and i.public_item");
    return jdbc.sql("select m.id, m.organization_id, o.name as organization, m.meeting_day as \"day\", m.start_time,"
            + " m.location, m.kind, m.state,"
            + " (select count(*) from agenda_item i where i.meeting_id = m.id and i.state in ('ON_AGENDA', 'REQUESTED',"
            + " 'CONCLUDED')" + visible + ") as items,"
            + " (select count(*) from agenda_item i where i.meeting_id = m.id and i.state = 'CONCLUDED'" + visible
            + ") as concluded"
            + " from meeting m join organization o on o.id = m.organization_id"
            + " where o.municipality = :municipality and m.meeting_day between :from and :to"
            + (organizationId == null ? "" : " and m.organization_id = :organization")
            + " order by m.meeting_day, m.start_time nulls last, o.name, m.id")
        .param("municipality", council.ownMunicipality()).param("from", from).param("to", to)
        .param("organization", organizationId)
        .query(RecordRows.of(Row.class)).list().stream()
        .map(row -> new MeetingLine(row.id, row.organizationId, row.organization, row.day, row.startTime,
            row.location, row.kind.label(), row.state, row.state.label(), row.items, row.concluded))
        .toList();
  }

  /**
   * Grows with every change of the meeting, its items and its editor, and with every signature under its minutes: the
   * sum of the versions of their rows.
   */
  public long revision(Long meetingId) {
    access.requireRead();
    meetings.get(meetingId);
    return jdbc.sql("select m.version"
            + " + coalesce((select sum(i.version + 1) from agenda_item i where i.meeting_id = m.id), 0)"
            + " + coalesce((select e.changes from meeting_editor e where e.meeting_id = m.id), 0)"
            + " + (select count(*) from minutes_signature s where s.meeting_id = m.id and s.state <> 'REQUESTED')"
            + " from meeting m where m.id = ?")
        .param(meetingId).query(Long.class).single();
  }

  /** A meeting with its agenda. */
  public MeetingPage page(Long meetingId) {
    // The revision first: a change in between is then read once more, never missed.
    long revision = revision(meetingId);
    Meeting meeting = meetings.get(meetingId);
    Organization body = council.get(meeting.organizationId);
    Map<String, String> known = new HashMap<>();
    Map<Long, List<ItemExclusion>> excluded = !access.seesNonPublic() ? Map.of()
        : exclusions.ofMeeting(meetingId).stream().collect(Collectors.groupingBy(ItemExclusion::agendaItemId));
    Function<AgendaItem, Map<String, String>> fields = fields(meeting, body);
    List<MeetingPage.Item> agenda = items.findOfMeeting(meetingId).stream()
        .filter(item -> item.publicItem || access.seesNonPublic())
        .map(item -> item(item, excluded.getOrDefault(item.id, List.of()),
            item.concludedBy == null ? null : known.computeIfAbsent(item.concludedBy, names::of),
            fields.apply(item)))
        .toList();
    return new MeetingPage(meetingId, revision, body.name(), body.id(), meeting.name, meeting.kind.label(),
        meeting.state, meeting.state.label(), meeting.day, meeting.startTime, meeting.endTime, meeting.location,
        meeting.originalDay, meeting.changeReason, meeting.agendaReleasedOn, meeting.invitedOn, meeting.openedAt,
        meeting.closedAt, meeting.minutesReleasedOn, access.mayWrite() && signatures.signed(meetingId),
        meeting.submissionUntil, meeting.inviteUntil,
        access.seesNonPublic() ? meeting.invitationFinding : null, meeting.jointBodies(),
        meeting.state.ahead() && meeting.processInstanceId != null,
        meeting.state.takesItems() && meeting.processInstanceId != null, meetings.reached(meetingId),
        access.mayWrite(), access.mayArrange(), editors.of(meetingId).orElse(null), quorums.of(meetingId),
        access.seesNonPublic() ? attendances.of(meetingId) : List.of(), agenda, USUAL_RESULTS, USUAL_VOTES);
  }

  /** What the person may read of what the minute taker typed; names that the minutes redact are so here as well. */
  private Function<AgendaItem, Map<String, String>> fields(Meeting meeting, Organization body) {
    if (access.seesNonPublic()) {
      return DraftField::read;
    }
    MeetingMinutes written = minutes.findById(meeting.id).orElseGet(MeetingMinutes::new);
    boolean published = meeting.minutesReleasedOn != null
        && PublicPart.published(body, written.releaseDecision, written.namesToRedact != null);
    Redaction redaction = new Redaction(written.namesToRedact == null ? "" : written.namesToRedact);
    return item -> {
      Map<String, String> values = DraftField.readByEverybody(item, published);
      values.replaceAll((field, value) -> redaction.apply(value));
      return values;
    };
  }

  private MeetingPage.Item item(AgendaItem item, List<ItemExclusion> excluded, String concludedBy,
      Map<String, String> fields) {
    return new MeetingPage.Item(item.id, item.version, item.consultationId, item.itemKind, item.printedNumber,
        item.section, item.title, item.paperReference, item.paperType, item.amendedReference, item.publicItem,
        item.nonPublicGround, item.state, item.state.label(), item.state.open(),
        item.admission == Admission.AGENDA ? null : item.admission.label(), item.late, item.removalReason,
        item.contradiction, concludedBy, item.voteMode, excluded.stream().map(one -> new MeetingPage.Excluded(
            one.personId(), one.kind(), one.kind().label(), one.reason())).toList(), item.tablePapers(),
        fields);
  }

  /** The bodies of an earlier rank that have no result yet on what the item is about. */
  public List<String> earlierBodies(Long itemId) {
    return items.findById(itemId).filter(item -> access.mayRead(ItemDetails.of(item)))
        .filter(item -> item.consultationId != null)
        .map(item -> earlierBodies.withoutResult(item.consultationId)).orElse(List.of());
  }

  /** How the periods of a meeting come about, and what happened with it. */
  @Transactional(readOnly = true)
  public MeetingBackground background(Long meetingId) {
    access.requireRead();
    Meeting meeting = meetings.get(meetingId);
    boolean periods = meeting.submissionUntil != null;
    boolean whole = access.seesNonPublic();
    Map<String, String> known = new HashMap<>();
    return new MeetingBackground(periods ? deadlines.submissionDeadline(meeting) : null,
        periods ? deadlines.latestInvitation(meeting, false) : null, periods && deadlines.statutory(meeting),
        !whole ? List.of() : history.of(meetingId).stream().map(event -> new MeetingBackground.Event(
            event.happenedAt(), event.userId() == null ? null : known.computeIfAbsent(event.userId(), names::of),
            event.description())).toList(),
        !whole ? List.of() : objections.findByRaisedInMeetingIdOrderById(meetingId).stream().map(this::objection)
            .toList());
  }

  private MeetingBackground.Objection objection(MinutesObjection raised) {
    return new MeetingBackground.Objection(raised.meetingId(), meetings.get(raised.meetingId()).day,
        raised.agendaItemId() == null ? null
            : items.findById(raised.agendaItemId()).map(MeetingQueries::label).orElse(null),
        raised.publicPart(), raised.raisedBy(), raised.text(), raised.accepted());
  }

  /** The meetings of the body before a meeting whose minutes are released, the latest first. */
  public List<ObjectionChoice> objectionChoices(Long meetingId) {
    access.requireWrite();
    Meeting meeting = meetings.get(meetingId);
    return meetings.of(meeting.organizationId).stream()
        .filter(earlier -> earlier.minutesReleasedOn != null && earlier.day.isBefore(meeting.day))
        .sorted(Comparator.comparing((Meeting earlier) -> earlier.day).reversed()).limit(OBJECTION_CHOICES)
        .map(earlier -> new ObjectionChoice(earlier.id, earlier.day, earlier.name,
            items.findOfMeeting(earlier.id).stream().filter(item -> item.printedNumber != null)
                .filter(item -> item.state != AgendaItemState.MOVED
                    && item.state != AgendaItemState.REQUESTED)
                .map(item -> new ObjectionChoice.Item(item.id, label(item))).toList()))
        .toList();
  }

  private static String label(AgendaItem item) {
    return (item.printedNumber == null ? "" : item.printedNumber + " ") + item.title;
  }
}
