package de.gremienlauf.engine;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets every {@link Watch} look once a minute, on the node that comes first; where the job executor works too, so not in
 * commands of the console.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty(name = "camunda.bpm.job-execution.enabled", matchIfMissing = true)
class WatchSchedule {

  private static final Logger LOG = LoggerFactory.getLogger(WatchSchedule.class);
  /** Less than a minute, so that one node that comes a moment early does not skip its turn. */
  private static final int PAUSE_SECONDS = 50;

  private final List<Watch> watches;
  private final JdbcClient jdbc;
  private final Clock clock;
  private volatile boolean ready;

  WatchSchedule(List<Watch> watches, JdbcClient jdbc, Clock clock) {
    this.watches = watches;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT1M")
  void look() {
    if (!ready) {
      return;
    }
    for (Watch watch : watches) {
      try {
        if (isMyTurn(watch.name())) {
          watch.look();
        }
      } catch (RuntimeException e) {
        LOG.error("Looking after {} failed; it is looked after again in a minute", watch.name(), e);
      }
    }
  }

  /** Until then the clock may show other days, as the sample is being built. */
  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    ready = true;
  }

  private boolean isMyTurn(String name) {
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    // A time that lies ahead comes from a clock that was wrong.
    int taken = jdbc.sql("update watch set looked_at = ? where name = ? and (looked_at < ? or looked_at > ?)")
        .params(now, name, now.minusSeconds(PAUSE_SECONDS), now.plusSeconds(PAUSE_SECONDS)).update();
    if (taken > 0) {
      return true;
    }
    if (jdbc.sql("select count(*) from watch where name = ?").param(name).query(Integer.class).single() > 0) {
      return false;
    }
    try {
      return jdbc.sql("insert into watch (name, looked_at) values (?, ?)").params(name, now).update() > 0;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }
}
