package de.gremienlauf.overview;

import de.gremienlauf.council.Council;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.RecordRows;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperEnded;
import de.gremienlauf.paper.PaperState;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Papers of the own municipality that nothing more happens with: a line for each in a table of its own, written when it
 * ends, with the words it is found by. A page is read along an index, whatever else is finished.
 */
@Service
@Transactional
public class FinishedPapers {

  static final int PAGE = 20;
  private static final int AT_ONCE = 50;
  /** So many lines are looked at for one page, if most of them are not for this person. */
  private static final int LOOKED_AT = 500;
  private static final int MEASURED = 200;
  private static final int WORD = 60;
  private static final int WORDS = 100;
  private static final int SOUGHT = 6;
  private static final List<String> CLOSED = Stream.of(PaperState.values()).filter(PaperState::closed)
      .map(Enum::name).toList();
  /** Up to so many days, in words. */
  private static final Map<Integer, String> CLASSES = classes();

  private final PaperAccess access;
  private final Council council;
  private final Clock clock;
  private final JdbcClient jdbc;

  FinishedPapers(PaperAccess access, Council council, Clock clock, JdbcClient jdbc) {
    this.access = access;
    this.council = council;
    this.clock = clock;
    this.jdbc = jdbc;
  }

  private static Map<Integer, String> classes() {
    Map<Integer, String> classes = new LinkedHashMap<>();
    classes.put(28, "bis 4 Wochen");
    classes.put(56, "bis 8 Wochen");
    classes.put(91, "bis 3 Monate");
    classes.put(182, "bis 6 Monate");
    classes.put(365, "bis 12 Monate");
    classes.put(Integer.MAX_VALUE, "länger");
    return classes;
  }

  /**
   * A finished paper.
   *
   * @param body the body that dealt with it last; null if none did
   * @param decidedOn the day on which that body did so
   * @param days from the beginning of the paper to that day or, without one, to its end
   */
  public record Line(Long paperId, String reference, String name, String state, String leadOffice, String body,
      LocalDate decidedOn, LocalDate finishedOn, int days) {
  }

  /**
   * What was found, the newest first.
   *
   * @param next where the next page begins; null if this was the last
   */
  public record Page(List<Line> papers, String next) {
  }

  /**
   * What is looked for; null where it does not matter.
   *
   * @param text words of the subject or the number, each from its beginning
   * @param bodyId a body that dealt with the paper
   * @param after where the page before ended
   */
  public record Wanted(String text, Long bodyId, LocalDate from, LocalDate until, String after) {
  }

  private record Row(Long paperId, String reference, int revision, String name, String state, String leadOffice,
      String body, LocalDate decidedOn, LocalDate finishedOn, int days, boolean everybody) {

    Line line() {
      return new Line(paperId, printed(reference, revision), name,
          PaperState.valueOf(state).label(), leadOffice, body, decidedOn, finishedOn, days);
    }

    String position() {
      return finishedOn + "," + paperId;
    }
  }

  /** The number as it is printed; null without one. */
  static String printed(String reference, int revision) {
    return reference == null || revision == 0 ? reference : reference + "/" + revision;
  }

  /** One page of the finished papers that the person may read. */
  @Transactional(readOnly = true)
  public Page find(Wanted wanted) {
    List<Line> found = new ArrayList<>();
    String after = wanted.after;
    for (int looked = 0; looked < LOOKED_AT; looked += AT_ONCE) {
      List<Row> rows = rows(wanted, after);
      for (Row row : rows) {
        if (found.size() == PAGE) {
          return new Page(found, after);
        }
        after = row.position();
        if (row.everybody || access.mayRead(row.paperId)) {
          found.add(row.line());
        }
      }
      if (rows.size() < AT_ONCE) {
        return new Page(found, null);
      }
    }
    return new Page(found, after);
  }

