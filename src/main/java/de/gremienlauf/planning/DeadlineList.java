package de.gremienlauf.planning;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.RecordRows;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The deadlines of the papers under way in the own municipality, the most urgent first. */
@Component
public class DeadlineList {

  /** With no more days left than this a deadline is close. */
  public static final int CLOSE_DAYS = 7;

  private final JdbcClient jdbc;
  private final Council council;

  DeadlineList(JdbcClient jdbc, Council council) {
    this.jdbc = jdbc;
    this.council = council;
  }

  /** Those that cannot be kept or are close. */
  public List<DeadlineLine> endangered() {
    return all().stream().filter(line -> !line.meets() || line.slackDays() <= CLOSE_DAYS).toList();
  }

  public List<DeadlineLine> all() {
    return jdbc.sql("select p.id as paper_id, p.reference, case when p.public_paper = true"
            + " and p.released_on is not null then p.name end as name, p.lead_office, l.deadline, l.earliest_end,"
            + " l.slack_days, l.meets, l.critical, l.sentence from paper_plan l join paper p on p.id = l.paper_id"
            + " where l.deadline is not null and p.municipality = :municipality"
            + " and p.state in ('DRAFT', 'CO_SIGNING', 'SIGNING', 'SIGNED', 'IN_CONSULTATION')"
            + " order by l.meets, coalesce(l.slack_days, -100000), l.deadline, p.id")
        .param("municipality", council.ownMunicipality()).query(RecordRows.of(DeadlineLine.class)).list();
  }
}
