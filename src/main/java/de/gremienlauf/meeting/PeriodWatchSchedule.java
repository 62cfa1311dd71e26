package de.gremienlauf.meeting;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute, where the job executor works too: not in commands of the console. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class PeriodWatchSchedule {

  private final PeriodWatch watch;

  PeriodWatchSchedule(PeriodWatch watch) {
    this.watch = watch;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void look() {
    watch.look();
  }
}
