package de.gremienlauf.paper;

import de.gremienlauf.engine.RecordRows;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The papers under way with the stations of their sequences, as planning reads them: all of a city at once. */
@Component
public class OpenSequences {

  private static final String PAPERS = "select p.id as paper_id, p.municipality, p.state, p.outside_deadline,"
      + " p.released_on, coalesce(cardinality(p.co_signing_offices), 0) as co_signing_offices";
  private static final String UNDER_WAY =
      " from paper p where p.state in ('DRAFT', 'CO_SIGNING', 'SIGNING', 'SIGNED', 'IN_CONSULTATION')"
      + " and exists (select 1 from consultation c where c.paper_id = p.id and c.state in ('PLANNED', 'REGISTERED'))";
  private static final String STATIONS = "select c.paper_id, c.id as consultation_id, c.organization_id,"
      + " o.name as organization, c.consultation_role as role, c.sequence_rank as rank_number, c.state, c.meeting_id,"
      + " m.meeting_day, c.concluded_on from consultation c join organization o on o.id = c.organization_id"
      + " left join meeting m on m.id = c.meeting_id where c.state <> 'DROPPED' and c.paper_id in (";
  private static final String ORDER = ") order by c.paper_id, c.sequence_rank, c.consultation_number";

  private final JdbcClient jdbc;

  OpenSequences(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A paper under way.
   *
   * @param deadline set from outside; null if there is none
   * @param coSigned whether offices co-sign it
   */
  public record OpenSequence(Long paperId, String municipality, PaperState state, LocalDate deadline,
      LocalDate releasedOn, boolean coSigned, List<Stop> stops) {
  }

  /**
   * A station.
   *
   * @param meetingId the planned meeting; null if none is known
   * @param meetingDay of that meeting
   * @param concludedOn null as long as the body has not dealt with the paper
   */
  public record Stop(Long paperId, Long consultationId, Long organizationId, String organization, ConsultationRole role,
      int rankNumber, ConsultationState state, Long meetingId, LocalDate meetingDay, LocalDate concludedOn) {
  }

  record Row(Long paperId, String municipality, PaperState state, LocalDate outsideDeadline, LocalDate releasedOn,
      long coSigningOffices) {
  }

  /** One paper; empty if it is not under way. */
  public List<OpenSequence> of(Long paperId) {
    return read(" and p.id = :about", paperId);
  }

  /** All papers of a municipality. */
  public List<OpenSequence> all(String municipality) {
    return read(" and p.municipality = :about", municipality);
  }

  private List<OpenSequence> read(String which, Object about) {
    List<Row> papers = jdbc.sql(PAPERS + UNDER_WAY + which + " order by p.id").param("about", about)
        .query(RecordRows.of(Row.class)).list();
    Map<Long, List<Stop>> stops = papers.isEmpty() ? Map.of()
        : jdbc.sql(STATIONS + "select p.id" + UNDER_WAY + which + ORDER)
            .param("about", about).query(RecordRows.of(Stop.class)).list().stream()
            .collect(Collectors.groupingBy(Stop::paperId));
    return papers.stream().map(paper -> new OpenSequence(paper.paperId(), paper.municipality(), paper.state(),
        paper.outsideDeadline(), paper.releasedOn(), paper.coSigningOffices() > 0,
        stops.getOrDefault(paper.paperId(), List.of()))).toList();
  }
}
