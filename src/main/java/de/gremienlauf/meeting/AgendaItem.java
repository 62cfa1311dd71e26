package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/** An item of a meeting's agenda, with what the meeting made of it (OParl: AgendaItem). */
@Table("agenda_item")
class AgendaItem {

  private static final String LINE = "\n";

  @Id Long id;
  @Version int version;
  Long meetingId;
  Long consultationId;
  @Column("item_kind") AgendaItemKind itemKind;
  String section;
  String title;
  String neutralTitle;
  String paperReference;
  String paperType;
  String amendedReference;
  boolean publicItem;
  String nonPublicGround;
  int position;
  String printedNumber;
  AgendaItemState state = AgendaItemState.ON_AGENDA;
  Admission admission = Admission.AGENDA;
  String admissionReason;
  Integer supplementNumber;
  LocalDate requestedOn;
  boolean late;
  String result;
  boolean noResult;
  ResultKind kind;
  Handling handling;
  String voteText;
  VoteMode voteMode;
  MajorityType majorityType;
  VoteOutcome voteOutcome;
  Boolean voteUnanimous;
  Integer voteYes;
  Integer voteNo;
  Integer voteAbstentions;
  String againstNames;
  String abstainingNames;
  String pointVotes;
  String contradiction;
  String resultCondition;
  Integer votedWording;
  String resolution;
  String amendedWording;
  LocalDate postponedTo;
  Long postponedAfterOrganizationId;
  String remark;
  String minutesText;
  String removalReason;
  LocalDate concludedOn;
  String concludedBy;
  boolean certified;
  String tablePapers;
  List<Long> referredTo;

  void setVote(Vote vote) {
    voteOutcome = vote == null ? null : vote.outcome();
    voteUnanimous = vote == null ? null : vote.unanimous();
    voteYes = vote == null ? null : vote.yes();
    voteNo = vote == null ? null : vote.no();
    voteAbstentions = vote == null ? null : vote.abstentions();
    againstNames = vote == null ? null : lines(vote.against());
    abstainingNames = vote == null ? null : lines(vote.abstaining());
  }

  /** The recorded vote; null if none is. */
  Vote vote() {
    return voteOutcome == null ? null : new Vote(voteOutcome, voteUnanimous, voteYes, voteNo, voteAbstentions,
        list(againstNames), list(abstainingNames));
  }

  /** Stores what was typed as it is; what it means is read when the item is concluded. */
  void type(RecordedResult typed) {
    result = typed.result();
    noResult = typed.noResult();
    kind = typed.kind();
    handling = typed.handling();
    voteText = typed.vote();
    voteYes = typed.counts().yes();
    voteNo = typed.counts().no();
    voteAbstentions = typed.counts().abstentions();
    againstNames = lines(typed.against());
    abstainingNames = lines(typed.abstaining());
    pointVotes = typed.pointVotes();
    resultCondition = typed.condition();
    votedWording = typed.votedWording();
    amendedWording = typed.amendedWording();
    postponedTo = typed.postponedTo();
    postponedAfterOrganizationId = typed.postponedAfter();
    setReferrals(typed.referredTo());
    remark = typed.remark();
  }

  /** What was typed or recorded last. */
  RecordedResult typed() {
    return new RecordedResult(result, noResult, kind, handling, voteText,
        new RecordedResult.Counts(voteYes, voteNo, voteAbstentions), list(againstNames), list(abstainingNames),
        pointVotes, resultCondition, votedWording, amendedWording, postponedTo, postponedAfterOrganizationId,
        referredTo(), remark);
  }

  void setReferrals(List<Long> organizations) {
    referredTo = organizations.isEmpty() ? null : organizations.stream().distinct().sorted().toList();
  }

  List<Long> referredTo() {
    return referredTo == null ? List.of() : referredTo;
  }

  /** What was handed in after the invitation, as "03.02.2026 Kostenübersicht". */
  List<String> tablePapers() {
    return list(tablePapers);
  }

  void addTablePaper(String line) {
    tablePapers = tablePapers == null ? line : tablePapers + LINE + line;
  }

  private static String lines(List<String> names) {
    return names.isEmpty() ? null : String.join(LINE, names);
  }

  private static List<String> list(String lines) {
    return lines == null ? List.of() : List.of(lines.split(LINE));
  }
}
