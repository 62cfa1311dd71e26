package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The items of the agendas: how they come onto one, and what the meeting made of them. */
@Service
@Transactional
public class Agenda {

  private final AgendaItemRepository items;
  private final MeetingRepository meetingRows;
  private final Meetings meetings;
  private final AgendaEntries entries;
  private final Votes votes;
  private final MinutesSignatureRepository signatures;
  private final EarlierBodies earlierBodies;
  private final DecisionTables tables;
  private final ApplicationEventPublisher events;
  private final CurrentUser user;
  private final Clock clock;

  /** Lazy where it looks up to the papers, which look down to the agenda. */
  Agenda(AgendaItemRepository items, MeetingRepository meetingRows, Meetings meetings, AgendaEntries entries,
      Votes votes, MinutesSignatureRepository signatures, @Lazy EarlierBodies earlierBodies, DecisionTables tables,
      ApplicationEventPublisher events, CurrentUser user, Clock clock) {
    this.items = items;
    this.meetingRows = meetingRows;
    this.meetings = meetings;
    this.entries = entries;
    this.votes = votes;
    this.signatures = signatures;
    this.earlierBodies = earlierBodies;
    this.tables = tables;
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  /**
   * Puts a matter on the agenda of a meeting, or takes it over from the one it was on.
   *
   * @param formerItemId the station's item so far; null if it has none
   * @return the id of the item
   */
  public Long request(Long meetingId, ItemRequest request, Long formerItemId) {
    AgendaItem former = formerItemId == null ? null : get(formerItemId);
    if (former != null && former.state.open()) {
      if (former.meetingId.equals(meetingId)) {
        return formerItemId;
      }
      entries.leave(former, AgendaItemState.MOVED);
    }
    Meeting meeting = meetings.prepare(meetings.get(meetingId));
    AgendaItem item = new AgendaItem();
    item.consultationId = request.consultationId();
    item.itemKind = AgendaItemKind.PAPER;
    item.title = request.title();
    item.paperReference = request.reference();
    item.paperType = request.paperType();
    item.amendedReference = request.amendedReference();
    item.publicItem = request.publicItem();
    item.nonPublicGround = request.nonPublicGround();
    return entries.enter(item, meeting).id;
  }

  /**
   * Puts something without a paper on the agenda of a meeting; once the agenda is released somebody decides about it.
   *
   * @param kind a matter or an election
   * @param ground why it is not public; null for a public item
   * @return the id of the item
   */
  public Long add(Long meetingId, AgendaItemKind kind, String title, boolean publicItem, String ground) {
    meetings.lock(meetingId);
    AgendaItem item = new AgendaItem();
    item.itemKind = kind;
    item.title = title;
    item.publicItem = publicItem;
    item.nonPublicGround = publicItem ? null : ground;
    return entries.enter(item, meetings.get(meetingId)).id;
  }

  /** Takes a matter off its agenda, unless the meeting has dealt with it. */
  public void withdraw(Long itemId, String reason) {
    AgendaItem item = get(itemId);
    if (item.state.open()) {
      item.removalReason = reason;
      entries.leave(item, AgendaItemState.REMOVED);
    }
  }

  /**
   * Notes that something came to an item that the members were already invited to; what comes before the invitation
   * goes out with it and is nothing special.
   */
  public void tablePaper(Long itemId, String name, LocalDate day) {
    meetingRows.lock(get(itemId).meetingId);
    AgendaItem item = get(itemId);
    Meeting meeting = meetings.get(item.meetingId);
    if (item.state.open() && meeting.invitedOn != null
        && (meeting.state == MeetingState.INVITED || meeting.state == MeetingState.IN_SESSION)) {
      item.addTablePaper(GermanDate.print(day) + " " + name);
      items.save(item);
    }
  }

  /** Records what the meeting made of an item, and tells whoever waits for it. */
  public void conclude(Long itemId, RecordedResult entered) {
    AgendaItem item = open(itemId);
    Meeting meeting = meetings.get(item.meetingId);
    List<String> earlier = item.consultationId == null ? List.of()
        : earlierBodies.withoutResult(item.consultationId);
    RecordedResult result = votes.completed(itemId, completed(checked(entered, earlier), earlier));
    if (result.noResult() == (result.result() != null)) {
      throw new BusinessException(result.noResult()
          ? "Es ist ein Ergebnis eingetragen und zugleich „kein Ergebnis bekannt“ angekreuzt. Bitte nur eines von beiden."
          : "Bitte tragen Sie das Ergebnis ein, wie es in der Niederschrift steht, oder kreuzen Sie an, dass keines"
              + " bekannt ist.");
    }
    item.type(result);
    item.concludedOn = meeting.day;
    item.concludedBy = user.id();
    VoteReading.read(item, result);
    votes.judge(item);
    entries.leave(item, AgendaItemState.CONCLUDED);
    events.publishEvent(new ItemConcluded(itemId, item.consultationId));
  }

  private RecordedResult checked(RecordedResult entered, List<String> earlier) {
    if (!earlier.isEmpty() && entered.handling() == null) {
      throw new BusinessException("Noch ohne Ergebnis: " + String.join(", ", earlier)
          + ". Bitte wählen Sie, wie das Gremium verfahren ist: zurückstellen, ohne Votum oder unter Vorbehalt.");
    }
    if (entered.postponedTo() != null && !entered.postponedTo().isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Die Vertagung auf den " + GermanDate.print(entered.postponedTo())
          + " liegt nicht in der Zukunft.");
    }
    return entered;
  }

