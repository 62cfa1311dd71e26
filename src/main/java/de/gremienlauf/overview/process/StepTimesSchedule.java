package de.gremienlauf.overview.process;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Reads every minute, where the job executor works too: not in commands of the console. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class StepTimesSchedule {

  private final StepTimesReader reader;
  private volatile boolean ready;

  StepTimesSchedule(StepTimesReader reader) {
    this.reader = reader;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void look() {
    while (ready && reader.read()) {
      // The next thousand.
    }
  }

  /** Until then the clock may show other days, as the sample is being built. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }
}
