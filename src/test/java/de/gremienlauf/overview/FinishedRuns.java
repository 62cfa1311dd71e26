package de.gremienlauf.overview;

import java.util.stream.IntStream;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * As many finished runs as somebody wants, each with a paper, three stations and what they are found by, put into the
 * tables as if they had been run: one run through the engine takes seconds.
 */
final class FinishedRuns {

  private static final int AT_ONCE = 1000;

  private final JdbcTemplate jdbc;

  FinishedRuns(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Copies a finished paper with its stations.
   *
   * @param apart days between the ends of two papers, the newest with the end of the first paper
   */
  void copy(Long paperId, String word, int count, double apart) {
    Long first = jdbc.queryForObject("select max(id) + 1000 from paper", Long.class);
    for (int from = 0; from < count; from += AT_ONCE) {
      int begin = from;
      int end = Math.min(count, from + AT_ONCE);
      batch(begin, end, "insert into paper (id, version, municipality, reference, revision, paper_type, paper_path,"
          + " name, lead_office, author, public_paper, state, recorded, current_wording, text_version, created_at,"
          + " released_on) select ? + ?, version, municipality, concat('9', ?, '/2001'), 0, paper_type, paper_path,"
          + " concat('" + word + " ', ?), lead_office, author, true, state, recorded, 1, text_version, created_at,"
          + " released_on from paper where id = ?", i -> new Object[] {first, i, i, i, paperId});
      for (int station = 1; station <= 3; station++) {
        int number = station;
        batch(begin, end, "insert into consultation (version, paper_id, consultation_number, sequence_rank,"
            + " organization_id, consultation_role, origin, meeting_id, state, no_referral_target, effect, run_ends,"
            + " concluded_on) select version, ? + ?, ?, sequence_rank, organization_id, consultation_role, origin,"
            + " meeting_id, state, no_referral_target, effect, run_ends, concluded_on from consultation"
            + " where paper_id = ? and consultation_number = 1", i -> new Object[] {first, i, number, paperId});
      }
      batch(begin, end, "insert into finished_paper (paper_id, finished_on, decided_on, decided_by, days)"
          + " select ? + ?, finished_on - cast(? as int), decided_on, decided_by, days + ? from finished_paper"
          + " where paper_id = ?", i -> new Object[] {first, i, (int) (i * apart), i % 200, paperId});
      batch(begin, end, "insert into finished_word (paper_id, word) values (? + ?, ?)",
          i -> new Object[] {first, i, word.toLowerCase()});
      batch(begin, end, "insert into finished_word (paper_id, word) values (? + ?, concat('9', ?, '/2001'))",
          i -> new Object[] {first, i, i});
    }
  }

  private interface Values {

    Object[] of(int i);
  }

  private void batch(int begin, int end, String sql, Values values) {
    jdbc.batchUpdate(sql, IntStream.range(begin, end).mapToObj(values::of).toList());
  }
}
