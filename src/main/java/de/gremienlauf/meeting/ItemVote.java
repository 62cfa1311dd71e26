package de.gremienlauf.meeting;

import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The counted vote on an item. */
@Table("item_vote")
class ItemVote {

  @Id Long id;
  @Version int version;
  Long agendaItemId;
  VoteMode voteMode = VoteMode.OPEN;
  MajorityType majorityType = MajorityType.SIMPLE;
  LocalTime votedAt;
  Integer yesVotes;
  Integer noVotes;
  Integer abstentions;
  Integer invalidVotes;
  @MappedCollection(idColumn = "item_vote") Set<OfGroup> groups = new LinkedHashSet<>();
  @MappedCollection(idColumn = "item_vote") Set<OfPerson> named = new LinkedHashSet<>();
  @MappedCollection(idColumn = "item_vote") Set<OnPoint> points = new LinkedHashSet<>();

  void enter(VoteEntry entry, LocalTime at) {
    voteMode = entry.mode();
    majorityType = entry.majority();
    votedAt = at;
    yesVotes = entry.yes();
    noVotes = entry.no();
    abstentions = entry.abstentions();
    invalidVotes = entry.invalid();
    groups.clear();
    entry.groups().forEach(count ->
        groups.add(new OfGroup(count.group(), count.yes(), count.no(), count.abstentions())));
    named.clear();
    entry.named().forEach((person, stance) -> named.add(new OfPerson(person, stance)));
    points.clear();
    entry.points().forEach(count ->
        points.add(new OnPoint(count.point(), count.yes(), count.no(), count.abstentions())));
  }

  List<VoteEntry.GroupCount> groupCounts() {
    return groups.stream().map(count ->
        new VoteEntry.GroupCount(count.groupName(), count.yesVotes(), count.noVotes(), count.abstentions())).toList();
  }

  @Table("item_vote_group")
  record OfGroup(String groupName, int yesVotes, int noVotes, int abstentions) {
  }

  @Table("named_vote")
  record OfPerson(@Column("person_id") Long personId, Stance stance) {
  }

  @Table("point_vote_count")
  record OnPoint(String pointNumber, int yesVotes, int noVotes, int abstentions) {
  }
}
