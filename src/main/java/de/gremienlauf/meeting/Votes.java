package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counted votes on items: open, by name or secret. What cannot be is refused; what only differs from the printed result
 * is told, because the minutes win over the arithmetic of this application.
 */
@Service
@Transactional
public class Votes {

  /** How members without a group are named among the groups. */
  public static final String WITHOUT_GROUP = "fraktionslos";

  private static final int MOST_VOTES = 9999;
  private static final int GROUP_LENGTH = 500;

  private final ItemVoteRepository votes;
  private final AgendaItemRepository items;
  private final MeetingRepository meetings;
  private final Attendances attendances;
  private final Quorums quorums;
  private final Council council;
  private final Clock clock;

  Votes(ItemVoteRepository votes, AgendaItemRepository items, MeetingRepository meetings, Attendances attendances,
      Quorums quorums, Council council, Clock clock) {
    this.votes = votes;
    this.items = items;
    this.meetings = meetings;
    this.attendances = attendances;
    this.quorums = quorums;
    this.council = council;
    this.clock = clock;
  }

  /** What is known of the vote on an item. */
  @Transactional(readOnly = true)
  public VoteSheet of(Long itemId) {
    AgendaItem item = item(itemId);
    Meeting meeting = meeting(item);
    ItemVote vote = votes.findOfItem(itemId).orElseGet(ItemVote::new);
    return sheet(item, meeting, vote);
  }

  /**
   * Keeps the vote on an item that is not concluded, in place of what was entered before.
   *
   * @param version the version of the sheet that was changed; null to replace whatever is there
   */
  public VoteSheet record(Long itemId, VoteEntry entry, Integer version) {
    meetings.lock(item(itemId).meetingId);
    AgendaItem item = item(itemId);
    if (!item.state.open()) {
      throw new BusinessException("Für diesen Tagesordnungspunkt ist inzwischen ein Ergebnis erfasst oder er ist"
          + " abgesetzt.");
    }
    Meeting meeting = meeting(item);
    ItemVote vote = votes.findOfItem(itemId).orElseGet(ItemVote::new);
    if (version != null && version != vote.version) {
      throw BusinessException.conflict("Die Abstimmung hat inzwischen jemand anderes geändert. Bitte laden Sie die"
          + " Seite neu.");
    }
    LocalTime at = entry.at() != null ? entry.at().truncatedTo(ChronoUnit.MINUTES) : now(meeting);
    List<Attendances.Voter> entitled = attendances.kept(meeting.id) ? entitled(item, meeting, at) : null;
    VoteEntry checked = checked(entry, entitled);
    vote.agendaItemId = itemId;
    vote.enter(checked, at);
    votes.save(vote);
    item.voteMode = checked.mode();
    item.majorityType = checked.majority();
    items.save(item);
    return sheet(item, meeting, vote);
  }

  /** The time of the day if the meeting is going on; else null. */
  private LocalTime now(Meeting meeting) {
    return meeting.state == MeetingState.IN_SESSION && meeting.day.equals(LocalDate.now(clock))
        ? LocalTime.now(clock).truncatedTo(ChronoUnit.MINUTES) : null;
  }

  /** Who could vote on the item; at an unknown time everybody who ever had a vote in the meeting. */
  private List<Attendances.Voter> entitled(AgendaItem item, Meeting meeting, LocalTime at) {
    Set<Long> excluded = attendances.exclusions(item.id).stream().map(ItemExclusion::personId)
        .collect(Collectors.toSet());
    Set<Long> counted = new HashSet<>();
    return Stream.concat(Stream.of(meeting.organizationId), meeting.jointBodies().stream())
        .flatMap(body -> (at == null ? attendances.everVoters(meeting, body) : attendances.voters(meeting, body, at))
            .stream())
        .filter(voter -> !excluded.contains(voter.personId()) && counted.add(voter.personId())).toList();
  }

