package de.gremienlauf.planning;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.deadline.TaskPeriods;
import de.gremienlauf.engine.RecordRows;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How long co-signing and signing take: as long as for the city's last papers, and as the table {@code task-periods}
 * says as long as there are too few of them.
 */
@Component
class PreparationTimes {

  private static final int ENOUGH = 5;
  private static final int LAST = 50;
  private static final int LOOKED_AT = 200;
  private static final int LAST_RESULTS = 500;
  private static final int YEARS = 3;

  private final JdbcClient jdbc;
  private final TaskPeriods periods;
  private final WorkingDays workingDays;

  PreparationTimes(JdbcClient jdbc, TaskPeriods periods, WorkingDays workingDays) {
    this.jdbc = jdbc;
    this.periods = periods;
    this.workingDays = workingDays;
  }

  record Span(LocalDate confirmedOn, LocalDate releasedOn) {
  }

  record Results(long consultations, long postponements) {
  }

  /** What is known of the papers of a municipality. */
  PastRuns past(String municipality, LocalDate today) {
    List<Integer> days = jdbc.sql("select l.confirmed_on, p.released_on from (select id, released_on from paper"
            + " where municipality = :municipality and released_on > :since order by released_on desc fetch first "
            + LOOKED_AT + " rows only) p join paper_plan l on l.paper_id = p.id where l.confirmed_on is not null"
            + " and p.released_on >= l.confirmed_on order by p.released_on desc, p.id desc fetch first " + LAST
            + " rows only")
        .param("municipality", municipality).param("since", today.minusYears(YEARS))
        .query(RecordRows.of(Span.class)).list().stream()
        .map(span -> workingDaysAfter(span.confirmedOn(), span.releasedOn())).sorted().toList();
    Results results = jdbc.sql("select count(*) as consultations,"
            + " coalesce(sum(case when r.kind = 'POSTPONED' then 1 else 0 end), 0) as postponements"
            + " from (select c.kind from consultation c join paper p on p.id = c.paper_id"
            + " where p.municipality = :municipality and c.kind is not null and c.concluded_on > :since"
            + " order by c.concluded_on desc fetch first " + LAST_RESULTS + " rows only) r")
        .param("municipality", municipality).param("since", today.minusYears(YEARS))
        .query(RecordRows.of(Results.class)).single();
    return new PastRuns(days, (int) results.consultations(), (int) results.postponements());
  }

  /**
   * Working days that co-signing and signing will still take.
   *
   * @param confirmedOn when they began; null if they have not
   */
  int left(PastRuns past, boolean coSigned, LocalDate confirmedOn, LocalDate today) {
    int usual = past.preparationDays().size() >= ENOUGH
        ? past.preparationDays().get(past.preparationDays().size() / 2)
        : (coSigned ? table("Task_CoSign", today) : 0) + table("Task_Sign", today);
    return confirmedOn == null ? usual : Math.max(0, usual - workingDaysAfter(confirmedOn, today));
  }

  private int table(String task, LocalDate today) {
    return workingDaysAfter(today, periods.after(task, today));
  }

  private int workingDaysAfter(LocalDate first, LocalDate last) {
    return first.isBefore(last)
        ? (int) first.plusDays(1).datesUntil(last.plusDays(1)).filter(workingDays::isWorkingDay).count() : 0;
  }
}
