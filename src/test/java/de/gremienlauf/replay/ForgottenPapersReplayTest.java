package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.tracking.ForgottenPaper;
import de.gremienlauf.tracking.ForgottenPapers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Every recorded paper that was put off for more than 90 days or never came back is found on the right day, and no
 * other. What is expected is read from the printed words of the records alone; only the days that a record does not
 * print are those that the replay gives it.
 */
@IntegrationTest
class ForgottenPapersReplayTest {

  private static final int LIMIT = 90;
  private static final Pattern PUT_OFF = Pattern.compile("überwiesen|verwiesen|vertagt|zurückgestellt");
  private static final Pattern PASSED_ON = Pattern.compile("ohne Votum in nachfolgende|Anregung");
  private static final Pattern ENDED = Pattern.compile("Ablauf der Wahlperiode");
  private static final Pattern FINAL_SAY = Pattern.compile("(?i)entscheidung|genehmigung|kenntnisnahme");

  @Autowired Replay replay;
  @Autowired ForgottenPapers forgotten;
  @Autowired PaperQueries queries;

  /**
   * A time in which a paper was forgotten.
   *
   * @param until the day on which a body dealt with it again; null if none ever did
   */
  private record Lapse(LocalDate since, LocalDate until) {

    boolean holdsOn(LocalDate day) {
      return !day.isBefore(since.plusDays(LIMIT)) && (until == null || day.isBefore(until));
    }
  }

  private record Dealt(RecordedCase.Entry entry, LocalDate day) {

    boolean says(Pattern pattern) {
      return entry.result() != null && pattern.matcher(entry.result()).find();
    }

    boolean hasFinalSay() {
      return entry.role() != null && FINAL_SAY.matcher(entry.role()).find();
    }
  }

  @TestFactory
  Stream<DynamicTest> whoWasForgottenIsFoundOnTheDayAndNobodyElse() {
    return ReplayTest.recordedCases().stream().map(recorded -> DynamicTest.dynamicTest(recorded.id(), () ->
        assertThat(replay.replay(recorded, false, this::check).status()).isEqualTo(Replayed.REPLAYED)));
  }

  private void check(DrivenCase driven) {
    List<Dealt> dealt = dealt(driven);
    List<Lapse> lapses = lapses(dealt);
    assertThat(lapses).as("what is expected, once more by hand").map(Lapse::since).map(LocalDate::toString)
        .containsExactlyElementsOf(BY_HAND.getOrDefault(driven.recorded.id(), List.of()));
    Set<LocalDate> days = new HashSet<>();
    for (Dealt one : dealt) {
      Stream.of(-1, 0, 1, LIMIT - 1, LIMIT, LIMIT + 1).forEach(plus -> days.add(one.day().plusDays(plus)));
    }
    for (LocalDate day = dealt.get(0).day().minusDays(28); day.isBefore(dealt.get(dealt.size() - 1).day().plusDays(400));
        day = day.plusDays(9)) {
      days.add(day);
    }
    String municipality = queries.municipality(driven.paperId);
    days.stream().sorted().forEach(day -> {
      Optional<ForgottenPaper> found = forgotten.on(municipality, day).stream()
          .filter(paper -> paper.paperId().equals(driven.paperId)).findFirst();
      Optional<Lapse> expected = lapses.stream().filter(lapse -> lapse.holdsOn(day)).findFirst();
      assertThat(found.map(ForgottenPaper::since)).as("forgotten on %s", day).isEqualTo(expected.map(Lapse::since));
      found.ifPresent(paper -> {
        assertThat(paper.forgottenOn()).isEqualTo(paper.since().plusDays(LIMIT));
        assertThat(paper.why()).endsWith(".").contains(paper.body());
      });
    });
  }

  /** The lapses of the recorded cases, so that a fault in what this test expects shows as well. */
  private static final Map<String, List<String>> BY_HAND = Map.of(
      "berlin-mitte-0523-IV", List.of("2012-10-25"),
      "frankfurt-V-817", List.of("2018-08-10", "2019-05-10"),
      "koeln-2998-2017", List.of("2018-02-19"),
      "koeln-4069-2022", List.of("2020-02-18"),
      "koeln-kvonr52247", List.of("2020-02-04"));

  @Test
  void theCasesByHandAreRecorded() {
    assertThat(ReplayTest.recordedCases()).extracting(RecordedCase::id).containsAll(BY_HAND.keySet());
  }

  private static List<Dealt> dealt(DrivenCase driven) {
    return driven.entries.stream().map(entry -> new Dealt(entry.recorded(), entry.date()))
        .sorted(Comparator.comparing(Dealt::day)).toList();
  }

  private static List<Lapse> lapses(List<Dealt> dealt) {
    List<Lapse> lapses = new ArrayList<>();
    for (int i = 0; i + 1 < dealt.size(); i++) {
      Dealt before = dealt.get(i);
      Dealt after = dealt.get(i + 1);
      if (before.day().plusDays(LIMIT).isBefore(after.day())
          && (before.says(PUT_OFF) || nobodyAskedFor(after, dealt.subList(0, i + 1)))) {
        lapses.add(new Lapse(before.day(), after.day()));
      }
    }
    if (!cameToAnEnd(dealt)) {
      lapses.add(new Lapse(dealt.get(dealt.size() - 1).day(), null));
    }
    return lapses;
  }

  /** The body had already said what it had to say: nothing announced that it would meet again. */
  private static boolean nobodyAskedFor(Dealt meeting, List<Dealt> before) {
    return before.stream().filter(one -> one.entry().organization().equals(meeting.entry().organization())
            && Objects.equals(one.entry().role(), meeting.entry().role()))
        .reduce((one, other) -> other).map(last -> !last.says(PUT_OFF)).orElse(false);
  }

  /**
   * Who has the final say neither put the paper off nor passed it on, or what it said is not printed. Where no role
   * tells who that is, the last body is, unless another still waits for the meeting to which it put the paper off.
   */
  private static boolean cameToAnEnd(List<Dealt> dealt) {
    if (dealt.stream().anyMatch(one -> one.says(ENDED))) {
      return true;
    }
    Dealt last = dealt.get(dealt.size() - 1);
    Optional<Dealt> finalSay = dealt.stream().filter(Dealt::hasFinalSay).reduce((one, other) -> other);
    if (finalSay.isEmpty() && (last.entry().role() != null || somebodyWaits(dealt))) {
      return false;
    }
    Dealt word = finalSay.orElse(last);
    return !word.says(PUT_OFF) && !word.says(PASSED_ON);
  }

  private static boolean somebodyWaits(List<Dealt> dealt) {
    Map<String, Dealt> lastOfEach = new TreeMap<>();
    dealt.forEach(one -> lastOfEach.put(one.entry().organization(), one));
    return lastOfEach.values().stream().anyMatch(one -> one.says(PUT_OFF));
  }
}