  private VoteEntry checked(VoteEntry entry, List<Attendances.Voter> entitled) {
    Stream.concat(Stream.of(entry.yes(), entry.no(), entry.abstentions(), entry.invalid()),
        Stream.concat(entry.groups().stream().flatMap(count -> Stream.of(count.yes(), count.no(), count.abstentions())),
            entry.points().stream().flatMap(count -> Stream.of(count.yes(), count.no(), count.abstentions()))))
        .filter(Objects::nonNull).forEach(Votes::checkCount);
    if (entry.mode() == VoteMode.SECRET && !(entry.groups().isEmpty() && entry.named().isEmpty())) {
      throw new BusinessException("In geheimer Abstimmung wird nicht festgehalten, wer wie gestimmt hat.");
    }
    if (entry.mode() != VoteMode.SECRET && entry.invalid() != null && entry.invalid() > 0) {
      throw new BusinessException("Ungültige Stimmen gibt es nur in geheimer Abstimmung.");
    }
    if (entry.mode() != VoteMode.NAMED && !entry.named().isEmpty()) {
      throw new BusinessException("Namen werden nur in namentlicher Abstimmung festgehalten.");
    }
    checkNames(entry, entitled);
    checkGroups(entry, entitled);
    VoteEntry totalled = totalled(entry, entitled);
    checkTotal(sum(totalled.yes(), totalled.no(), totalled.abstentions(), totalled.invalid()), entitled, "");
    Set<String> points = new HashSet<>();
    for (VoteEntry.PointCount point : entry.points()) {
      if (point.point() == null || !point.point().matches("\\d{1,3}[a-z]?|[IVX]{1,5}") || !points.add(point.point())) {
        throw new BusinessException("Bitte nennen Sie jeden Punkt mit seiner Nummer und nur einmal, zum Beispiel „1“.");
      }
      checkTotal(point.yes() + point.no() + point.abstentions(), entitled, " zu Punkt " + point.point());
    }
    return totalled;
  }

  private static void checkCount(int count) {
    if (count < 0 || count > MOST_VOTES) {
      throw new BusinessException("„" + count + "“ kann keine Zahl von Stimmen sein.");
    }
  }

  private static void checkTotal(int votes, List<Attendances.Voter> entitled, String where) {
    if (entitled != null && votes > places(entitled)) {
      throw new BusinessException("Es sind " + votes + " Stimmen" + where + " eingetragen, aber nur "
          + places(entitled) + " Stimmberechtigte anwesend.");
    }
  }

  private static int places(List<Attendances.Voter> entitled) {
    return (int) entitled.stream().map(Attendances.Voter::place).distinct().count();
  }

  private void checkNames(VoteEntry entry, List<Attendances.Voter> entitled) {
    if (entitled == null) {
      entry.named().keySet().forEach(council::person);
      return;
    }
    Set<Long> mayVote = entitled.stream().map(Attendances.Voter::personId).collect(Collectors.toSet());
    entry.named().keySet().stream().filter(person -> !mayVote.contains(person)).findFirst().ifPresent(person -> {
      throw new BusinessException(council.person(person).name()
          + " ist zu diesem Tagesordnungspunkt nicht als stimmberechtigt anwesend.");
    });
  }

  private static void checkGroups(VoteEntry entry, List<Attendances.Voter> entitled) {
    Map<String, Long> present = entitled == null ? Map.of() : present(entitled);
    Set<String> seen = new HashSet<>();
    for (VoteEntry.GroupCount count : entry.groups()) {
      if (count.group() == null || count.group().isBlank() || count.group().length() > GROUP_LENGTH
          || !seen.add(count.group())) {
        throw new BusinessException("Bitte nennen Sie jede Fraktion oder Gruppe mit ihrem Namen und nur einmal.");
      }
      if (entitled != null && count.total() > present.getOrDefault(count.group(), 0L)) {
        throw new BusinessException("Für " + count.group() + " sind " + count.total() + " Stimmen eingetragen, aber"
            + " nur " + present.getOrDefault(count.group(), 0L) + " Stimmberechtigte anwesend.");
      }
    }
  }

  private static Map<String, Long> present(List<Attendances.Voter> entitled) {
    return entitled.stream().collect(Collectors.groupingBy(
        voter -> Objects.requireNonNullElse(voter.group(), WITHOUT_GROUP), LinkedHashMap::new, Collectors.counting()));
  }

