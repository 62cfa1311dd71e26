package de.gremienlauf.paper;

import de.gremienlauf.meeting.Vote;
import de.gremienlauf.meeting.VoteOutcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** A station of a paper's sequence: one body deals with it in one meeting (OParl: Consultation). */
@Table("consultation")
class Consultation {

  @Id Long id;
  @Version int version;
  Long paperId;
  int consultationNumber;
  int sequenceRank;
  Long organizationId;
  ConsultationRole consultationRole;
  ConsultationOrigin origin = ConsultationOrigin.SEQUENCE;
  Long originConsultationId;
  Long meetingId;
  Long waitsForOrganizationId;
  ConsultationState state = ConsultationState.PLANNED;
  Integer wordingNumber;
  String printedResult;
  ResultKind kind;
  ResultEffect effect;
  Boolean runEnds;
  String resultCondition;
  Handling handling;
  String voteText;
  VoteOutcome voteOutcome;
  Boolean voteUnanimous;
  Integer voteYes;
  Integer voteNo;
  Integer voteAbstentions;
  String contradiction;
  LocalDate postponedTo;
  Long postponedAfterOrganizationId;
  boolean noReferralTarget;
  String amendedWording;
  String remark;
  LocalDate concludedOn;
  Long droppedByConsultationId;
  String dropReason;
  String processInstanceId;
  String taskId;
  @MappedCollection(idColumn = "consultation", keyColumn = "position") List<Voter> voters = new ArrayList<>();
  @MappedCollection(idColumn = "consultation", keyColumn = "position") List<PointVote> pointVotes = new ArrayList<>();
  @MappedCollection(idColumn = "consultation") Set<ReferralTarget> referralTargets = new LinkedHashSet<>();

  boolean open() {
    return state.open();
  }

  void setVote(Vote vote) {
    voteOutcome = vote == null ? null : vote.outcome();
    voteUnanimous = vote == null ? null : vote.unanimous();
    voteYes = vote == null ? null : vote.yes();
    voteNo = vote == null ? null : vote.no();
    voteAbstentions = vote == null ? null : vote.abstentions();
    voters.clear();
    if (vote != null) {
      vote.against().forEach(name -> voters.add(new Voter(Voter.AGAINST, name)));
      vote.abstaining().forEach(name -> voters.add(new Voter(Voter.ABSTAINING, name)));
    }
  }

  /** The recorded vote; null if none is. */
  Vote vote() {
    return voteOutcome == null ? null : new Vote(voteOutcome, voteUnanimous, voteYes, voteNo, voteAbstentions,
        names(Voter.AGAINST), names(Voter.ABSTAINING));
  }

  private List<String> names(String stance) {
    return voters.stream().filter(voter -> voter.stance().equals(stance)).map(Voter::name).toList();
  }

  @Table("voter_name")
  record Voter(String stance, String name) {

    static final String AGAINST = "AGAINST";
    static final String ABSTAINING = "ABSTAINING";
  }

  @Table("point_vote")
  record PointVote(String pointNumber, String voteText, VoteOutcome voteOutcome) {
  }

  @Table("referral_target")
  record ReferralTarget(@Column("organization_id") Long organizationId) {
  }
}
