package de.gremienlauf.planning;

import de.gremienlauf.engine.RecordRows;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The meeting days that were planned when a sequence was confirmed. */
@Component
public class PlannedDays {

  private final JdbcClient jdbc;

  PlannedDays(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  private record Day(Long consultationId, LocalDate firstDay) {
  }

  /** The days of a paper by the id of the station. */
  public Map<Long, LocalDate> of(Long paperId) {
    return jdbc.sql("select consultation_id, first_day from planned_station where paper_id = :paper")
        .param("paper", paperId).query(RecordRows.of(Day.class)).list().stream()
        .collect(Collectors.toMap(Day::consultationId, Day::firstDay));
  }
}
