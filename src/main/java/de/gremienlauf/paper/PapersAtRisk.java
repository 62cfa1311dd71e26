package de.gremienlauf.paper;

import de.gremienlauf.engine.RecordRows;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Papers that are not signed although the submission period of one of their meetings ends soon or is over. */
@Component
public class PapersAtRisk {

  private final JdbcClient jdbc;

  PapersAtRisk(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A paper with the meeting that it may miss.
   *
   * @param submissionUntil the end of the submission period
   */
  public record AtRisk(Long paperId, String reference, String leadOffice, PaperState state, String body,
      LocalDate meetingDay, LocalDateTime submissionUntil) {
  }

  /** The papers whose submission period ends before a moment, each once with the earliest of its coming meetings. */
  public List<AtRisk> before(LocalDate today, LocalDateTime end) {
    Map<Long, AtRisk> first = new LinkedHashMap<>();
    jdbc.sql("select p.id as paper_id, p.reference, p.lead_office, p.state, o.name as body, m.meeting_day,"
            + " m.submission_until from paper p join consultation c on c.paper_id = p.id"
            + " join meeting m on m.id = c.meeting_id join organization o on o.id = m.organization_id"
            + " where p.state in ('DRAFT', 'CO_SIGNING', 'SIGNING') and p.recorded = false and m.state <> 'CANCELLED'"
            + " and m.meeting_day >= :today and m.submission_until < :end order by m.meeting_day, p.id")
        .param("today", today).param("end", end).query(RecordRows.of(AtRisk.class)).list()
        .forEach(paper -> first.putIfAbsent(paper.paperId(), paper));
    return List.copyOf(first.values());
  }
}