  private static RecordedResult completed(RecordedResult entered, List<String> earlier) {
    if (earlier.isEmpty() || entered.handling() == null) {
      return entered;
    }
    String phrase = entered.result();
    ResultKind kind = entered.kind();
    String condition = entered.condition();
    switch (entered.handling()) {
      case PUT_BACK -> {
        phrase = phrase == null ? "zurückgestellt" : phrase;
        kind = kind == null ? ResultKind.POSTPONED : kind;
      }
      case WITHOUT_VOTE -> {
        phrase = phrase == null ? "ohne Votum in nachfolgende Gremien" : phrase;
        kind = kind == null ? ResultKind.WITHOUT_VOTE : kind;
      }
      default -> condition = condition == null
          ? "vorbehaltlich der Beratung: " + String.join(", ", earlier) : condition;
    }
    return new RecordedResult(phrase, entered.noResult(), kind, entered.handling(), entered.vote(), entered.counts(),
        entered.against(), entered.abstaining(), entered.pointVotes(), shortened(condition), entered.votedWording(),
        entered.amendedWording(), entered.postponedTo(), entered.postponedAfter(), entered.referredTo(),
        entered.remark());
  }

  private static String shortened(String text) {
    return text == null || text.length() <= 500 ? text : text.substring(0, 499) + "…";
  }

  /**
   * Corrects the phrases of a concluded item; who corrects and why is kept by the paper. What only belonged to the
   * former result goes with it: a changed wording, the condition, votes that were counted in another vote.
   */
  public void correct(Long itemId, String result, ResultKind kind, String vote, String reason) {
    AgendaItem item = get(itemId);
    if (meetings.get(item.meetingId).minutesReleasedOn() == null) {
      signatures.requireUnsigned(item.meetingId);
    }
    String former = item.result;
    if (item.state != AgendaItemState.CONCLUDED) {
      // Silence was taken for consent, and now it turns out that the body did answer.
      item.state = AgendaItemState.CONCLUDED;
      item.removalReason = null;
      item.concludedOn = meetings.get(item.meetingId).day;
      item.concludedBy = user.id();
    }
    if (!amends(kind, result)) {
      // The paper returns to the wording that was voted on, and so does what is printed.
      item.resolution = item.amendedWording != null || amends(item.kind, former) ? null : item.resolution;
      item.amendedWording = null;
    }
    if (!result.equals(former)) {
      item.resultCondition = null;
      item.handling = null;
    }
    if (!Objects.equals(vote, item.voteText)) {
      votes.discard(item);
    }
    RecordedResult corrected = votes.completed(itemId, RecordedResult.of(result, vote));
    item.result = result;
    item.noResult = false;
    item.kind = kind;
    item.voteText = vote;
    item.postponedTo = null;
    item.postponedAfterOrganizationId = null;
    item.pointVotes = corrected.pointVotes();
    item.setReferrals(List.of());
    VoteReading.read(item, corrected);
    votes.judge(item);
    items.save(item);
    events.publishEvent(new ItemCorrected(itemId, item.consultationId, former, reason));
  }

  /** Whether a result changes the wording; what no table knows may do so, a person decides that later. */
  private boolean amends(ResultKind kind, String result) {
    Object found = kind != null ? kind.name()
        : tables.first("result-phrase", Map.of("phrase", ResultPhrase.of(result))).get("kind");
    return found == null || ResultKind.ACCEPTED_AMENDED.name().equals(found);
  }

  /** Names the bodies that a concluded item is referred to. */
  public void refer(Long itemId, List<Long> organizationIds) {
    AgendaItem item = get(itemId);
    item.setReferrals(organizationIds);
    items.save(item);
  }

  @Transactional(readOnly = true)
  public ItemDetails details(Long itemId) {
    return ItemDetails.of(get(itemId));
  }

  /** Several items at once, by their ids. */
  @Transactional(readOnly = true)
  public Map<Long, ItemDetails> details(Collection<Long> itemIds) {
    List<Long> known = itemIds.stream().filter(Objects::nonNull).distinct().toList();
    return items.findAllById(known).stream().map(ItemDetails::of)
        .collect(Collectors.toMap(ItemDetails::id, Function.identity()));
  }

  /** All items of a meeting in the order of its agenda. */
  @Transactional(readOnly = true)
  public List<ItemDetails> of(Long meetingId) {
    return items.findOfMeeting(meetingId).stream().map(ItemDetails::of).toList();
  }

  /** The votes on single points of a resolution; empty if it was voted as a whole. */
  public static List<PointVote> pointVotes(ItemDetails item) {
    return VoteReading.points(item.recorded().pointVotes());
  }

  AgendaItem get(Long itemId) {
    return items.required(itemId);
  }

  private AgendaItem open(Long itemId) {
    meetingRows.lock(get(itemId).meetingId);
    AgendaItem item = get(itemId);
    if (!item.state.open()) {
      throw new BusinessException("Für diesen Tagesordnungspunkt ist inzwischen ein Ergebnis erfasst oder er ist"
          + " abgesetzt.");
    }
    return item;
  }
}
