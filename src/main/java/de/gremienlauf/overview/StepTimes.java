package de.gremienlauf.overview;

import de.gremienlauf.engine.RecordRows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long the steps of models took at which something waits: a line for each that is over, read along an index, so
 * that the newest are found at once whatever else has been run.
 */
@Component
public class StepTimes {

  private static final int MEASURED = 200;

  private final JdbcClient jdbc;

  StepTimes(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A step that is over.
   *
   * @param id of the step in the engine's history
   * @param process the key of its model
   */
  public record Ended(String id, String process, String activity, LocalDateTime endedAt, long minutes) {
  }

  /**
   * How long a step took, in minutes.
   *
   * @param count how many were measured: the newest of the last twelve months, at most 200
   * @param median within which half of them were over; null if there are none
   * @param nineTenths the same for nine of ten
   */
  public record Times(int count, Long median, Long nineTenths) {
  }

  /** The times of one step of a model. */
  public Times of(String process, String activity, LocalDate today) {
    List<Long> minutes = jdbc.sql("select minutes from step_time where process = :process and activity = :activity"
            + " and ended_at >= :since order by ended_at desc limit " + MEASURED)
        .param("process", process).param("activity", activity).param("since", today.minusYears(1).atStartOfDay())
        .query(Long.class).list().stream().sorted().toList();
    return new Times(minutes.size(), Shares.of(minutes, 0.5), Shares.of(minutes, 0.9));
  }

  /** Until when the history was read; nobody else reads it before the transaction ends. Empty before the first time. */
  public Optional<LocalDateTime> lockReadUntil() {
    return Optional.ofNullable(jdbc.sql("select read_until from step_time_state for update")
        .query(RecordRows.of(State.class)).single().readUntil());
  }

  private record State(LocalDateTime readUntil) {
  }

  /** Keeps what is not yet kept. */
  public void keep(Collection<Ended> steps, LocalDateTime readUntil) {
    for (Ended step : steps) {
      jdbc.sql("insert into step_time (id, process, activity, ended_at, minutes)"
              + " select :id, :process, :activity, cast(:ended as timestamp), cast(:minutes as bigint)"
              + " from step_time_state where not exists (select 1 from step_time where id = :id)")
          .param("id", step.id()).param("process", step.process()).param("activity", step.activity())
          .param("ended", step.endedAt()).param("minutes", step.minutes()).update();
    }
    jdbc.sql("update step_time_state set read_until = :until").param("until", readUntil).update();
  }
}
