package de.gremienlauf.planning;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute, where the job executor works too: not in commands of the console. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class PlanWatchSchedule {

  private final PlanWatch watch;
  private volatile boolean ready;

  PlanWatchSchedule(PlanWatch watch) {
    this.watch = watch;
  }

  @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT1M")
  void look() {
    if (ready) {
      watch.look();
    }
  }

  /** Until then the clock may show other days, as the sample is being built. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }
}
