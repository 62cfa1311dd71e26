package de.gremienlauf.overview;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.funding.ProjectState;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.planning.DeadlineList;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what is under way, and names what will miss its day; the subject of a paper only to those who may read it, its
 * number as in the weekly list to all heads of offices.
 */
@Service
@Transactional(readOnly = true)
public class OverviewQueries {

  private static final List<String> OPEN_PAPERS = Stream.of(PaperState.values()).filter(state -> !state.closed())
      .map(Enum::name).toList();
  private static final List<String> OPEN_PROJECTS =
      Stream.of(ProjectState.PREPARED, ProjectState.RUNNING, ProjectState.ENDED).map(Enum::name).toList();
  private static final List<String> OPEN_STATIONS = Stream.of(ConsultationState.values())
      .filter(ConsultationState::open).map(Enum::name).toList();
  private static final int LINES = 100;
  private static final String MISSING = "(l.meets = false or l.slack_days < 0)";
  private static final String NEAR = "(l.meets = true and l.slack_days between 0 and " + DeadlineList.CLOSE_DAYS
      + ")";
  private static final String KEPT = "(l.meets = true and l.slack_days > " + DeadlineList.CLOSE_DAYS
      + ")";

  private final FinishedPapers finished;
  private final PaperAccess access;
  private final Council council;
  private final Clock clock;
  private final JdbcClient jdbc;

  OverviewQueries(FinishedPapers finished, PaperAccess access, Council council, Clock clock, JdbcClient jdbc) {
    this.finished = finished;
    this.access = access;
    this.council = council;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  /** What is under way today. */
  public Overview now() {
    LocalDate today = LocalDate.now(clock);
    return new Overview(today, counts("paper", OPEN_PAPERS, state -> PaperState.valueOf(state).label()),
        counts("funded_project", OPEN_PROJECTS, state -> ProjectState.valueOf(state).label()), offices(),
        bodies(today), finished.durations(today), plans(), tight());
  }

  private record StateRow(String state, int number) {
  }

  /** Every open state in its order, also the empty ones. */
  private List<Overview.Count> counts(String table, List<String> open, Function<String, String> label) {
    Map<String, Integer> counted = jdbc.sql("select state, count(*) as number from " + table
            + " where municipality = :own and state in (:open) group by state")
        .param("own", council.ownMunicipality()).param("open", open).query(RecordRows.of(StateRow.class)).list()
        .stream().collect(Collectors.toMap(StateRow::state, StateRow::number));
    return open.stream().map(state -> new Overview.Count(label.apply(state), counted.getOrDefault(state, 0))).toList();
  }

  private List<Overview.Office> offices() {
    return jdbc.sql("select coalesce(p.lead_office, 'ohne Dienststelle') as name, count(*) as under_way,"
            + " sum(case when p.released_on is null then 1 else 0 end) as preparing,"
            + " sum(case when " + MISSING + " then 1 else 0 end) as missing"
            + " from paper p left join paper_plan l on l.paper_id = p.id"
            + " where p.municipality = :own and p.state in (:open)"
            + " group by coalesce(p.lead_office, 'ohne Dienststelle') order by under_way desc, name limit " + LINES)
        .param("own", council.ownMunicipality()).param("open", OPEN_PAPERS)
        .query(RecordRows.of(Overview.Office.class)).list();
  }

  private List<Overview.Body> bodies(LocalDate today) {
    return jdbc.sql("select o.name, count(*) as waiting,"
            + " sum(case when c.meeting_id is null then 1 else 0 end) as without_meeting,"
            + " sum(case when m.meeting_day < :today then 1 else 0 end) as overdue,"
            + " sum(case when " + MISSING + " then 1 else 0 end) as missing,"
            + " min(case when m.meeting_day >= :today then m.meeting_day end) as next_meeting"
            + " from consultation c join paper p on p.id = c.paper_id join organization o on o.id = c.organization_id"
            + " left join meeting m on m.id = c.meeting_id left join paper_plan l on l.paper_id = p.id"
            + " where c.state in (:waiting) and p.municipality = :own and p.state in (:open)"
            + " group by o.id, o.name order by waiting desc, o.name limit " + LINES)
        .param("today", today).param("waiting", OPEN_STATIONS).param("own", council.ownMunicipality())
        .param("open", OPEN_PAPERS).query(RecordRows.of(Overview.Body.class)).list();
  }

  private Overview.Plans plans() {
    return jdbc.sql("select coalesce(sum(case when " + MISSING + " then 1 else 0 end), 0) as missing,"
            + " coalesce(sum(case when " + NEAR + " then 1 else 0 end), 0) as near,"
            + " coalesce(sum(case when " + KEPT + " then 1 else 0 end), 0) as kept"
            + " from paper p join paper_plan l on l.paper_id = p.id"
            + " where p.municipality = :own and p.state in (:open)")
        .param("own", council.ownMunicipality()).param("open", OPEN_PAPERS)
        .query(RecordRows.of(Overview.Plans.class)).single();
  }

  private record TightRow(Long paperId, String reference, int revision, String name, String leadOffice, String state,
      LocalDate deadline, LocalDate earliestEnd, Integer slackDays, boolean missing, String critical, String sentence) {
  }

  private List<Overview.Tight> tight() {
    return jdbc.sql("select p.id as paper_id, p.reference, p.revision, p.name, p.lead_office, p.state, l.deadline,"
            + " l.earliest_end, l.slack_days, case when " + MISSING + " then true else false end as missing, l.critical,"
            + " l.sentence from paper p join paper_plan l on l.paper_id = p.id"
            + " where p.municipality = :own and p.state in (:open) and (" + MISSING + " or " + NEAR + ")"
            + " order by case when " + MISSING + " then 0 else 1 end, l.deadline, p.id limit " + LINES)
        .param("own", council.ownMunicipality()).param("open", OPEN_PAPERS).query(RecordRows.of(TightRow.class)).list()
        .stream().map(row -> new Overview.Tight(row.paperId, FinishedPapers.printed(row.reference, row.revision),
            access.mayRead(row.paperId) ? row.name : null, row.leadOffice, PaperState.valueOf(row.state).label(),
            row.deadline, row.earliestEnd, row.slackDays, row.missing, row.critical, row.sentence))
        .toList();
  }
}
