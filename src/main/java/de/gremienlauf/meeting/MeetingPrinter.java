package de.gremienlauf.meeting;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.document.AgendaDocument;
import de.gremienlauf.document.AgendaLine;
import de.gremienlauf.document.AttendanceDocument;
import de.gremienlauf.document.ExcerptDocument;
import de.gremienlauf.document.InvitationDocument;
import de.gremienlauf.document.MeetingHead;
import de.gremienlauf.document.MinutesDocument;
import de.gremienlauf.document.MinutesItem;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says what stands in the documents of a meeting. What of it is public decides {@link PublicPart}, before anything is
 * written.
 */
@Component
class MeetingPrinter {

  /** What was moved elsewhere or never got onto the agenda stands in no document. */
  private static final Set<AgendaItemState> PRINTED =
      Set.of(AgendaItemState.ON_AGENDA, AgendaItemState.CONCLUDED, AgendaItemState.REMOVED);

  private final Meetings meetings;
  private final Agenda agenda;
  private final Matters matters;
  private final Attendances attendances;
  private final Quorums quorums;
  private final Elections elections;
  private final ItemVoteRepository votes;
  private final Council council;
  private final Clock clock;

  MeetingPrinter(Meetings meetings, Agenda agenda, Matters matters, Attendances attendances, Quorums quorums,
      Elections elections, ItemVoteRepository votes, Council council, Clock clock) {
    this.meetings = meetings;
    this.agenda = agenda;
    this.matters = matters;
    this.attendances = attendances;
    this.quorums = quorums;
    this.elections = elections;
    this.votes = votes;
    this.council = council;
    this.clock = clock;
  }

  MeetingFile file(Long meetingId) {
    Meeting meeting = meetings.get(meetingId);
    return file(meeting, meeting.organizationId(), agenda.of(meetingId), attendances.of(meetingId),
        quorums.findings(meetingId));
  }

  /**
   * What an excerpt about one item says of its meeting: nothing of other items, and not who was there. Of several bodies
   * that met it is about the one that dealt with the item.
   */
  MeetingFile fileOfItem(ItemDetails item) {
    Meeting meeting = meetings.get(item.meetingId());
    Long body = item.consultationId() == null ? meeting.organizationId() : matters.body(item.consultationId());
    return file(meeting, meeting.jointBodies().contains(body) ? body : meeting.organizationId(), List.of(item),
        List.of(), List.of());
  }

  private MeetingFile file(Meeting meeting, Long bodyId, List<ItemDetails> items, List<Attendee> people,
      List<QuorumFinding> findings) {
    Organization body = council.get(bodyId);
    return new MeetingFile(meeting,
        meeting.previousMeetingId() == null ? null : meetings.get(meeting.previousMeetingId()), body,
        head(meeting, body),
        items.stream().filter(item -> PRINTED.contains(item.state())).map(this::minuted).toList(), people, findings);
  }

  private MeetingHead head(Meeting meeting, Organization body) {
    String bodies = meeting.bodies().stream().map(council::get).map(Organization::name)
        .collect(Collectors.joining(", "));
    return new MeetingHead("Stadt " + Council.displayName(body.municipality()).replaceFirst("^Stadt ", ""), bodies,
        meeting.name(), meeting.kind() == MeetingKind.REGULAR ? null : meeting.kind().label(), meeting.day(),
        meeting.startTime(), meeting.location(), null);
  }

  private MinutedItem minuted(ItemDetails item) {
    if (item.state() != AgendaItemState.CONCLUDED) {
      return new MinutedItem(item, resolution(item), List.of(), null, null, null);
    }
    ItemVote counted = votes.findOfItem(item.id()).orElse(null);
    List<VoteSheet.NamedVote> named = counted == null ? List.of() : counted.named.stream()
        .map(vote -> new VoteSheet.NamedVote(vote.personId(), council.person(vote.personId()).name(), vote.stance()))
        .sorted(Comparator.comparing(VoteSheet.NamedVote::name)).toList();
    String recusals = attendances.exclusions(item.id()).stream()
        .filter(exclusion -> exclusion.kind() == ItemExclusion.Kind.RECUSAL)
        .map(exclusion -> council.person(exclusion.personId()).name()).collect(Collectors.joining(", "));
    return new MinutedItem(item, resolution(item), VoteLines.of(item, counted, named),
        recusals.isEmpty() ? null : recusals, elections.of(item.id()).map(ElectionSheet::minutesText).orElse(null),
        counted == null ? null : counted.votedAt);
  }

  private String resolution(ItemDetails item) {
    if (item.resolution() != null) {
      return item.resolution();
    }
    if (item.recorded().amendedWording() != null) {
      return item.recorded().amendedWording();
    }
    return item.consultationId() == null || item.state() != AgendaItemState.CONCLUDED ? null
        : matters.resolution(item.consultationId(), item.recorded().votedWording());
  }

  /**
   * The agenda, or one of its supplements.
   *
   * @param everybody whether it is for everybody, else for the members
   * @param supplement the number of the Nachtrag that is printed alone; null for the whole agenda
   */
  AgendaDocument agenda(MeetingFile whole, boolean everybody, Integer supplement) {
    MeetingFile file = whole.supplement(supplement);
    List<MinutedItem> publicItems = PublicPart.of(file.items());
    return new AgendaDocument(file.head(), everybody, lines(publicItems), everybody
        ? PublicPart.announcements(file.items()).stream()
            .map(item -> new AgendaLine(item.number(), item.title(), null, null, null, false)).toList()
        : lines(PublicPart.rest(file.items())), supplement, secondInvitation(file), LocalDate.now(clock));
  }

