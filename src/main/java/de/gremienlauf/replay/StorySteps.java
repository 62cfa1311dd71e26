package de.gremienlauf.replay;

import de.gremienlauf.engine.TaskDriver;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/** What is still to happen in a story, day by day; what happens may bring further steps. */
class StorySteps {

  private final TaskDriver tasks;
  private final BiConsumer<StoryEvent, RuntimeException> impossible;
  private final PriorityQueue<Step> steps =
      new PriorityQueue<>(Comparator.comparing(Step::day).thenComparing(Step::number));
  private int added;
  private LocalDate today;

  /** What cannot happen is told to {@code impossible}; the story goes on without it. */
  StorySteps(TaskDriver tasks, LocalDate firstDay, BiConsumer<StoryEvent, RuntimeException> impossible) {
    this.tasks = tasks;
    this.impossible = impossible;
    this.today = firstDay;
  }

  private record Step(LocalDate day, int number, StoryEvent event, Runnable action) {
  }

  /** Adds a step of an event; one of a day that is over happens today. */
  void add(StoryEvent event, LocalDate day, Runnable action) {
    steps.add(new Step(day.isBefore(today) ? today : day, added++, event, action));
  }

  LocalDate today() {
    return today;
  }

  /** Lets all of it happen, then time pass until a last day. */
  void run(LocalDate lastDay) {
    while (!steps.isEmpty()) {
      Step step = steps.poll();
      onDay(step.day());
      try {
        step.action().run();
        tasks.runDueJobs();
      } catch (RuntimeException e) {
        impossible.accept(step.event(), e);
      }
    }
    onDay(lastDay);
  }

  private void onDay(LocalDate day) {
    if (day.isAfter(today)) {
      today = day;
      tasks.onDay(day);
    }
  }
}
