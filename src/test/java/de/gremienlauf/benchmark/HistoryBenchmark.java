package de.gremienlauf.benchmark;

import de.gremienlauf.engine.ConsoleCommand;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.overview.FinishedRuns;
import de.gremienlauf.overview.process.StepTimesReader;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.People;
import de.gremienlauf.support.People.Answer;
import de.gremienlauf.support.People.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long people wait for what they do most, with ever more history, from the same open tasks and papers. */
final class HistoryBenchmark {

  private static final int OPEN = 40;
  private static final int ON_AGENDA = 10;
  private static final int ACTIVITIES_OF_A_PAPER = 166;
  private static final int PER_DAY = 14;
  private static final Wish DONE =
      new Wish("Rat", ConsultationRole.DECISION, 1, LocalDate.of(2026, 2, 5));

  private final ApplicationContext application;
  private final JdbcTemplate jdbc;
  private final City city;
  private final Clerk clerk;
  private final Papers papers;
  private Long finished;
  private Long shown;
  private Long meeting;

  HistoryBenchmark(ApplicationContext application) {
    this.application = application;
    this.jdbc = application.getBean(JdbcTemplate.class);
    this.city = application.getBean(PaperWorld.class).ownCity();
    this.clerk = application.getBean(Clerk.class);
    this.papers = application.getBean(Papers.class);
  }

  Map<String, Object> measure() {
    buildCity();
    Map<String, Object> figures = new LinkedHashMap<>();
    Map<Integer, Map<String, Latency>> measured = new LinkedHashMap<>();
    int copied = 0;
    try (HistoryFill fill = new HistoryFill(application)) {
      for (int size : Setting.SIZES) {
        Map<String, Object> of = new LinkedHashMap<>();
        long there = fill.activities();
        long begun = System.nanoTime();
        fill.until(size);
        double seconds = (System.nanoTime() - begun) / 1e9;
        long activities = fill.activities();
        if (activities > there) {
          of.put("activities made per second", (activities - there) / seconds);
        }
        copied += copyPapers(size / ACTIVITIES_OF_A_PAPER - copied);
        jdbc.execute("vacuum analyze");
        BenchmarkDatabase.execute("postgres", "select pg_stat_statements_reset()");
        Map<String, Latency> latencies;
        try (Node node = Node.start()) {
          latencies = requests(node.people(application.getBean(IdentityService.class)));
        }
        measured.put(size, latencies);
        of.put("finished activities", activities);
        of.put("finished activities after the requests", fill.activities());
        of.put("papers", jdbc.queryForObject("select count(*) from paper", Long.class));
        of.put("ms", latencies);
        of.put("statements that took longest", BenchmarkDatabase.slowest());
        figures.put(String.valueOf(size), of);
      }
    }
    Map<String, Latency> least = measured.get(Setting.SIZES.get(0));
    Map<String, Latency> most = measured.get(Setting.SIZES.get(Setting.SIZES.size() - 1));
    Map<String, Double> ratios = new LinkedHashMap<>();
    most.forEach((request, latency) -> ratios.put(request, latency.p95() / least.get(request).p95()));
    figures.put("ratio of p95, most to least", ratios);
    return figures;
  }

