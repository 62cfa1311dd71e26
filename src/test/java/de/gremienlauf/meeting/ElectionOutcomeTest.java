package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ElectionOutcomeTest {

  private static Map<String, Integer> votes(String text) {
    Map<String, Integer> votes = new LinkedHashMap<>();
    Arrays.stream(text.split(" ")).map(line -> line.split("="))
        .forEach(line -> votes.put(line[0], Integer.valueOf(line[1])));
    return votes;
  }

  private static Ballot ballot(int number, String text, int noVotes) {
    Map<String, Integer> votes = votes(text);
    return new Ballot(number, votes.values().stream().mapToInt(Integer::intValue).sum() + noVotes, 0, noVotes, votes);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      A=46 B=45      | 0 |            |   | ELECTED       | A |
      A=45 B=45      | 1 |            |   | SECOND_BALLOT |   | A,B
      A=40 B=30 C=20 | 0 |            |   | SECOND_BALLOT |   | A,B
      A=40 B=25 C=25 | 0 |            |   | SECOND_BALLOT |   | A,B,C
      A=30 B=30 C=30 | 0 |            |   | SECOND_BALLOT |   | A,B,C
      A=40 B=30 C=20 | 0 | A=44 B=46  |   | ELECTED       | B |
      A=40 B=30 C=20 | 0 | A=45 B=45  |   | LOT           |   | A,B
      A=40 B=30 C=20 | 0 | A=45 B=45  | B | ELECTED       | B |
      A=40 B=30 C=20 | 0 | A=45 B=45  | C | LOT           |   | A,B
      A=46           | 45|            |   | ELECTED       | A |
      A=45           | 45|            |   | NOT_ELECTED   |   |
      A=0 B=0        | 0 |            |   | SECOND_BALLOT |   | A,B
      """)
  void aPersonNeedsMoreThanHalfThenMostThenTheLot(String first, int noVotes, String second, String lot,
      ElectionSheet.State state, String elected, String next) {
    List<Ballot> ballots = second == null ? List.of(ballot(1, first, noVotes))
        : List.of(ballot(1, first, noVotes), ballot(2, second, 0));
    ElectionOutcome outcome = ElectionOutcome.ofPerson(ballots, lot == null ? Set.of() : Set.of(lot));
    assertThat(outcome.state()).isEqualTo(state);
    assertThat(outcome.elected()).isEqualTo(elected == null ? List.of() : List.of(elected));
    assertThat(outcome.next()).isEqualTo(next == null ? List.of() : List.of(next.split(",")));
    assertThat(outcome.explanation()).endsWith("GO NRW).");
  }

  @Test
  void invalidVotesDoNotCountForTheHalf() {
    Ballot ballot = new Ballot(1, 91, 11, 0, votes("A=41 B=39"));
    assertThat(ElectionOutcome.ofPerson(List.of(ballot), Set.of()).elected()).containsExactly("A");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      HARE_NIEMEYER | A=27 B=23 C=17 D=11 E=7 F=5 | 13 | A=4 B=3 C=2 D=2 E=1 F=1 |     | 0
      SAINTE_LAGUE  | A=27 B=23 C=17 D=11 E=7 F=5 | 13 | A=4 B=3 C=2 D=2 E=1 F=1 |     | 0
      D_HONDT       | A=27 B=23 C=17 D=11 E=7 F=5 | 13 | A=4 B=4 C=3 D=1 E=1 F=0 |     | 0
      HARE_NIEMEYER | A=10 B=10 C=10              | 4  | A=1 B=1 C=1             | A,B,C | 1
      HARE_NIEMEYER | A=10 B=10 C=10              | 5  | A=1 B=1 C=1             | A,B,C | 2
      D_HONDT       | A=20 B=10                   | 2  | A=1 B=0                 | A,B | 1
      SAINTE_LAGUE  | A=30 B=10                   | 2  | A=1 B=0                 | A,B | 1
      HARE_NIEMEYER | A=0 B=0                     | 3  | A=0 B=0                 |     | 0
      """)
  void seatsFollowTheVotes(SeatMethod method, String votes, int seats, String expected, String tied, int open) {
    SeatMethod.Distribution distribution = method.distribute(votes(votes), seats);
    assertThat(distribution.seats()).isEqualTo(votes(expected));
    assertThat(distribution.tied()).isEqualTo(tied == null ? Set.of() : Set.of(tied.split(",")));
    assertThat(distribution.open()).isEqualTo(open);
  }

  @ParameterizedTest
  @EnumSource(SeatMethod.class)
  void noSeatIsLostOrWonByTheOrderOfTheLists(SeatMethod method) {
    Random random = new Random(50);
    for (int run = 0; run < 2000; run++) {
      List<String> lists = IntStream.rangeClosed(1, 1 + random.nextInt(7)).mapToObj(i -> "L" + i).toList();
      Map<String, Integer> votes = new LinkedHashMap<>();
      lists.forEach(list -> votes.put(list, random.nextInt(12)));
      Map<String, Integer> reversed = new LinkedHashMap<>();
      for (int i = lists.size() - 1; i >= 0; i--) {
        reversed.put(lists.get(i), votes.get(lists.get(i)));
      }
      int seats = random.nextInt(20);
      SeatMethod.Distribution distribution = method.distribute(votes, seats);
      assertThat(method.distribute(reversed, seats)).as("%s for %d", votes, seats).isEqualTo(distribution);
      boolean voted = votes.values().stream().anyMatch(count -> count > 0);
      assertThat(distribution.seats().values().stream().mapToInt(Integer::intValue).sum() + distribution.open())
          .isEqualTo(voted ? seats : 0);
      assertThat(distribution.open()).isLessThanOrEqualTo(Math.max(0, distribution.tied().size() - 1));
      lists.forEach(one -> lists.stream().filter(other -> votes.get(one) > votes.get(other)).forEach(other ->
          assertThat(distribution.seats().get(one)).isGreaterThanOrEqualTo(distribution.seats().get(other))));
    }
  }

  @Test
  void aTieOfListsIsDrawn() {
    Ballot ballot = ballot(1, "A=10 B=10 C=10", 0);
    ElectionOutcome open = ElectionOutcome.ofLists(ballot, 4, SeatMethod.HARE_NIEMEYER, Set.of());
    assertThat(open.state()).isEqualTo(ElectionSheet.State.LOT);
    assertThat(open.explanation()).isEqualTo("4 Sitze nach Hare/Niemeyer (größte Bruchteile) auf 30 gültige Stimmen:"
        + " A 1, B 1, C 1. Gleiche Ansprüche haben A, B und C; über einen Sitz entscheidet das Los"
        + " (§ 50 Abs. 3 GO NRW).");
    ElectionOutcome drawn = ElectionOutcome.ofLists(ballot, 4, SeatMethod.HARE_NIEMEYER, Set.of("B"));
    assertThat(drawn.state()).isEqualTo(ElectionSheet.State.ELECTED);
    assertThat(drawn.seats()).isEqualTo(votes("A=1 B=2 C=1"));
  }

  @Test
  void nobodyIsElectedWithFewerVotesThanAnother() {
    Random random = new Random(2);
    for (int run = 0; run < 2000; run++) {
      Map<String, Integer> first = IntStream.rangeClosed(1, 2 + random.nextInt(4)).boxed()
          .collect(Collectors.toMap(i -> "P" + i, i -> random.nextInt(20)));
      Ballot ballot = ballot(1, text(first), random.nextInt(5));
      ElectionOutcome outcome = ElectionOutcome.ofPerson(List.of(ballot), Set.of());
      if (outcome.state() == ElectionSheet.State.ELECTED) {
        assertThat(2 * first.get(outcome.elected().get(0))).isGreaterThan(ballot.valid());
        continue;
      }
      Map<String, Integer> second = outcome.next().stream().collect(Collectors.toMap(name -> name,
          name -> random.nextInt(4)));
      ElectionOutcome closer = ElectionOutcome.ofPerson(List.of(ballot, ballot(2, text(second), 0)), Set.of());
      int most = second.values().stream().mapToInt(Integer::intValue).max().orElseThrow();
      long best = second.values().stream().filter(votes -> votes == most).count();
      assertThat(closer.state()).isEqualTo(best == 1 ? ElectionSheet.State.ELECTED : ElectionSheet.State.LOT);
    }
  }

  private static String text(Map<String, Integer> votes) {
    return votes.entrySet().stream().map(vote -> vote.getKey() + "=" + vote.getValue())
        .collect(Collectors.joining(" "));
  }
}