  /** The entry with the totals that follow from names or from all groups; refuses totals that contradict them. */
  private static VoteEntry totalled(VoteEntry entry, List<Attendances.Voter> entitled) {
    if (!entry.named().isEmpty()) {
      return total(entry, "namentlichen Stimmen", stance(entry, Stance.YES), stance(entry, Stance.NO),
          stance(entry, Stance.ABSTENTION));
    }
    int yes = sum(entry, VoteEntry.GroupCount::yes);
    int no = sum(entry, VoteEntry.GroupCount::no);
    int abstentions = sum(entry, VoteEntry.GroupCount::abstentions);
    Set<String> given = entry.groups().stream().map(VoteEntry.GroupCount::group).collect(Collectors.toSet());
    boolean all = entitled != null && !given.isEmpty() && given.containsAll(present(entitled).keySet());
    if (all) {
      return total(entry, "Stimmen der Fraktionen und Gruppen", yes, no, abstentions);
    }
    if (entry.yes() != null && yes > entry.yes() || entry.no() != null && no > entry.no()
        || entry.abstentions() != null && abstentions > entry.abstentions()) {
      throw new BusinessException("Die Stimmen der Fraktionen und Gruppen sind mehr als insgesamt eingetragen.");
    }
    return entry;
  }

  private static VoteEntry total(VoteEntry entry, String what, int yes, int no, int abstentions) {
    if (entry.yes() != null && entry.yes() != yes || entry.no() != null && entry.no() != no
        || entry.abstentions() != null && entry.abstentions() != abstentions) {
      throw new BusinessException("Die " + what + " ergeben zusammen " + yes + " Ja, " + no + " Nein und " + abstentions
          + " Enthaltungen; insgesamt ist etwas anderes eingetragen.");
    }
    return new VoteEntry(entry.mode(), entry.majority(), entry.at(), yes, no, abstentions, entry.invalid(),
        entry.groups(), entry.named(), entry.points());
  }

  private static int stance(VoteEntry entry, Stance stance) {
    return (int) entry.named().values().stream().filter(stance::equals).count();
  }

  private static int sum(VoteEntry entry, ToIntFunction<VoteEntry.GroupCount> side) {
    return entry.groups().stream().mapToInt(side).sum();
  }

  private static int sum(Integer... counts) {
    return Stream.of(counts).filter(Objects::nonNull).mapToInt(Integer::intValue).sum();
  }

  private VoteSheet sheet(AgendaItem item, Meeting meeting, ItemVote vote) {
    Integer statutory = quorums.statutory(council.get(meeting.organizationId), meeting);
    VoteOutcome computed = computed(vote, statutory);
    VoteOutcome stated = VoteReading.stated(item.typed());
    Map<Long, String> names = vote.named.stream()
        .collect(Collectors.toMap(ItemVote.OfPerson::personId, named -> council.person(named.personId()).name()));
    List<VoteSheet.NamedVote> named = vote.named.stream()
        .map(one -> new VoteSheet.NamedVote(one.personId(), names.get(one.personId()), one.stance()))
        .sorted((one, other) -> one.name().compareTo(other.name())).toList();
    List<VoteSheet.PointCount> points = vote.points.stream()
        .map(point -> new VoteSheet.PointCount(point.pointNumber(), point.yesVotes(), point.noVotes(),
            point.abstentions(), vote.majorityType.outcome(point.yesVotes(), point.noVotes(), statutory))).toList();
    Integer entitled = attendances.kept(meeting.id) 
        ? places(entitled(item, meeting, timeOf(vote, meeting))) : null;
    return new VoteSheet(item.id, vote.id == null ? null : vote.version, vote.voteMode, vote.majorityType,
        vote.votedAt, vote.yesVotes, vote.noVotes, vote.abstentions, vote.invalidVotes, vote.groupCounts(), named,
        points, entitled, statutory, computed, stated, contradiction(item, vote, computed, statutory),
        proposal(vote, computed));
  }

  private LocalTime timeOf(ItemVote vote, Meeting meeting) {
    return vote.votedAt != null ? vote.votedAt : now(meeting);
  }

