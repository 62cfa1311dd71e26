package de.gremienlauf.overview;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * As many finished runs as somebody wants, each with a paper, three stations and what they are found by, put into the
 * tables as if they had been run: one run through the engine takes seconds.
 */
public final class FinishedRuns {

  private static final String EACH = " cross join run_number where run_number.n < ? and ";

  private final JdbcTemplate jdbc;

  public FinishedRuns(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Copies a finished paper with its first station.
   *
   * @param perDay how many of them end on the same day; the newest with the paper itself
   */
  public void copy(Long paperId, String word, int count, int perDay) {
    jdbc.execute("create table if not exists run_number (n int primary key)");
    jdbc.update("delete from run_number");
    jdbc.batchUpdate("insert into run_number (n) values (?)",
        IntStream.range(0, count).mapToObj(n -> new Object[] {n}).toList());
    long first = jdbc.queryForObject("select max(id) + 1000 from paper", Long.class);
    jdbc.update("insert into paper (id, version, municipality, reference, revision, paper_type, paper_path, name,"
        + " lead_office, author, public_paper, state, recorded, current_wording, text_version, created_at, released_on)"
        + " select " + first + " + n, version, municipality, concat('9', n, '/2001'), 0, paper_type, paper_path,"
        + " concat('" + word + " ', n), lead_office, author, true, state, recorded, 1, text_version, created_at,"
        + " released_on from paper" + EACH + "id = ?", count, paperId);
    for (int station = 1; station <= 3; station++) {
      jdbc.update("insert into consultation (version, paper_id, consultation_number, sequence_rank, organization_id,"
          + " consultation_role, origin, meeting_id, state, no_referral_target, kind, effect, run_ends, concluded_on)"
          + " select version, " + first + " + n, " + station + ", sequence_rank, organization_id, consultation_role,"
          + " origin, meeting_id, state, no_referral_target, kind, effect, run_ends, concluded_on from consultation"
          + EACH + "paper_id = ? and consultation_number = 1", count, paperId);
      jdbc.update("insert into paper_event (paper_id, happened_at, description) select " + first
          + " + n, created_at, 'Ereignis' from paper" + EACH + "id = ?", count, paperId);
    }
    jdbc.update("insert into paper_plan (paper_id, version, confirmed_on, planned_on, deadline, slack_days, meets)"
        + " select " + first + " + n, 1, released_on, released_on, released_on, -1, false from paper" + EACH
        + "id = ?", count, paperId);
    jdbc.update("insert into finished_paper (paper_id, finished_on, decided_on, decided_by, days) select " + first
        + " + n, finished_on - (n / " + perDay + "), decided_on, decided_by, days + n % 200 from finished_paper" + EACH
        + "paper_id = ?", count, paperId);
    for (String found : List.of("'" + word.toLowerCase() + "'", "concat('9', n, '/2001')")) {
      jdbc.update("insert into finished_word (paper_id, word) select " + first + " + n, " + found
          + " from run_number where n < ?", count);
    }
  }

  /** Copies what the engine's history and the measured times tell of a process instance, after {@link #copy}. */
  void copyHistory(String processInstanceId, int count, int perDay) {
    for (String table : List.of("ACT_HI_PROCINST", "ACT_HI_TASKINST", "ACT_HI_ACTINST")) {
      List<String> columns = jdbc.queryForList("select column_name from information_schema.columns"
          + " where lower(table_name) = lower(?) order by ordinal_position", String.class, table);
      String values = columns.stream().map(column -> switch (column.toUpperCase()) {
        case "ID_" -> "concat(n, '-', substring(ID_, 1, 50))";
        case "PROC_INST_ID_", "ROOT_PROC_INST_ID_", "EXECUTION_ID_", "TASK_ID_" ->
            "concat(n, '-', substring(" + column + ", 1, 50))";
        case "BUSINESS_KEY_" -> "concat(n, '-alt')";
        default -> column;
      }).collect(Collectors.joining(", "));
      jdbc.update("insert into " + table + " (" + String.join(", ", columns) + ") select " + values + " from " + table
          + EACH + "PROC_INST_ID_ = ?", count, processInstanceId);
    }
    jdbc.update("insert into step_time (id, process, activity, ended_at, minutes)"
        + " select concat(n, '-', substring(id, 1, 50)), process, activity, ended_at - interval '1' day * (n / "
        + perDay + "), minutes + n % 1000 from step_time cross join run_number where process = 'paper' and n < ?", count);
  }
}
