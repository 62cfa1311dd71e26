package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.calendar.Recesses;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.paper.ConsultationRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forecast against what can be computed by hand, and against recorded papers of real cities. */
class SimulationTest {

  private static final WorkingDays WORKING_DAYS = new WorkingDays();
  private static final LocalDate START = LocalDate.of(2027, 1, 4);
  private static final int RUNS = 20_000;

  /** Bodies that each meet every four weeks, one rank after another, a week apart. */
  private static PlanRequest monthly(int bodies, LocalDate deadline, Preparation preparation) {
    List<PlanStation> stations = IntStream.range(0, bodies).mapToObj(i -> new PlanStation(
        new BodyCalendar("Gremium " + i, IntStream.range(0, 60).mapToObj(n -> START.plusWeeks(2L + i + 4L * n))
            .map(day -> new MeetingDate(day, null, day.minusWeeks(1), null, false)).toList(), null),
        ConsultationRole.PRELIMINARY, i, false, null)).toList();
    return new PlanRequest(START, deadline, preparation, 1, new Recesses(List.of()), stations);
  }

  private static PlanRequest untilThePlannedEnd(int bodies) {
    Preparation released = new Preparation(0, 0);
    return monthly(bodies, new Planner(WORKING_DAYS).plan(monthly(bodies, null, released)).earliest().end(), released);
  }

  @Test
  void withThreeBodiesAllMustNotPostpone() {
    PastRuns past = new PastRuns(List.of(), 99, 19);
    Forecast forecast = new Simulation(WORKING_DAYS, past).forecast(untilThePlannedEnd(3), RUNS, 1);
    assertThat(past.postponementRate()).isEqualTo(0.195);
    assertThat(forecast.probability()).isCloseTo(Math.pow(0.805, 3), within(0.01));
    assertThat(forecast.median()).isEqualTo(START.plusWeeks(4));
    assertThat(forecast.ninetyPercent()).isEqualTo(START.plusWeeks(12));
  }

  @Test
  void theSameSeedGivesTheSameAnswerAndTheAssumptionsAreSaid() {
    Simulation simulation = new Simulation(WORKING_DAYS, new PastRuns(List.of(3, 4, 30), 80, 17));
    PlanRequest request = monthly(2, START.plusWeeks(3), new Preparation(5, 3));
    Forecast forecast = simulation.forecast(request, 1_000, 7);
    assertThat(forecast).isEqualTo(simulation.forecast(request, 1_000, 7));
    assertThat(forecast.assumptions()).containsExactly("Gerechnet sind 1000 zufällige Verläufe (Startwert 7).",
        "Mitzeichnung und Zeichnung dauern so lange wie bei einer von 3 früheren Vorlagen, zufällig gewählt.",
        "Jede Beratung wird mit 22 % Wahrscheinlichkeit in die nächste Sitzung des Gremiums vertagt, unabhängig von den"
            + " anderen (früher 17 von 80 Beratungen).",
        "Nicht berücksichtigt sind Verweisungen, Neufassungen, abgesagte Sitzungen und Sondersitzungen.");
  }

  @Test
  void earlierPreparationsDecideWhetherTheFirstMeetingIsReached() {
    Simulation simulation = new Simulation(WORKING_DAYS, new PastRuns(List.of(3, 4, 5, 30), 1_000_000, 0));
    PlanRequest request = monthly(1, START.plusWeeks(2), new Preparation(5, 3));
    assertThat(simulation.forecast(request, RUNS, 3).probability()).as("three in four are ready after a week")
        .isCloseTo(0.75, within(0.01));
  }

  /**
   * Each recorded paper is forecast from all the others: would its bodies conclude it without putting it off? On
   * average the forecasts are right; papers differ more than the forecast knows, because some are put off again and
   * again and most never.
   */
  @Test
  void theForecastIsRightOnAverageForRecordedPapers() throws IOException {
    List<int[]> papers = recorded();
    double forecast = 0;
    double kept = 0;
    double error = 0;
    for (int[] paper : papers) {
      PastRuns others = new PastRuns(List.of(), papers.stream().mapToInt(one -> one[0] + one[1]).sum() - paper[0]
          - paper[1], papers.stream().mapToInt(one -> one[1]).sum() - paper[1]);
      double probability =
          new Simulation(WORKING_DAYS, others).forecast(untilThePlannedEnd(paper[0]), RUNS / 10, 5).probability();
      forecast += probability;
      kept += paper[1] == 0 ? 1 : 0;
      error += Math.pow(probability - (paper[1] == 0 ? 1 : 0), 2);
    }
    System.out.printf("%d papers: forecast %.2f, happened %.2f, Brier score %.3f%n", papers.size(),
        forecast / papers.size(), kept / papers.size(), error / papers.size());
    assertThat(papers).hasSizeGreaterThan(15);
    assertThat(forecast / papers.size()).isCloseTo(kept / papers.size(), within(0.15));
    assertThat(error / papers.size()).as("better than to say fifty-fifty").isLessThan(0.25);
  }

  /** Of each recorded paper how many results concluded it and how many put it off. */
  private static List<int[]> recorded() throws IOException {
    List<int[]> papers = new ArrayList<>();
    try (Stream<Path> files = Files.list(Path.of("cases"))) {
      for (Path file : files.filter(one -> one.toString().endsWith(".json")).sorted().toList()) {
        int[] counts = new int[2];
        for (JsonNode station : new ObjectMapper().readTree(file.toFile()).path("consultations")) {
          String result = station.path("result").asText("");
          if (!result.isEmpty()) {
            counts[result.contains("zurückgestellt") || result.contains("vertagt") ? 1 : 0]++;
          }
        }
        if (counts[0] > 0) {
          papers.add(counts);
        }
      }
    }
    return papers;
  }
}
