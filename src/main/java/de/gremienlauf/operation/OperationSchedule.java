package de.gremienlauf.operation;

import de.gremienlauf.operation.process.IncidentMails;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;

/** Works regularly where the job executor works too: not in commands of the console. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class OperationSchedule {

  private final IncidentMails incidents;
  private final Retention retention;
  private volatile boolean ready;

  OperationSchedule(IncidentMails incidents, Retention retention) {
    this.incidents = incidents;
    this.retention = retention;
  }

  @Scheduled(initialDelayString = "PT1M", fixedDelayString = "PT1M")
  void tell() {
    if (ready) {
      incidents.look();
    }
  }

  @Scheduled(initialDelayString = "PT5M", fixedDelayString = "PT1H")
  void cleanUp() {
    if (ready) {
      retention.cleanUpOnceADay();
    }
  }

  /** Until then the clock may show other days, as the sample is being built. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }
}
