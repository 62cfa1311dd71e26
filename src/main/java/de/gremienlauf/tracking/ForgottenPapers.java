package de.gremienlauf.tracking;

import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.ResultEffect;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds papers that were put off, referred or left open and that nobody took up again ("vergessene Vorlagen"). */
@Component
public class ForgottenPapers {

  private final JdbcClient jdbc;
  private final ForgottenRule rule;

  ForgottenPapers(JdbcClient jdbc, @Value("${gremienlauf.tracking.forgotten-after-days}") int limit) {
    this.jdbc = jdbc;
    this.rule = new ForgottenRule(limit);
  }

  /**
   * The papers of a municipality that were forgotten on a day, by what was known then; who was forgotten first comes
   * first. Papers that are decided or withdrawn, or go back to their draft, are not.
   */
  @Transactional(readOnly = true)
  public List<ForgottenPaper> on(String municipality, LocalDate day) {
    Map<Long, List<Row>> papers = jdbc.sql("select p.id as paper_id, p.reference, p.revision, p.paper_type, p.name,"
            + " p.lead_office, p.released_on, c.consultation_number, o.name as body, c.consultation_role, c.state,"
            + " c.planned_on, case when m.state = 'CANCELLED' then null else m.meeting_day end as meeting_day,"
            + " c.concluded_on, c.dropped_on, c.effect, coalesce(c.run_ends, false) as run_ends,"
            + " coalesce(i.no_result, false) as no_result, coalesce(i.public_item, true) as public_item"
            + " from paper p join consultation c on c.paper_id = p.id join organization o on o.id = c.organization_id"
            + " left join meeting m on m.id = c.meeting_id left join agenda_item i on i.id = c.agenda_item_id"
            + " where p.municipality = :municipality and p.released_on <= :day"
            + " and (p.withdrawn_on is null or p.withdrawn_on > :day) and (p.state in"
            + " ('IN_CONSULTATION', 'ANSWER_PENDING', 'CONSULTED')"
            + " or exists (select 1 from consultation later where later.paper_id = p.id"
            + " and later.concluded_on > :day)) order by p.id, c.consultation_number")
        .param("municipality", municipality).param("day", day).query(RecordRows.of(Row.class)).list().stream()
        .collect(Collectors.groupingBy(Row::paperId, LinkedHashMap::new, Collectors.toList()));
    return papers.values().stream().map(rows -> rule.on(day, run(rows))).flatMap(Optional::stream)
        .sorted(Comparator.comparing(ForgottenPaper::forgottenOn).thenComparing(ForgottenPaper::paperId)).toList();
  }

  private static PaperRun run(List<Row> rows) {
    Row first = rows.get(0);
    return new PaperRun(first.paperId(),
        first.revision() == 0 ? first.reference() : first.reference() + "/" + first.revision(), first.paperType(),
        first.name(), first.leadOffice(), first.releasedOn(), rows.stream().map(row -> new PaperRun.Station(
            row.consultationNumber(), row.body(), row.consultationRole(), row.state(), row.plannedOn(),
            row.meetingDay(), row.concludedOn(), row.droppedOn(), row.effect(), row.runEnds(), row.noResult(),
            !row.publicItem())).toList());
  }

  private record Row(Long paperId, String reference, int revision, String paperType, String name, String leadOffice,
      LocalDate releasedOn, int consultationNumber, String body, ConsultationRole consultationRole,
      ConsultationState state, LocalDate plannedOn, LocalDate meetingDay, LocalDate concludedOn, LocalDate droppedOn,
      ResultEffect effect, boolean runEnds, boolean noResult, boolean publicItem) {
  }
}
