package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.council.Seat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Majorities, the numbers for a quorum, and the words for a vote: what can be computed without a meeting. */
class MajorityTest {

  @ParameterizedTest
  @CsvSource({
      "SIMPLE,    46, 45, 91, ACCEPTED", "SIMPLE,     1,  0, 91, ACCEPTED", "SIMPLE,    45, 45, 91, REJECTED",
      "SIMPLE,     0,  0, 91, REJECTED", "STATUTORY, 46,  0, 91, ACCEPTED", "STATUTORY, 45,  0, 91, REJECTED",
      "STATUTORY,  7,  6, 13, ACCEPTED", "STATUTORY,  6,  0, 12, REJECTED", "STATUTORY,  7,  0, 12, ACCEPTED",
      "TWO_THIRDS, 61, 30, 91, ACCEPTED", "TWO_THIRDS, 60,  0, 91, REJECTED", "TWO_THIRDS, 8, 0, 12, ACCEPTED",
      "TWO_THIRDS, 7,  0, 12, REJECTED"})
  void whatAMotionNeeds(MajorityType majority, int yes, int no, int statutory, VoteOutcome outcome) {
    assertThat(majority.outcome(yes, no, statutory)).isEqualTo(outcome);
  }

  @Test
  void withoutTheNumberOfMembersOnlyTheSimpleMajorityIsKnown() {
    assertThat(MajorityType.SIMPLE.outcome(2, 1, null)).isEqualTo(VoteOutcome.ACCEPTED);
    assertThat(MajorityType.STATUTORY.outcome(2, 1, null)).isNull();
    assertThat(MajorityType.TWO_THIRDS.outcome(2, 1, null)).isNull();
  }

  @ParameterizedTest
  @EnumSource(MajorityType.class)
  void aTieIsNeverAccepted(MajorityType majority) {
    for (int votes = 0; votes <= 100; votes++) {
      for (int statutory = 1; statutory <= 100; statutory++) {
        assertThat(majority.outcome(votes, votes, statutory)).isEqualTo(VoteOutcome.REJECTED);
      }
    }
  }

  private static Quorum quorum(QuorumRule rule, Integer statutory, int members, int citizens, boolean second) {
    List<Seat> present = new ArrayList<>(Collections.nCopies(members, Seat.COUNCIL_MEMBER));
    present.addAll(Collections.nCopies(citizens, Seat.EXPERT_CITIZEN));
    return Quorum.of("Gremium", rule, statutory, present, second, true, "Grund");
  }

  @ParameterizedTest
  @CsvSource({
      "STATUTORY_HALF, 91, 46, 0, 46, true", "STATUTORY_HALF, 91, 45, 0, 46, false",
      "STATUTORY_HALF, 33, 17, 0, 17, true", "STATUTORY_HALF, 33, 16, 0, 17, false",
      "STATUTORY_HALF, 13, 7, 0, 7, true", "STATUTORY_HALF, 13, 6, 0, 7, false",
      "STATUTORY_HALF, 12, 6, 0, 7, false", "STATUTORY_HALF, 12, 7, 0, 7, true", "STATUTORY_HALF, 13, 3, 4, 7, true",
      "COMMITTEE, 13, 4, 3, 7, true", "COMMITTEE, 13, 4, 4, 7, false", "COMMITTEE, 13, 3, 4, 7, false",
      "COMMITTEE, 13, 4, 2, 7, false", "COMMITTEE, 13, 7, 0, 7, true"})
  void howManyHaveToBeThere(QuorumRule rule, int statutory, int members, int citizens, int needed, boolean reached) {
    Quorum quorum = quorum(rule, statutory, members, citizens, false);
    assertThat(quorum.needed()).isEqualTo(needed);
    assertThat(quorum.present()).isEqualTo(members + citizens);
    assertThat(quorum.reached()).as(quorum.explanation()).isEqualTo(reached);
    assertThat(quorum(rule, statutory, members, citizens, true).reached()).as("second invitation").isTrue();
  }

