package de.gremienlauf.operation;

import de.gremienlauf.engine.Watch;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Removes what the city need not keep, once a day on one node, in small batches. What belongs to a paper, a meeting or
 * a project stays: minutes with names and votes, notices, the course of a paper.
 */
@Service
public class Retention implements Watch {

  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  private static final int BATCH = 500;
  private static final String DROPPED_DRAFT = "Verworfener Entwurf";

  private final RetentionRules rules;
  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Retention(RetentionRules rules, JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
    this.rules = rules;
    this.jdbc = jdbc;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "retention";
  }

  @Override
  public void look() {
    cleanUpOnceADay();
  }

  /** Cleans up unless it was done today; empty then, else what was removed and how much of it. */
  public Map<String, Integer> cleanUpOnceADay() {
    LocalDate today = LocalDate.now(clock);
    // Of two nodes that begin at once only one changes the day.
    boolean begun = jdbc.sql("update operation_lock set cleaned_on = :today where id = 1 and (cleaned_on is null"
        + " or cleaned_on < :today)").param("today", today).update() == 1;
    return begun ? cleanUp(today) : Map.of();
  }

  private Map<String, Integer> cleanUp(LocalDate today) {
    LocalDateTime mails = today.minusDays(rules.mailDays()).atStartOfDay();
    LocalDate absences = today.minusDays(rules.absenceDays());
    LocalDateTime technical = today.minusDays(rules.technicalDays()).atStartOfDay();
    Map<String, Integer> removed = new LinkedHashMap<>();
    removed.put("Nachrichten", remove("select id from outbox_mail where state in ('SENT', 'SETTLED', 'KEPT')"
            + " and created_at < :before", mails,
        delete("delete from outbox_attachment where mail_id in (:ids)", "delete from outbox_mail where id in (:ids)")));
    removed.put("Abwesenheiten", remove("select id from absence where last_day < :before", absences,
        delete("delete from absence_event where absence_id in (:ids)", "delete from absence where id in (:ids)")));
    removed.put("Übernahmen in Vertretung", remove("select id from deputy_task where ended_at < :before",
        absences.atStartOfDay(), delete("delete from deputy_task where id in (:ids)")));
    removed.put("Kalenderlinks", remove("select id from calendar_feed where revoked_on < :before",
        today.minusDays(rules.calendarLinkDays()), delete("delete from calendar_feed where id in (:ids)")));
    removed.put("Texte verworfener Entwürfe", remove("select id from paper where state = 'DISCARDED'"
        + " and withdrawn_on < :before and name <> '" + DROPPED_DRAFT
        + "' and not exists (select 1 from signature where paper_id = paper.id)", today.minusDays(rules.draftDays()),
        this::dropDrafts));
    removed.put("Mahnungen", remove("select id from task_escalation where taken_on < :before",
        today.minusDays(rules.escalationDays()), delete("delete from task_escalation where id in (:ids)")));
    // Nobody asks for older ones.
    removed.put("Bearbeitungszeiten", remove("select id from step_time where ended_at < :before",
        today.minusYears(1).atStartOfDay(), delete("delete from step_time where id in (:ids)")));
    removed.put("Merker", forget(technical));
    LOG.info("Aufgeräumt: {}", removed.entrySet().stream().map(one -> one.getValue() + " " + one.getKey())
        .collect(Collectors.joining(", ")));
    return removed;
  }

  /** The number of a dropped draft is never given again, so its paper stays, without what was written. */
  private void dropDrafts(List<Object> ids) {
    List<String> files = jdbc.sql("select document_hash from attachment where paper_id in (:ids) union select"
            + " v.document_hash from attachment_version v join attachment a on a.id = v.attachment_id"
            + " where a.paper_id in (:ids)").param("ids", ids).query(String.class).list();
    delete(
        "delete from attachment_version where attachment_id in (select id from attachment where paper_id in (:ids))",
        "delete from supplement_recipient where attachment_id in (select id from attachment where paper_id in (:ids))",
        "delete from attachment where paper_id in (:ids)",
        "delete from resolution_point where wording in (select id from wording where paper_id in (:ids))",
        "delete from paper_event where paper_id in (:ids)",
        "delete from co_signature where paper_id in (:ids)",
        "delete from paper_writer where paper_id in (:ids)",
        "delete from paper_label where paper in (:ids)",
        "delete from search_entry where kind = 'PAPER' and target_id in (:ids)",
        "delete from finished_paper where paper_id in (:ids)",
        "update paper set name = '" + DROPPED_DRAFT + "', author = null, originator = null, reasons = null,"
            + " budget = null, alternative = null, reasons_rich = null, budget_rich = null, alternative_rich = null,"
            + " returned_because = null, outside_deadline_note = null where id in (:ids)").accept(ids);
    if (!files.isEmpty()) {
      String unused = " where hash in (:ids) and not exists (select 1 from outbox_attachment o where o.document_hash ="
          + " hash)" + DocumentCheck.REFERENCES.stream().map(one -> " and not exists (select 1 from " + one.table()
              + " r where r." + one.column() + " = hash)").collect(Collectors.joining());
      delete("delete from document_source" + unused, "delete from document" + unused).accept(List.copyOf(files));
    }
  }

  private int forget(LocalDateTime before) {
    return remove("select id from client_request where answered_at < :before", before,
            delete("delete from client_request where id in (:ids)"))
        + remove("select fingerprint from begun_thing where begun_at < :before", before,
            delete("delete from begun_thing where fingerprint in (:ids)"))
        + remove("select distinct task_id from task_mail where mailed_at < :before", before,
            delete("delete from task_mail where task_id in (:ids)"))
        + remove("select incident_id from incident_mail where mailed_at < :before", before,
            delete("delete from incident_mail where incident_id in (:ids)"));
  }

  private Consumer<List<Object>> delete(String... statements) {
    return ids -> Stream.of(statements).forEach(statement -> jdbc.sql(statement).param("ids", ids).update());
  }

  /** Removes what the query finds, a batch in a transaction, until it finds nothing more. */
  private int remove(String query, Object before, Consumer<List<Object>> batch) {
    int removed = 0;
    int found;
    do {
      found = Objects.requireNonNull(transaction.execute(status -> {
        List<Object> ids = jdbc.sql(query + " order by 1 limit " + BATCH).param("before", before)
            .query((row, n) -> row.getObject(1)).list();
        if (!ids.isEmpty()) {
          batch.accept(ids);
        }
        return ids.size();
      }));
      removed += found;
    } while (found == BATCH);
    return removed;
  }
}
