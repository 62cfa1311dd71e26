package de.gremienlauf.benchmark;

import de.gremienlauf.benchmark.BenchmarkDatabase.Usage;
import de.gremienlauf.benchmark.BenchmarkReport.Spread;
import de.gremienlauf.benchmark.Steps.Amount;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.StatementCount;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A paper's way through four bodies, through the application's services and by the same models with nothing behind
 * them, one after the other in the same thread.
 */
final class RunsBenchmark {

  static final List<LocalDate> DAYS = List.of(LocalDate.of(2026, 1, 13), LocalDate.of(2026, 1, 15),
      LocalDate.of(2026, 1, 26), LocalDate.of(2026, 1, 27));

  private static final String BARE = "bare";

  private final ApplicationContext application;
  private final ServiceRun services;

  /** What a number of runs cost together. */
  private record Block(Steps steps, Usage usage, double processCpu, double seconds, int runs) {

    double each(ToDoubleFunction<Block> amount) {
      return amount.applyAsDouble(this) / runs;
    }
  }

  RunsBenchmark(ApplicationContext application) {
    this.application = application;
    this.services = new ServiceRun(application);
  }

  Map<String, Object> measure() {
    SingleConnectionDataSource database =
        new SingleConnectionDataSource(BenchmarkDatabase.url(BARE), BenchmarkDatabase.USER, "", true);
    database.setAutoCommit(true);
    try (BareEngine bare = new BareEngine(application, database, DAYS)) {
      Consumer<Steps> empty = steps -> {
        services.beginOnMonday();
        bare.run(steps);
      };
      long begun = System.nanoTime();
      while (seconds(begun) < Setting.WARM_UP) {
        services.run(new Steps(application.getBean(StatementCount.class)));
        empty.accept(new Steps(bare.count()));
      }
      List<Block> own = new ArrayList<>();
      List<Block> least = new ArrayList<>();
      for (int repetition = 0; repetition < Setting.REPETITIONS; repetition++) {
        own.add(block(BenchmarkDatabase.APPLICATION, application.getBean(StatementCount.class), services::run));
        least.add(block(BARE, bare.count(), empty));
      }
      Map<String, Object> figures = new LinkedHashMap<>();
      figures.put("application", figures(own));
      figures.put("bare engine", figures(least));
      figures.put("ratio", ratios(own, least));
      figures.put("steps", steps(own, least));
      return figures;
    } finally {
      database.destroy();
      EngineClock.reset();
    }
  }

  private static Block block(String database, StatementCount count, Consumer<Steps> run) {
    Steps steps = new Steps(count);
    Usage before = BenchmarkDatabase.usage(database);
    double cpu = processCpu();
    long begun = System.nanoTime();
    for (int i = 0; i < Setting.RUNS; i++) {
      run.accept(steps);
    }
    return new Block(steps, BenchmarkDatabase.usage(database).minus(before), processCpu() - cpu, seconds(begun),
        Setting.RUNS);
  }

  private static Map<String, Object> figures(List<Block> blocks) {
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("statements", spread(blocks, block -> block.each(one -> one.steps.total().cost().statements())));
    figures.put("statements on the engine's tables",
        spread(blocks, block -> block.each(one -> one.steps.total().cost().ofEngine())));
    figures.put("round trips", spread(blocks, block -> block.each(one -> one.steps.total().cost().roundTrips())));
    figures.put("transactions", spread(blocks, block -> block.each(one -> one.steps.total().cost().commits())));
    figures.put("rows changed", spread(blocks, block -> block.each(one -> one.usage.rows())));
    figures.put("WAL kB", spread(blocks, block -> block.each(one -> one.usage.walBytes() / 1000.0)));
    figures.put("CPU ms without rendering", spread(blocks, block -> block.each(RunsBenchmark::cpu)));
    figures.put("CPU ms of rendering", spread(blocks, block -> block.each(RunsBenchmark::rendering)));
    figures.put("CPU ms of the whole program", spread(blocks, block -> block.each(one -> one.processCpu * 1000)));
    figures.put("CPU ms of the database", spread(blocks, block -> block.each(one -> one.usage.cpuSeconds() * 1000)));
    figures.put("ms", spread(blocks, block -> block.each(one -> one.seconds * 1000)));
    return figures;
  }

  private static Map<String, Object> ratios(List<Block> own, List<Block> least) {
    Map<String, Object> ratios = new LinkedHashMap<>();
    ratios.put("statements", ratio(own, least, block -> block.steps.total().cost().statements()));
    ratios.put("round trips", ratio(own, least, block -> block.steps.total().cost().roundTrips()));
    ratios.put("transactions", ratio(own, least, block -> block.steps.total().cost().commits()));
    ratios.put("rows changed", ratio(own, least, block -> block.usage.rows()));
    ratios.put("WAL", ratio(own, least, block -> block.usage.walBytes()));
    ratios.put("CPU without rendering", ratio(own, least, RunsBenchmark::cpu));
    ratios.put("CPU with rendering", ratio(own, least, block -> cpu(block) + rendering(block)));
    ratios.put("CPU of the database", ratio(own, least, block -> block.usage.cpuSeconds()));
    ratios.put("CPU of program and database without rendering",
        ratio(own, least, block -> cpu(block) + block.usage.cpuSeconds() * 1000));
    return ratios;
  }

  /** Of each step and run: statements, transactions, milliseconds of CPU, in the application and in the bare engine. */
  private static Map<String, Object> steps(List<Block> own, List<Block> least) {
    Map<String, Object> steps = new LinkedHashMap<>();
    Set<String> names = new LinkedHashSet<>(own.get(0).steps.amounts().keySet());
    names.addAll(least.get(0).steps.amounts().keySet());
    for (String name : names) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("application", step(own, name));
      step.put("bare engine", step(least, name));
      steps.put(name, step);
    }
    return steps;
  }

  private static Map<String, Object> step(List<Block> blocks, String name) {
    Map<String, Object> step = new LinkedHashMap<>();
    step.put("times", median(blocks, name, Amount::times));
    step.put("statements", median(blocks, name, amount -> amount.cost().statements()));
    step.put("transactions", median(blocks, name, amount -> amount.cost().commits()));
    step.put("CPU ms", median(blocks, name, amount -> amount.cpuNanos() / 1e6));
    step.put("CPU ms of rendering", median(blocks, name, amount -> amount.renderingNanos() / 1e6));
    return step;
  }

  private static double median(List<Block> blocks, String step, ToDoubleFunction<Amount> value) {
    return spread(blocks, block -> block.each(one ->
        value.applyAsDouble(one.steps.amounts().getOrDefault(step, Amount.NOTHING)))).median();
  }

  private static double cpu(Block block) {
    return block.steps.total().cpuNanos() / 1e6;
  }

  private static double rendering(Block block) {
    return block.steps.total().renderingNanos() / 1e6;
  }

  private static Spread spread(List<Block> blocks, ToDoubleFunction<Block> value) {
    return Spread.of(blocks.stream().map(value::applyAsDouble).toList());
  }

  private static Spread ratio(List<Block> own, List<Block> least, ToDoubleFunction<Block> value) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < own.size(); i++) {
      ratios.add(value.applyAsDouble(own.get(i)) / value.applyAsDouble(least.get(i)));
    }
    return Spread.of(ratios);
  }

  private static double processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime() / 1e9;
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