  private static VoteOutcome computed(ItemVote vote, Integer statutory) {
    return vote.yesVotes == null || vote.noVotes == null ? null
        : vote.majorityType.outcome(vote.yesVotes, vote.noVotes, statutory);
  }

  private static String proposal(ItemVote vote, VoteOutcome computed) {
    return computed == null ? null : VoteText.of(vote.yesVotes, vote.noVotes,
        Objects.requireNonNullElse(vote.abstentions, 0), computed, vote.majorityType, vote.groupCounts());
  }

  private static String contradiction(AgendaItem item, ItemVote vote, VoteOutcome computed, Integer statutory) {
    if (computed == null) {
      return null;
    }
    Vote counted = new Vote(computed, null, vote.yesVotes, vote.noVotes, vote.abstentions, List.of(), List.of());
    boolean byResult = VoteParser.contradicts(item.result, counted);
    if (!byResult && !contradictsText(item.voteText, counted, vote.majorityType)) {
      return null;
    }
    String majority = vote.majorityType == MajorityType.SIMPLE ? ""
        : "; nötig ist: " + vote.majorityType.label() + " (" + statutory + ")";
    return (byResult ? "Das Ergebnis „" + item.result : "Der Text zur Abstimmung „" + item.voteText)
        + "“ passt nicht zu den Stimmen: " + vote.yesVotes + " dafür, " + vote.noVotes + " dagegen sind "
        + (computed == VoteOutcome.ACCEPTED ? "eine Zustimmung" : "eine Ablehnung") + majority + ".";
  }

  /**
   * A text is read with the simple majority in mind; for others only its words count. One that only tells who was
   * against contradicts nothing.
   */
  private static boolean contradictsText(String text, Vote counted, MajorityType majority) {
    return VoteParser.contradicts(text, counted) || majority == MajorityType.SIMPLE
        && VoteParser.parse(text, null, counted.outcome()).map(Vote::outcome)
            .filter(outcome -> outcome != counted.outcome()).isPresent();
  }

  /** What was typed, with the counts and points of the vote sheet where nothing else was typed. */
  RecordedResult completed(Long itemId, RecordedResult typed) {
    Optional<ItemVote> found = votes.findOfItem(itemId);
    if (found.isEmpty()) {
      return typed;
    }
    ItemVote vote = found.get();
    RecordedResult.Counts counts = typed.counts().equals(RecordedResult.Counts.NONE)
        ? new RecordedResult.Counts(vote.yesVotes, vote.noVotes, vote.abstentions) : typed.counts();
    String points = typed.pointVotes() != null || vote.points.isEmpty() ? typed.pointVotes()
        : vote.points.stream().map(point -> point.pointNumber() + ": " + point.yesVotes() + " Ja, " + point.noVotes()
            + " Nein, " + point.abstentions() + " Enthaltungen").collect(Collectors.joining("\n"));
    return new RecordedResult(typed.result(), typed.noResult(), typed.kind(), typed.handling(), typed.vote(), counts,
        typed.against(), typed.abstaining(), points, typed.condition(), typed.votedWording(), typed.amendedWording(),
        typed.postponedTo(), typed.postponedAfter(), typed.referredTo(), typed.remark());
  }

  /** Takes the counted vote off an item whose vote is told otherwise now. */
  void discard(AgendaItem item) {
    votes.findOfItem(item.id).ifPresent(votes::delete);
    item.voteMode = null;
    item.majorityType = null;
  }

  /** Lets the majority that the item needs decide on its outcome, once its result was read. */
  void judge(AgendaItem item) {
    votes.findOfItem(item.id).ifPresent(vote -> {
      Integer statutory = quorums.statutory(council.get(meeting(item).organizationId), meeting(item));
      boolean same = Objects.equals(item.voteYes, vote.yesVotes) && Objects.equals(item.voteNo, vote.noVotes);
      VoteOutcome computed = same ? computed(vote, statutory) : null;
      if (computed != null) {
        item.voteOutcome = computed;
        item.contradiction = contradiction(item, vote, computed, statutory);
      }
    });
  }

  private AgendaItem item(Long itemId) {
    return items.required(itemId);
  }

  private Meeting meeting(AgendaItem item) {
    return meetings.findById(item.meetingId).orElseThrow();
  }
}
