package de.gremienlauf.meeting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** An election on an item, as it was recorded. */
@Table("election")
class Election {

  @Id Long id;
  @Version int version;
  Long agendaItemId;
  ElectionKind kind;
  @Column("election_position") String position;
  int seats;
  SeatMethod seatMethod;
  String unanimousProposal;
  String lotDrawnBy;
  @MappedCollection(idColumn = "election") Set<BallotRow> ballotRows = new LinkedHashSet<>();
  @MappedCollection(idColumn = "election") Set<LineRow> lineRows = new LinkedHashSet<>();
  @MappedCollection(idColumn = "election") Set<LotRow> lotRows = new LinkedHashSet<>();

  List<Ballot> ballots() {
    return ballotRows.stream().sorted(Comparator.comparingInt(BallotRow::ballotNumber))
        .map(row -> new Ballot(row.ballotNumber(), row.castBallots(), row.invalidBallots(), row.noVotes(),
            votes(row.ballotNumber()))).toList();
  }

  private Map<String, Integer> votes(int ballot) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    lineRows.stream().filter(line -> line.ballotNumber() == ballot)
        .sorted(Comparator.comparingInt(LineRow::lineNumber))
        .forEach(line -> votes.put(line.candidate(), line.votes()));
    return votes;
  }

  void setBallots(List<Ballot> ballots) {
    ballotRows.clear();
    lineRows.clear();
    for (Ballot ballot : ballots) {
      ballotRows.add(new BallotRow(ballot.number(), ballot.cast(), ballot.invalid(), ballot.noVotes()));
      int line = 0;
      for (Map.Entry<String, Integer> votes : ballot.votes().entrySet()) {
        lineRows.add(new LineRow(ballot.number(), line++, votes.getKey(), votes.getValue()));
      }
    }
  }

  void setLot(Set<String> winners, String drawnBy) {
    lotDrawnBy = drawnBy;
    lotRows.clear();
    winners.forEach(winner -> lotRows.add(new LotRow(winner)));
  }

  Set<String> lot() {
    return lotRows.stream().map(LotRow::winner).collect(Collectors.toSet());
  }

  @Table("election_ballot")
  record BallotRow(int ballotNumber, int castBallots, int invalidBallots, int noVotes) {
  }

  @Table("election_ballot_line")
  record LineRow(int ballotNumber, int lineNumber, String candidate, int votes) {
  }

  @Table("election_lot")
  record LotRow(String winner) {
  }
}
