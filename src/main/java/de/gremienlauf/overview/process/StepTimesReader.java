package de.gremienlauf.overview.process;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.overview.StepTimes;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricActivityInstanceQuery;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes the times of the steps that are over from the engine's history, each once, some at a time. What it reads twice
 * because it overlaps is not much: a page for each thousand steps of the last ten minutes.
 */
@Component
public class StepTimesReader {

  /** Where something waits for a person, a day or another process. */
  static final Set<String> WAITING = Set.of("userTask", "receiveTask", "intermediateTimer", "intermediateMessageCatch",
      "intermediateConditional", "callActivity");
  private static final int AT_ONCE = 1000;
  /** A step is seen only once its transaction has ended, which may be after a later one was read. */
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private final HistoryService history;
  private final StepTimes times;
  private final Unrestricted unrestricted;
  private final TransactionTemplate transaction;

  StepTimesReader(HistoryService history, StepTimes times, Unrestricted unrestricted,
      PlatformTransactionManager transactions) {
    this.history = history;
    this.times = times;
    this.unrestricted = unrestricted;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Reads on from where it stopped, a thousand new steps in each transaction. */
  public void read() {
    boolean more = read(OVERLAP);
    while (more) {
      more = read(Duration.ZERO);
    }
  }

  /** Reads some that are new, beginning earlier by the overlap; true if there may be more. */
  private boolean read(Duration overlap) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      LocalDateTime until = times.lockReadUntil().orElse(null);
      LocalDateTime from = until == null ? null : until.minus(overlap);
      int page = 0;
      while (true) {
        List<HistoricActivityInstance> ended = next(from, page);
        if (ended.isEmpty()) {
          return false;
        }
        LocalDateTime read = last(ended);
        boolean isNew = until == null || read.isAfter(until);
        keep(ended, isNew ? read : until);
        if (isNew || ended.size() < AT_ONCE) {
          return ended.size() == AT_ONCE;
        }
        // More than a page may have ended in one moment.
        page = read.isAfter(from) ? 0 : page + 1;
        from = read;
      }
    }));
  }

  private List<HistoricActivityInstance> next(LocalDateTime after, int page) {
    return unrestricted.call(() -> {
      HistoricActivityInstanceQuery query = history.createHistoricActivityInstanceQuery().finished();
      if (after != null) {
        query.finishedAfter(Date.from(after.atZone(EngineClock.BERLIN).toInstant()));
      }
      return query.orderByHistoricActivityInstanceEndTime().asc().orderByHistoricActivityInstanceId().asc()
          .listPage(page * AT_ONCE, AT_ONCE);
    });
  }

  private void keep(List<HistoricActivityInstance> ended, LocalDateTime until) {
    times.keep(ended.stream().filter(step -> WAITING.contains(step.getActivityType()) && !step.isCanceled())
        .map(step -> new StepTimes.Ended(step.getId(), step.getProcessDefinitionKey(), step.getActivityId(),
            moment(step.getEndTime()), step.getDurationInMillis() / Duration.ofMinutes(1).toMillis())).toList(), until);
  }

  private static LocalDateTime last(List<HistoricActivityInstance> ended) {
    return moment(ended.get(ended.size() - 1).getEndTime());
  }

  private static LocalDateTime moment(Date date) {
    return date.toInstant().atZone(EngineClock.BERLIN).toLocalDateTime();
  }
}
