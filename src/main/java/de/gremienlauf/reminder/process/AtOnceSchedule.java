package de.gremienlauf.reminder.process;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Looks every minute, where the job executor works too: not in commands of the console. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class AtOnceSchedule {

  private final AtOnceMails mails;
  private volatile boolean ready;

  AtOnceSchedule(AtOnceMails mails) {
    this.mails = mails;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void look() {
    if (ready) {
      mails.look();
    }
  }

  /** Until then the clock may show other days, as the sample is being built. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }
}
