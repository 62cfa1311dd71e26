package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Seat;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.Phrases;
import java.time.Clock;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the bodies of a meeting are quorate, computed from who is there, and what the chair established on it. */
@Service
@Transactional
public class Quorums {

  private static final String PROJECT_BODY = "Projektgremium";
  private static final int NAME_LENGTH = 500;

  private final Attendances attendances;
  private final QuorumFindingRepository findings;
  private final MeetingRepository meetings;
  private final AgendaItemRepository items;
  private final MinutesSignatureRepository signatures;
  private final Council council;
  private final DecisionTables tables;
  private final CurrentUser user;
  private final Clock clock;

  Quorums(Attendances attendances, QuorumFindingRepository findings, MeetingRepository meetings,
      AgendaItemRepository items, MinutesSignatureRepository signatures, Council council, DecisionTables tables,
      CurrentUser user, Clock clock) {
    this.attendances = attendances;
    this.findings = findings;
    this.meetings = meetings;
    this.items = items;
    this.signatures = signatures;
    this.council = council;
    this.tables = tables;
    this.user = user;
    this.clock = clock;
  }

  /** The quorum of a meeting now; of a joint one, whether each of its bodies is quorate. */
  @Transactional(readOnly = true)
  public Quorum of(Long meetingId) {
    return together(each(meetingId, null));
  }

  /** The quorum for an item, for which nobody counts who is recused; a time that is null means now. */
  @Transactional(readOnly = true)
  public Quorum ofItem(Long itemId, LocalTime at) {
    AgendaItem item = items.required(itemId);
    Set<Long> recused = attendances.exclusions(itemId).stream()
        .filter(exclusion -> exclusion.kind() == ItemExclusion.Kind.RECUSAL).map(ItemExclusion::personId)
        .collect(Collectors.toSet());
    return together(each(meeting(item.meetingId), at, recused));
  }

  /** The quorum of each body that meets; a time that is null means now. */
  @Transactional(readOnly = true)
  public List<Quorum> each(Long meetingId, LocalTime at) {
    return each(meeting(meetingId), at, Set.of());
  }

  private List<Quorum> each(Meeting meeting, LocalTime at, Set<Long> recused) {
    boolean kept = attendances.kept(meeting.id);
    QuorumFinding finding = findings.findOfMeeting(meeting.id).stream()
        .filter(found -> at == null || SessionTime.notAfter(found.foundAt(), at))
        .reduce((first, next) -> next).orElse(null);
    return Stream.concat(Stream.of(meeting.organizationId), meeting.jointBodies().stream())
        .map(id -> ofBody(meeting, council.get(id), at, recused, kept).after(finding)).toList();
  }

  private Quorum ofBody(Meeting meeting, Organization body, LocalTime at, Set<Long> recused, boolean kept) {
    List<Seat> present = attendances.voters(meeting, body.id(), at).stream()
        .filter(voter -> !recused.contains(voter.personId())).map(Attendances.Voter::seat).toList();
    Map<String, Object> rule = tables.first("quorum", Map.of(
        "classification", body.projectBody() ? PROJECT_BODY : Objects.requireNonNullElse(body.classification(), ""),
        "name", Phrases.normalize(body.name()), "day", meeting.day.toString()));
    return Quorum.of(body.name(), QuorumRule.valueOf((String) rule.get("rule")), statutory(body, meeting), present,
        meeting.kind == MeetingKind.SECOND, kept, (String) rule.get("ground"));
  }

  /** The seats by statute, or else the voting members of that day; null if there are none. */
  Integer statutory(Organization body, Meeting meeting) {
    if (body.statutoryMembers() != null) {
      return body.statutoryMembers();
    }
    int members = (int) council.members(body.id(), meeting.day).stream()
        .filter(member -> member.membership().votingRight() && !member.membership().deputy()).count();
    return members == 0 ? null : members;
  }

  private static Quorum together(List<Quorum> each) {
    if (each.size() == 1) {
      return each.get(0);
    }
    return new Quorum(each.stream().map(Quorum::body).collect(Collectors.joining(", ")),
        each.stream().mapToInt(Quorum::present).sum(), null, null, each.stream().allMatch(Quorum::reached),
        each.get(0).attendanceKept(), each.stream().anyMatch(Quorum::incapacityEstablished),
        each.stream().map(quorum -> quorum.body() + ": " + quorum.explanation()).collect(Collectors.joining(" ")),
        each.stream().map(Quorum::ground).distinct().collect(Collectors.joining("; ")));
  }

  /**
   * Keeps that the chair has established that the meeting is not quorate. From then on it is not, until the chair
   * establishes the contrary; what was decided before stays.
   *
   * @param at null for now
   * @param by who established it, as the minutes name them
   */
  public void establishIncapacity(Long meetingId, LocalTime at, String by) {
    Quorum now = establishing(meetingId, at, by);
    if (now.needed() == null && now.reached()) {
      throw new BusinessException("Eine Beschlussunfähigkeit kann es hier nicht geben: " + now.explanation());
    }
    if (now.reached() && now.attendanceKept()) {
      throw new BusinessException("Nach der Anwesenheitsliste ist das Gremium beschlussfähig: " + now.explanation());
    }
    find(meetingId, false, at, by, now);
  }

  /** Keeps that the chair has established that the meeting is quorate (again). */
  public void establishCapacity(Long meetingId, LocalTime at, String by) {
    Quorum now = establishing(meetingId, at, by);
    if (!now.reached() && now.attendanceKept()) {
      throw new BusinessException("Nach der Anwesenheitsliste ist das Gremium nicht beschlussfähig: "
          + now.explanation());
    }
    find(meetingId, true, at, by, now);
  }

  /** What the chair established, in order. */
  @Transactional(readOnly = true)
  public List<QuorumFinding> findings(Long meetingId) {
    return findings.findOfMeeting(meetingId);
  }

  private Quorum establishing(Long meetingId, LocalTime at, String by) {
    meetings.lock(meetingId);
    if (by == null || by.isBlank() || by.length() > NAME_LENGTH) {
      throw new BusinessException("Bitte geben Sie an, wer das festgestellt hat, mit höchstens " + NAME_LENGTH
          + " Zeichen.");
    }
    Meeting meeting = meeting(meetingId);
    if (meeting.state == MeetingState.CANCELLED || meeting.state == MeetingState.MINUTES_RELEASED
        || meeting.minutesReleasedOn != null) {
      throw new BusinessException(meeting.state == MeetingState.CANCELLED ? "Die Sitzung ist abgesagt."
          : "Die Niederschrift ist freigegeben; festgestellt werden kann nichts mehr.");
    }
    signatures.requireUnsigned(meetingId);
    return together(each(meetingId, at));
  }

  private void find(Long meetingId, boolean quorate, LocalTime at, String by, Quorum now) {
    LocalTime time = (at == null ? LocalTime.now(clock) : at).truncatedTo(ChronoUnit.MINUTES);
    findings.save(new QuorumFinding(null, meetingId, quorate, time, by.strip(), now.present(), now.needed(),
        user.id()));
  }

  private Meeting meeting(Long meetingId) {
    return meetings.required(meetingId);
  }
}
