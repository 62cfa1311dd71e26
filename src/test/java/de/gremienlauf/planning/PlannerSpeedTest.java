package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.calendar.WorkingDays;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Plans for two years of meetings, from the file to the answer, measured in time of the processor. */
class PlannerSpeedTest {

  private static final WorkingDays WORKING_DAYS = new WorkingDays();

  /** Twice the bodies have 24 to the sixth as many ways, and may cost some times as much to plan. */
  @Test
  void plansDoNotGetExpensiveWithTheNumberOfWays() {
    double six = best(6);
    double twelve = best(12);
    System.out.printf("plans a second: %.0f for 6 bodies, %.0f for 12%n", six, twelve);
    assertThat(six / twelve).isLessThan(10);
  }

  /** Plans a second of the best round; the first ones warm up. */
  private static double best(int bodies) {
    Random random = new Random(12);
    List<String> requests = Stream.generate(() -> request(bodies, random)).limit(300).toList();
    double best = 0;
    for (int round = 0; round < 8; round++) {
      long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      requests.forEach(PlannerSpeedTest::answer);
      long nanos = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin;
      best = Math.max(best, requests.size() * 1e9 / nanos);
    }
    return best;
  }

  private static String answer(String request) {
    PlanFile file = PlanFile.read(request, WORKING_DAYS);
    return PlanCommand.json(new PlanCommand.Answer(new Planner(file.workingDays()).plan(file.request()), null));
  }

  private static String request(int count, Random random) {
    LocalDate first = LocalDate.of(2027, 1, 4);
    String bodies = IntStream.range(0, count).mapToObj(i -> {
      int shift = random.nextInt(28);
      String meetings = IntStream.range(0, 24).mapToObj(n -> "\"" + first.plusDays(shift + 30L * n) + "\"")
          .collect(Collectors.joining(","));
      return "{\"name\":\"Gremium " + i + "\",\"submission\":{\"days\":10,\"unit\":\"WORKING_DAYS\"},\"invitation\":"
          + "{\"days\":7,\"unit\":\"FULL_DAYS\"},\"meetings\":[" + meetings + "]}";
    }).collect(Collectors.joining(","));
    String sequence = IntStream.range(0, count).mapToObj(i -> "{\"body\":\"Gremium " + i + "\",\"role\":\""
        + (i == count - 1 ? "DECISION" : "PRELIMINARY") + "\",\"rank\":"
        + (i == count - 1 ? count : random.nextInt(count)) + "}").collect(Collectors.joining(","));
    return "{\"start\":\"2027-02-01\",\"deadline\":\"" + first.plusDays(90 + random.nextInt(300))
        + "\",\"coSigningDays\":5,\"signingDays\":3,\"bodies\":[" + bodies + "],\"sequence\":[" + sequence + "]}";
  }
}