  private List<Row> rows(Wanted wanted, String after) {
    StringBuilder sql = new StringBuilder("select f.paper_id, p.reference, p.revision, p.name, p.state, p.lead_office,"
        + " o.name as body, f.decided_on, f.finished_on, f.days,"
        + " case when p.public_paper = true and p.released_on is not null then true else false end as everybody"
        + " from finished_paper f join paper p on p.id = f.paper_id left join organization o on o.id = f.decided_by"
        + " where p.state in (:closed)");
    Map<String, Object> named = new LinkedHashMap<>();
    named.put("closed", CLOSED);
    int number = 0;
    for (String word : words(wanted.text).stream().limit(SOUGHT).toList()) {
      sql.append(" and f.paper_id in (select paper_id from finished_word where word >= :word").append(number)
          .append(" and word < :end").append(number).append(")");
      named.put("word" + number, word);
      named.put("end" + number, word + '\uffff');
      number++;
    }
    if (wanted.bodyId != null) {
      sql.append(" and f.paper_id in (select paper_id from consultation where organization_id = :body)");
      named.put("body", wanted.bodyId);
    }
    if (wanted.from != null) {
      sql.append(" and f.finished_on >= :since");
      named.put("since", wanted.from);
    }
    if (wanted.until != null) {
      sql.append(" and f.finished_on <= :until");
      named.put("until", wanted.until);
    }
    if (after != null) {
      sql.append(" and f.finished_on <= :day and (f.finished_on < :day or f.paper_id < :paper)");
      String[] position = after.split(",");
      try {
        named.put("day", LocalDate.parse(position[0]));
        named.put("paper", Long.valueOf(position[1]));
      } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw new BusinessException("Diese Seite der Liste gibt es nicht.");
      }
    }
    sql.append(" order by f.finished_on desc, f.paper_id desc limit ").append(AT_ONCE);
    return jdbc.sql(sql.toString()).params(named).query(RecordRows.of(Row.class)).list();
  }

  /** How long the newest decided papers of the last twelve months took. */
  @Transactional(readOnly = true)
  public Overview.Durations durations(LocalDate today) {
    List<Integer> days = jdbc.sql("select days from finished_paper where finished_on >= :since"
            + " and decided_on is not null order by finished_on desc, paper_id desc limit " + MEASURED)
        .param("since", today.minusYears(1)).query(Integer.class).list().stream().sorted().toList();
    List<Overview.Count> counts = new ArrayList<>();
    int[] shorter = {-1};
    CLASSES.forEach((most, label) -> {
      counts.add(new Overview.Count(label,
          (int) days.stream().filter(one -> one > shorter[0] && one <= most).count()));
      shorter[0] = most;
    });
    return new Overview.Durations(days.size(), Shares.of(days, 0.5), Shares.of(days, 0.9), counts);
  }

  /** A paper has ended, perhaps for the second time. */
  @EventListener
  void onEnded(PaperEnded ended) {
    keep(ended.paperId());
  }

  /** Keeps what ended before there was this table. */
  void keepEarlier() {
    jdbc.sql("select p.id from paper p where p.municipality = :own and p.state in (:closed)"
            + " and not exists (select 1 from finished_paper f where f.paper_id = p.id) order by p.id")
        .param("own", council.ownMunicipality()).param("closed", CLOSED).query(Long.class).list().forEach(this::keep);
  }

  private record Ended(String reference, int revision, String name, LocalDate begunOn, LocalDate withdrawnOn) {
  }

  private record Last(LocalDate concludedOn, Long organizationId) {
  }

  private void keep(Long paperId) {
    Ended paper = jdbc.sql("select reference, revision, name, cast(created_at as date) as begun_on, withdrawn_on"
            + " from paper where id = :id and municipality = :own")
        .param("id", paperId).param("own", council.ownMunicipality()).query(RecordRows.of(Ended.class)).optional()
        .orElse(null);
    if (paper == null) {
      return;
    }
    Last last = jdbc.sql("select concluded_on, organization_id from consultation where paper_id = :id"
            + " and concluded_on is not null order by concluded_on desc, consultation_number desc limit 1")
        .param("id", paperId).query(RecordRows.of(Last.class)).optional().orElse(new Last(null, null));
    LocalDate end = endOf(paperId, paper);
    LocalDate measured = last.concludedOn == null ? end : last.concludedOn;
    jdbc.sql("delete from finished_word where paper_id = :id").param("id", paperId).update();
    jdbc.sql("delete from finished_paper where paper_id = :id").param("id", paperId).update();
    jdbc.sql("insert into finished_paper (paper_id, finished_on, decided_on, decided_by, days)"
            + " values (:id, :end, :decided, :body, :days)")
        .param("id", paperId).param("end", end).param("decided", last.concludedOn)
        .param("body", last.organizationId)
        .param("days", Math.max(0, (int) (measured.toEpochDay() - paper.begunOn.toEpochDay()))).update();
    List<String> words = words(paper.name + " " + paper.reference + " " + printed(paper.reference, paper.revision));
    List<Object> rows = words.stream().flatMap(word -> Stream.<Object>of(word, paperId)).toList();
    if (!rows.isEmpty()) {
      jdbc.sql("insert into finished_word (word, paper_id) values "
          + String.join(", ", Collections.nCopies(words.size(), "(?, ?)"))).params(rows).update();
    }
  }

  /** The day of its last event: what ended long ago is not kept under today. */
  private LocalDate endOf(Long paperId, Ended paper) {
    return paper.withdrawnOn != null ? paper.withdrawnOn
        : jdbc.sql("select cast(happened_at as date) from paper_event where paper_id = :id order by id desc limit 1")
            .param("id", paperId).query(LocalDate.class).optional().orElseGet(() -> LocalDate.now(clock));
  }

  private static List<String> words(String text) {
    return text == null ? List.of() : Stream.of(text.toLowerCase(Locale.GERMAN).split("[^\\p{L}\\p{N}/]+"))
        .filter(word -> !word.isBlank()).map(word -> word.length() <= WORD ? word : word.substring(0, WORD))
        .distinct().limit(WORDS).toList();
  }
}
