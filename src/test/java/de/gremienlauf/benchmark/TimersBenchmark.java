package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import de.gremienlauf.durability.Application;
import de.gremienlauf.support.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How long one node and two need for timers that are due at once: the ends of the time in which papers are handed in for
 * so many meetings, at each of which the agenda is drafted and somebody gets the task to release it.
 */
final class TimersBenchmark {

  private static final int TIMERS = Integer.getInteger("gremienlauf.test.benchmark.timers", 1000);
  private static final int REPETITIONS = Math.min(3, Setting.REPETITIONS);
  private static final int MEETINGS_OF_BODY = 10;
  private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final Delivered delivered;
  private final String url = BenchmarkDatabase.url("timers");
  private int imported;

  TimersBenchmark(Delivered delivered) {
    this.delivered = delivered;
  }

  Map<String, Object> measure() throws IOException, InterruptedException {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("timers", TIMERS);
    int port = FreePort.next();
    try (Started one = Started.start(delivered.application(List.of(), port, url), port)) {
      Application node = Application.of(one.process(), port);
      // Those of the first meetings, in code that nobody has used yet, are not counted.
      seconds(node);
      figures.put("one node, seconds", Spread.of(repeated(node)));
      int otherPort = FreePort.next();
      try (Started other = Started.start(delivered.application(List.of(), otherPort, url), otherPort)) {
        seconds(node);
        figures.put("two nodes, seconds", Spread.of(repeated(node)));
        figures.put("timers that did not fire exactly once", Math.abs(imported - count(node,
            "/history/activity-instance/count?activityId=Task_DraftAgenda")));
        figures.put("incidents", count(node, "/incident/count"));
      }
    }
    return figures;
  }

  private List<Double> repeated(Application node) throws IOException, InterruptedException {
    List<Double> seconds = new ArrayList<>();
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      seconds.add(seconds(node));
    }
    return seconds;
  }

  private double seconds(Application node) throws IOException, InterruptedException {
    suspended(node, true);
    importMeetings();
    if (count(node, "/job/count?processDefinitionKey=meeting&suspended=true") < TIMERS) {
      throw new IllegalStateException("Timers have not waited");
    }
    long begun = System.nanoTime();
    suspended(node, false);
    while (count(node, "/task/count?taskDefinitionKey=Task_ReleaseAgenda") < imported) {
      if (System.nanoTime() - begun > 600e9) {
        throw new IllegalStateException("Not all timers have fired");
      }
      Thread.sleep(100);
    }
    return (System.nanoTime() - begun) / 1e9;
  }

  private static void suspended(Application node, boolean suspended) throws IOException, InterruptedException {
    node.put("/job-definition/suspended", Map.of("processDefinitionKey", "meeting", "suspended", suspended,
        "includeJobs", true));
  }

  private static int count(Application node, String path) throws IOException, InterruptedException {
    return node.get(path).get("count").asInt();
  }

  /** Of new bodies, in so few days that the time for papers is over. */
  private void importMeetings() throws IOException, InterruptedException {
    Path folder = Files.createDirectories(Delivered.FOLDER.resolve("meetings"));
    StringBuilder bodies = new StringBuilder("Name;Art;Sitze;Gruppe;Beginn;Ende;Nachfolge;E-Mail\n");
    StringBuilder meetings = new StringBuilder("Gremium;Datum;Uhrzeit\n");
    LocalDate today = LocalDate.now();
    for (int meeting = 0; meeting < TIMERS; meeting++) {
      String body = "Beirat " + (imported + meeting) / MEETINGS_OF_BODY;
      if (meeting % MEETINGS_OF_BODY == 0) {
        bodies.append(body).append(";Gremium;15;;;;;\n");
      }
      meetings.append(body).append(';').append(today.plusDays(1 + meeting % MEETINGS_OF_BODY).format(GERMAN))
          .append(";17:00\n");
    }
    Files.writeString(folder.resolve("bodies.csv"), bodies);
    Files.writeString(folder.resolve("meetings.csv"), meetings);
    if (Application.command(url, BenchmarkDatabase.USER, Delivered.FOLDER, "import", folder.toString()) != 0) {
      throw new IllegalStateException(Files.readString(Delivered.FOLDER.resolve("import.err"))
          + Files.readString(Delivered.FOLDER.resolve("import.out")));
    }
    imported += TIMERS;
  }
}