  /** One finished paper, papers that wait for their sequence, and a meeting with an agenda. */
  private void buildCity() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    PaperRun done = city.paper("Beschlussvorlage").release(DONE).result("Rat", "einstimmig zugestimmt");
    finished = done.id;
    EngineClock.reset();
    Wish rat = new Wish("Rat der Messung", ConsultationRole.DECISION, 1, LocalDate.now().plusDays(28));
    for (int paper = 0; paper < ON_AGENDA; paper++) {
      shown = city.paper("Beschlussvorlage").draft(Map.of("subject", "Fahrradbrücke " + paper)).stations(rat).confirm()
          .sign().id;
    }
    meeting = application.getBean(Meetings.class).on(city.body("Rat der Messung").id(), rat.day()).orElseThrow().id();
    for (int paper = 0; paper < OPEN; paper++) {
      city.paper("Beschlussvorlage").draft(Map.of());
    }
  }

  private int copyPapers(int number) {
    if (number > 0) {
      new FinishedRuns(jdbc).copy(finished, "Bestand", number, PER_DAY);
    }
    // The history that was made lies before what has been read.
    jdbc.execute("update step_time_state set read_until = null");
    application.getBean(StepTimesReader.class).read();
    application.getBeansOfType(ConsoleCommand.class).values().stream()
        .filter(command -> command.name().equals("search-index"))
        .forEach(command -> command.run(List.of(), System.out));
    return Math.max(0, number);
  }

  /** What was waited for, in milliseconds. */
  record Latency(double p50, double p95, double p99) {

    static Latency of(List<Double> waited) {
      List<Double> sorted = waited.stream().sorted().toList();
      Function<Double, Double> at = share -> sorted.get((int) Math.ceil(share * sorted.size()) - 1);
      return new Latency(at.apply(0.5), at.apply(0.95), at.apply(0.99));
    }
  }

  private Map<String, Latency> requests(People people) {
    Person office = people.browser(UserGroups.COUNCIL_OFFICE);
    Person writer = people.browser(UserGroups.ADMINISTRATORS);
    String filter = office.get(office.engine() + "/filter?name=" + encoded("Aufgaben meiner Gruppen")).json().get(0)
        .get("id").asText();
    Map<String, List<Double>> waited = new LinkedHashMap<>();
    long begun = System.nanoTime();
    while ((System.nanoTime() - begun) / 1e9 < Setting.WARM_UP) {
      round(office, writer, filter, new LinkedHashMap<>());
    }
    for (int request = 0; request < Setting.REQUESTS; request++) {
      round(office, writer, filter, waited);
    }
    Map<String, Latency> latencies = new LinkedHashMap<>();
    waited.forEach((request, of) -> latencies.put(request, Latency.of(of)));
    return latencies;
  }

  /** Each request once; afterwards as many tasks are open as before. */
  private void round(Person office, Person writer, String filter, Map<String, List<Double>> waited) {
    time(waited, "my tasks", () -> office.get("/api/my-tasks"));
    time(waited, "Tasklist", () -> office.post(office.engine() + "/filter/" + filter
        + "/list?firstResult=0&maxResults=15", Map.of("sorting", List.of(Map.of("sortBy", "created", "sortOrder",
            "desc")))));
    time(waited, "Tasklist, number of tasks", () -> office.get(office.engine() + "/filter/" + filter + "/count"));
    PaperRun paper = city.paper("Beschlussvorlage");
    String task = clerk.task(paper.process(), "Task_Draft").getId();
    time(waited, "complete task", () -> writer.post(writer.engine() + "/task/" + task + "/submit-form",
        RestClerk.variables(Map.of("subject", "Messung", "leadOffice", "V/50", "visibility", "public", "resolution",
            "Der Rat beschließt.", "reasons", "Weil es nötig ist."))));
    papers.withdraw(paper.id, "Die Messung ist vorbei");
    time(waited, "paper page", () -> office.get("/api/papers/" + shown));
    time(waited, "search", () -> office.get("/api/search?q=" + encoded("Fahrradbrücke")));
    time(waited, "search for what every paper has", () -> office.get("/api/search?q=bestand"));
    time(waited, "meeting page", () -> office.get("/api/meetings/" + meeting));
  }

  private static void time(Map<String, List<Double>> waited, String name, Supplier<Answer> request) {
    long begun = System.nanoTime();
    Answer answer = request.get();
    double millis = (System.nanoTime() - begun) / 1e6;
    if (answer.status() / 100 != 2) {
      throw new IllegalStateException(name + ": " + answer);
    }
    waited.computeIfAbsent(name, one -> new ArrayList<>()).add(millis);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