  @Test
  void theMinuteTakerReadsWhy() {
    assertThat(quorum(QuorumRule.COMMITTEE, 13, 4, 4, false).explanation()).isEqualTo("8 von 13 Stimmberechtigten sind"
        + " anwesend, mindestens 7 müssen es sein. Es sind aber nicht mehr Ratsmitglieder (4) als sachkundige"
        + " Bürgerinnen und Bürger (4) anwesend: nicht erreicht.");
    assertThat(quorum(QuorumRule.NONE, null, 0, 0, false).reached()).isTrue();
    assertThat(quorum(QuorumRule.STATUTORY_HALF, null, 5, 0, false).explanation())
        .startsWith("Die gesetzliche Mitgliederzahl ist nicht bekannt");
    assertThat(quorum(QuorumRule.STATUTORY_HALF, 13, 6, 0, false).after(null).explanation())
        .endsWith("Das Gremium gilt als beschlussfähig, solange das Gegenteil nicht festgestellt ist.");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      5 | 0 | 0 |                                   | einstimmig zugestimmt
      5 | 0 | 2 |                                   | einstimmig zugestimmt bei 2 Enthaltungen
      5 | 2 | 1 |                                   | mehrheitlich zugestimmt gegen 2 Stimmen bei 1 Enthaltung
      5 | 2 | 1 | A-Fraktion=5/0/0 B-Fraktion=0/2/0 C-Fraktion=0/0/1 | mehrheitlich zugestimmt gegen die Stimmen der B-Fraktion bei Enthaltung der C-Fraktion
      5 | 3 | 0 | Stadtliste=5/0/0 Mitte=0/2/0 Bund=0/1/0 | mehrheitlich zugestimmt gegen die Stimmen von Mitte und von Bund
      5 | 3 | 0 | Stadtliste=5/1/0 Mitte=0/2/0 | mehrheitlich zugestimmt gegen die Stimmen von Mitte und 1 Stimme von Stadtliste
      3 | 3 | 0 |                                   | bei Stimmengleichheit (3 : 3) abgelehnt
      0 | 4 | 0 |                                   | einstimmig abgelehnt
      2 | 4 | 0 |                                   | mehrheitlich abgelehnt mit 2 Ja-Stimmen und 4 Nein-Stimmen
      """)
  void theVoteInWords(int yes, int no, int abstentions, String groups, String text) {
    assertThat(text(yes, no, abstentions, MajorityType.SIMPLE, groups(groups))).isEqualTo(text);
  }

  private static List<VoteEntry.GroupCount> groups(String text) {
    return text == null ? List.of() : List.of(text.split(" ")).stream().map(part -> part.split("[=/]"))
        .map(part -> new VoteEntry.GroupCount(part[0], Integer.parseInt(part[1]), Integer.parseInt(part[2]),
            Integer.parseInt(part[3]))).toList();
  }

  private static String text(int yes, int no, int abstentions, MajorityType majority,
      List<VoteEntry.GroupCount> groups) {
    return VoteText.of(yes, no, abstentions, majority.outcome(yes, no, 20), majority, groups);
  }

  @Test
  void theWordsSayTheSameAsTheCounts() {
    Random random = new Random(48);
    List<String> names = List.of("A-Fraktion", "Stadtliste", "Gruppe Zukunft", Votes.WITHOUT_GROUP);
    for (int run = 0; run < 3000; run++) {
      List<VoteEntry.GroupCount> groups = names.stream().map(name -> new VoteEntry.GroupCount(name, random.nextInt(4),
          random.nextInt(4), random.nextInt(3))).toList();
      int yes = groups.stream().mapToInt(VoteEntry.GroupCount::yes).sum();
      int no = groups.stream().mapToInt(VoteEntry.GroupCount::no).sum();
      int abstentions = groups.stream().mapToInt(VoteEntry.GroupCount::abstentions).sum();
      if (yes + no == 0) {
        continue;
      }
      List<VoteEntry.GroupCount> known = random.nextBoolean() ? groups : List.of();
      String text = text(yes, no, abstentions, MajorityType.SIMPLE, known);
      assertThat(VoteParser.parse(text, null)).as(text).map(Vote::outcome)
          .contains(MajorityType.SIMPLE.outcome(yes, no, 20));
    }
  }
}
