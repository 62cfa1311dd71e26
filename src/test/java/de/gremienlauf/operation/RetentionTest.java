package de.gremienlauf.operation;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.support.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What is removed when its time is over, and what stays; everything is taken back afterwards. */
@IntegrationTest
class RetentionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Autowired Retention retention;
  @Autowired Verification verification;
  @Autowired DocumentStore documents;
  @Autowired TaskDriver driver;
  @Autowired ProcessMessages processes;
  @Autowired RepositoryService repository;
  @Autowired HistoryService history;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transactions;

  @AfterEach
  void resetClock() {
    EngineClock.reset();
  }

  private int count(String table, String column, Object value) {
    return jdbc.queryForObject("select count(*) from " + table + " where " + column + " = ?", Integer.class, value);
  }

  private Map<String, Integer> cleanUpOn(LocalDate day) {
    driver.onDay(day);
    return retention.cleanUpOnceADay();
  }

  @Test
  void whatIsOverGoesWhenItsTimeHasCome() {
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      status.setRollbackOnly();
      driver.onDay(DAY);
      cleanUpOn(DAY);
      Rows rows = new Rows(jdbc);
      long sent = rows.insert("outbox_mail", Map.of("state", "SENT", "created_at", DAY.atStartOfDay()));
      long refused = rows.insert("outbox_mail", Map.of("state", "REFUSED", "created_at", DAY.atStartOfDay()));
      long absence = rows.insert("absence", Map.of("last_day", DAY));
      rows.insert("absence_event", Map.of("absence_id", absence));
      long link = rows.insert("calendar_feed", Map.of("revoked_on", DAY, "created_on", DAY));
      long valid = rows.insert("calendar_feed", Map.of("created_on", DAY));
      long step = rows.insert("task_escalation", Map.of("taken_on", DAY));
      rows.insert("step_time", Map.of("id", "Schritt", "ended_at", DAY.atStartOfDay()));
      rows.insert("begun_thing", Map.of("fingerprint", "Merker", "begun_at", DAY.atStartOfDay()));

      // Other tests may have left something that goes on the same days.
      cleanUpOn(DAY.plusDays(30));
      assertThat(count("calendar_feed", "id", link)).isOne();
      assertThat(cleanUpOn(DAY.plusDays(30))).as("once a day").isEmpty();
      assertThat(cleanUpOn(DAY.plusDays(31)).get("Kalenderlinks")).isPositive();
      assertThat(count("calendar_feed", "id", link)).isZero();
      cleanUpOn(DAY.plusDays(90));
      assertThat(count("outbox_mail", "id", sent)).isOne();
      Map<String, Integer> removed = cleanUpOn(DAY.plusDays(91));
      assertThat(removed.get("Nachrichten")).isPositive();
      assertThat(removed.get("Merker")).isPositive();
      cleanUpOn(DAY.plusDays(365));
      assertThat(List.of(count("absence", "id", absence), count("task_escalation", "id", step),
          count("step_time", "id", "Schritt"))).containsOnly(1);
      removed = cleanUpOn(DAY.plusDays(366));
      assertThat(List.of(removed.get("Abwesenheiten"), removed.get("Mahnungen"),
          removed.get("Bearbeitungszeiten"))).allMatch(number -> number > 0);
      assertThat(List.of(count("task_escalation", "id", step), count("step_time", "id", "Schritt"),
          count("outbox_mail", "id", sent), count("absence", "id", absence),
          count("absence_event", "absence_id", absence), count("calendar_feed", "id", link))).containsOnly(0);
      assertThat(List.of(count("outbox_mail", "id", refused), count("calendar_feed", "id", valid))).containsOnly(1);
    });
  }

  @Test
  void aDroppedDraftKeepsItsNumberOnly() {
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      status.setRollbackOnly();
      driver.onDay(DAY);
      List<String> before = verification.run(line -> { });
      String own = documents.put("nur hier".getBytes(StandardCharsets.UTF_8), "text/plain").hash();
      String shared = documents.put("auch dort".getBytes(StandardCharsets.UTF_8), "text/plain").hash();
      Rows rows = new Rows(jdbc);
      long dropped = rows.insert("paper", draft("DISCARDED", "0001/2026"));
      long withdrawn = rows.insert("paper", draft("WITHDRAWN", "0002/2026"));
      for (Map.Entry<String, Long> given : Map.of("0001/2026", dropped, "0002/2026", withdrawn).entrySet()) {
        rows.insert("paper_number", Map.of("municipality", "Räumstadt", "reference", given.getKey(), "paper_id",
            given.getValue()));
      }
      rows.insert("attachment", Map.of("paper_id", dropped, "attachment_number", 1, "document_hash", own));
      rows.insert("attachment", Map.of("paper_id", dropped, "attachment_number", 2, "document_hash", shared));
      rows.insert("attachment", Map.of("paper_id", withdrawn, "document_hash", shared));
      rows.insert("paper_event", Map.of("paper_id", dropped));
      rows.insert("co_signature",
          Map.of("paper_id", dropped, "state", "OBJECTED", "reason", "Der Entwurf ist falsch."));
      long signed = rows.insert("paper", draft("DISCARDED", "0003/2026"));
      rows.insert("paper_number", Map.of("municipality", "Räumstadt", "reference", "0003/2026", "paper_id", signed));
      rows.insert("signature", Map.of("paper_id", signed));
      long wording = rows.insert("wording", Map.of("paper_id", dropped));
      rows.insert("resolution_point", Map.of("wording", wording));

      cleanUpOn(DAY.plusDays(365));
      assertThat(reasons(dropped)).isEqualTo("Begründung");
      assertThat(cleanUpOn(DAY.plusDays(366)).get("Texte verworfener Entwürfe")).isPositive();
      assertThat(jdbc.queryForList("select 1 from paper where id = ? and name = 'Verworfener Entwurf'"
          + " and reasons is null and reference = '0001/2026'", dropped)).hasSize(1);
      assertThat(List.of(count("attachment", "paper_id", dropped), count("paper_event", "paper_id", dropped),
          count("resolution_point", "wording", wording), count("document", "hash", own),
          count("co_signature", "paper_id", dropped))).containsOnly(0);
      assertThat(List.of(count("document", "hash", shared), count("attachment", "paper_id", withdrawn)))
          .containsOnly(1);
      assertThat(reasons(withdrawn)).isEqualTo("Begründung");
      assertThat(reasons(signed)).as("what somebody has signed is no mere draft").isEqualTo("Begründung");
      assertThat(verification.run(line -> { })).isEqualTo(before);
    });
  }

  private String reasons(long paper) {
    return jdbc.queryForObject("select reasons from paper where id = ?", String.class, paper);
  }

  private Map<String, Object> draft(String state, String reference) {
    return Map.of("municipality", "Räumstadt", "state", state, "withdrawn_on", DAY, "reference", reference, "reasons",
        "Begründung");
  }

  @Test
  void theCitySaysHowLongHistoryIsKept() {
    List<ProcessDefinition> all = repository.createProcessDefinitionQuery()
        .processDefinitionResourceNameLike("processes/%").latestVersion().list();
    assertThat(all).isNotEmpty().allSatisfy(definition -> assertThat(definition.getHistoryTimeToLive())
        .as(definition.getKey()).isEqualTo(definition.getResourceName().matches("processes/(mail|reminder)/.*")
            ? 365 : 3650));
    driver.onDay(DAY);
    String instance = processes.startProcess("mail-delivery", "Aufräumen", Map.of("batch", "Aufräumen"));
    driver.runDueJobs();
    HistoricProcessInstance ended = history.createHistoricProcessInstanceQuery().processInstanceId(instance)
        .singleResult();
    assertThat(ended.getEndTime()).isNotNull();
    assertThat(EngineClock.dayOf(ended.getRemovalTime())).isEqualTo(DAY.plusDays(365));
  }
}
