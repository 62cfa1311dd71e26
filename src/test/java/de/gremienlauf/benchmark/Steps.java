package de.gremienlauf.benchmark;

import de.gremienlauf.support.StatementCount;
import de.gremienlauf.support.StatementCount.Cost;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;

/** What each step of a run costs the database and this thread. */
final class Steps {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final StatementCount count;
  private final Map<String, Amount> amounts = new LinkedHashMap<>();
  private final Map<String, String> jobs = new HashMap<>();

  /** @param cpuNanos of the thread, without the rendering of documents, which {@code renderingNanos} are */
  record Amount(int times, Cost cost, long cpuNanos, long renderingNanos) {

    static final Amount NOTHING = new Amount(0, Cost.NOTHING, 0, 0);

    Amount plus(Amount other) {
      return new Amount(times + other.times, cost.plus(other.cost), cpuNanos + other.cpuNanos,
          renderingNanos + other.renderingNanos);
    }
  }

  Steps(StatementCount count) {
    this.count = count;
  }

  void spend(String step, Runnable action) {
    long cpu = THREADS.getCurrentThreadCpuTime();
    long rendering = RenderingTime.nanos();
    Cost cost = count.of(action);
    long rendered = RenderingTime.nanos() - rendering;
    long spent = THREADS.getCurrentThreadCpuTime() - cpu - rendered;
    amounts.merge(step, new Amount(1, cost, spent, rendered), Amount::plus);
  }

  /** Runs what the job executor would run now, until nothing is due. */
  static void runDueJobs(ProcessEngine engine, Steps steps) {
    List<Job> due;
    while (!(due = engine.getManagementService().createJobQuery().executable().active().list()).isEmpty()) {
      Job first = due.get(0);
      steps.spend(steps.name(engine, first), () -> engine.getManagementService().executeJob(first.getId()));
    }
  }

  private String name(ProcessEngine engine, Job job) {
    return jobs.computeIfAbsent(job.getJobDefinitionId(), id -> "job " + job.getProcessDefinitionKey() + "."
        + engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(id).singleResult().getActivityId());
  }

  Map<String, Amount> amounts() {
    return amounts;
  }

  Amount total() {
    return amounts.values().stream().reduce(Amount.NOTHING, Amount::plus);
  }
}