  private static List<AgendaLine> lines(List<MinutedItem> items) {
    Set<String> headings = headings(items);
    return items.stream().map(MinutedItem::item).filter(item -> item.state() != AgendaItemState.REMOVED)
        .map(item -> new AgendaLine(PublicPart.number(item), item.title(), item.reference(), item.paperType(),
            agendaRemark(item), heading(item, headings)))
        .toList();
  }

  private static Set<String> headings(List<MinutedItem> items) {
    return items.stream().map(MinutedItem::item)
        .filter(item -> item.kind() != AgendaItemKind.STANDING && item.section() != null)
        .map(ItemDetails::section).collect(Collectors.toSet());
  }

  private static boolean heading(ItemDetails item, Set<String> headings) {
    return item.kind() == AgendaItemKind.STANDING && headings.contains(item.title());
  }

  private static String agendaRemark(ItemDetails item) {
    return joined(item.admission() == Admission.AGENDA ? null : item.admission().label(), item.nonPublicGround());
  }

  private static String joined(String... parts) {
    String text = Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining("; "));
    return text.isEmpty() ? null : text;
  }

  /** What the second invitation has to point out (§ 49 (2) GO NRW); null for any other meeting. */
  static String secondInvitation(MeetingFile file) {
    if (file.meeting().kind() != MeetingKind.SECOND) {
      return null;
    }
    return "Zweite Einladung: Die Angelegenheiten wurden " + (file.previous() == null ? "in der vorigen Sitzung"
            : "in der Sitzung am " + GermanDate.print(file.previous().day()))
        + " wegen Beschlussunfähigkeit zurückgestellt. Das Gremium ist in dieser Sitzung zu ihnen nach § 49 Abs. 2 GO"
        + " NRW ohne Rücksicht auf die Zahl der Erschienenen beschlussfähig.";
  }

  /** The letter with the whole agenda behind it, as it goes to the members alone. */
  InvitationDocument invitation(MeetingFile file, Integer supplement, String text, String sender) {
    return new InvitationDocument(agenda(file, false, supplement), null, text, sender);
  }

  /** The list that everybody signs who comes. */
  AttendanceDocument signingList(MeetingFile file) {
    return new AttendanceDocument(file.head(), AttendanceLists.expected(file.people()), true, LocalDate.now(clock));
  }

  /**
   * One part of the minutes.
   *
   * @param signatures lines under the minutes; empty for a draft
   */
  MinutesDocument minutes(MeetingFile file, boolean publicPart, MinutesText text, List<String> signatures,
      boolean draft) {
    List<MinutedItem> items = publicPart ? PublicPart.of(file.items()) : PublicPart.rest(file.items());
    Set<String> headings = headings(items);
    return new MinutesDocument(file.head(), publicPart, file.meeting().startTime(), file.meeting().endTime(),
        AttendanceLists.attended(publicPart ? PublicPart.people(file) : file.people(), file.meeting()),
        opening(file, text),
        items.stream().map(item -> minutesItem(item, headings)).toList(), signatures, draft,
        paragraphs(text.closing()), LocalDate.now(clock), false);
  }

  private static List<String> opening(MeetingFile file, MinutesText text) {
    return Stream.concat(paragraphs(text.opening()).stream(), file.findings().stream().map(finding ->
        SessionTime.print(finding.foundAt()) + ": " + finding.foundBy() + " stellt fest, dass das Gremium "
            + (finding.quorate() ? "beschlussfähig" : "nicht beschlussfähig") + " ist.")).toList();
  }

  private static List<String> paragraphs(String text) {
    return text == null ? List.of() : List.of(text);
  }

  private static MinutesItem minutesItem(MinutedItem minuted, Set<String> headings) {
    ItemDetails item = minuted.item();
    boolean removed = item.state() == AgendaItemState.REMOVED;
    return new MinutesItem(PublicPart.number(item), item.title(), item.reference(), heading(item, headings),
        text(minuted), removed ? null : minuted.resolution(), removed ? "abgesetzt" : result(item),
        removed ? null : vote(item), removed ? List.of() : minuted.votes(), minuted.recusals(),
        joined(item.admission() == Admission.AGENDA ? null : item.admission().label(), item.admissionReason(),
            tablePapers(item), item.removalReason()));
  }

  private static String tablePapers(ItemDetails item) {
    return item.tablePapers().isEmpty() ? null : "Tischvorlage: " + String.join(", ", item.tablePapers());
  }

  private static String text(MinutedItem minuted) {
    String text = Stream.of(minuted.item().minutesText(), minuted.election()).filter(part -> part != null)
        .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? null : text;
  }

  private static String result(ItemDetails item) {
    return item.recorded().noResult() ? "kein Ergebnis" : item.recorded().result();
  }

  private static String vote(ItemDetails item) {
    Vote vote = item.vote();
    if (item.recorded().vote() != null || vote == null || vote.yes() == null) {
      return item.recorded().vote();
    }
    return VoteLines.counts(vote.yes(), vote.no(), vote.abstentions());
  }

  /**
   * The excerpt about one item; whether it is public says {@link PublicPart#contains}.
   *
   * @param enforceableFrom when the resolution may be carried out; null if it is none
   * @param note what was corrected; null if nothing was
   */
  ExcerptDocument excerpt(MeetingFile file, Long itemId, boolean certified, String enforceableFrom, String note,
      List<String> signatures) {
    MinutedItem minuted = file.item(itemId);
    ItemDetails item = minuted.item();
    return new ExcerptDocument(file.head(), certified, PublicPart.contains(item), PublicPart.number(item),
        item.title(), item.reference(), item.paperType(), certified ? text(minuted) : minuted.election(),
        minuted.resolution(),
        result(item), vote(item), minuted.votes(), enforceableFrom, note, signatures, LocalDate.now(clock));
  }
}
