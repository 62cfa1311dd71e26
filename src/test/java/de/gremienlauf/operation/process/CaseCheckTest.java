package de.gremienlauf.operation.process;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.operation.Rows;
import de.gremienlauf.operation.StockReport;
import de.gremienlauf.operation.process.CaseCheck.Case;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Each kind of process without its row and each kind of row without its process is made, found in exactly one line, and
 * taken back. A model of the same name that only waits stands for the real one.
 */
@IntegrationTest
class CaseCheckTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
  /** Of each kind a row that is open, and one that is over if no process may run for it then. */
  private static final Map<String, List<Map<String, Object>>> STATES = Map.ofEntries(
      states("paper", "DRAFT", "DECIDED"), states("consultation", "REGISTERED", "DROPPED"),
      states("urgent-decision", "SIGNING", "APPROVED"), states("resolution-tracking", "OPEN", "DONE"),
      entry("deadline-warning", List.of(Map.of())), states("meeting", "INVITED", "MINUTES_RELEASED"),
      states("funded-project", "RUNNING", "ARCHIVED"), states("funding-notice", "APPEALABLE", "FINAL"),
      states("amendment-notice", "APPLIED_FOR", "DECLINED"), states("funds-call", "CALLED", "USED"),
      entry("progress-report", List.of(Map.of("state", "PLANNED"))), states("proof-of-use", "SUBMITTED", "AUDITED"),
      entry("project-paper", List.of(Map.of(), Map.of("ended_on", DAY))),
      entry("notification-duty", List.of(Map.of(), Map.of("told_on", DAY))),
      entry("project-finding", List.of(Map.of(), Map.of("answered_on", DAY))),
      entry("follow-up-project", List.of(Map.of(), Map.of("gate_opened_on", DAY))));

  @Autowired CaseCheck cases;
  @Autowired MailCheck mails;
  @Autowired RepositoryService repository;
  @Autowired RuntimeService runtime;
  @Autowired JdbcTemplate jdbc;
  @Autowired PlatformTransactionManager transactions;

  private static Map.Entry<String, List<Map<String, Object>>> states(String process, String open, String over) {
    return entry(process, List.of(Map.of("state", open), Map.of("state", over)));
  }

  /** What is found because of the damage, which leaves no trace; the damage hands on what the line has to name. */
  private void assertFound(Consumer<List<String>> damage) {
    List<String> expected = new ArrayList<>();
    List<String> found = new TransactionTemplate(transactions).execute(status -> {
      List<String> before = findings();
      damage.accept(expected);
      List<String> after = findings();
      after.removeAll(before);
      status.setRollbackOnly();
      return after;
    });
    assertThat(found).isEqualTo(expected);
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    StockReport report = new StockReport(line -> {
      if (line.startsWith(StockReport.FINDING)) {
        findings.add(line.substring(StockReport.FINDING.length()));
      }
    });
    cases.look(report);
    mails.look(report);
    return findings;
  }

  private String waiting(String process, Map<String, Object> variables) {
    return started(process, variables, false);
  }

  private String started(String process, Map<String, Object> variables, boolean inMotion) {
    repository.createDeployment().addModelInstance(process + ".bpmn", Bpmn.createExecutableProcess(process)
        .camundaHistoryTimeToLive(1).startEvent().receiveTask().message("Never").camundaAsyncBefore(inMotion).endEvent()
        .done()).deploy();
    return runtime.startProcessInstanceByKey(process, "Kennung", variables).getId();
  }

  private long row(Case kind, String instance, Map<String, Object> state) {
    Map<String, Object> given = new HashMap<>(state);
    given.put(kind.instance(), instance);
    return new Rows(jdbc).insert(kind.table(), given);
  }

  private String name(Case kind, long id) {
    String name = jdbc.queryForObject("select " + kind.name() + " from " + kind.table() + " c where c." + kind.id()
        + " = " + id, String.class);
    return kind.label() + " " + (name == null ? "" : name) + " (" + kind.table() + " " + id + ")";
  }

  static Stream<Case> cases() {
    return CaseCheck.CASES.stream();
  }

  static Stream<Case> rowsWithProcesses() {
    return cases().filter(kind -> kind.instance() != null);
  }

  static Stream<Case> rowsThatEnd() {
    return cases().filter(kind -> kind.over() != null);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void aProcessWithoutItsRowIsFound(Case kind) {
    assertFound(expected -> expected.add("Zum Vorgang „" + kind.label() + "“ Kennung (Instanz "
        + waiting(kind.process(), Map.of(kind.variable(), -1L)) + ") fehlen die Fachdaten (" + kind.table()
        + "). Bitte in Cockpit nachsehen und den Vorgang dort löschen, wenn er übrig geblieben ist."));
  }

  @ParameterizedTest
  @MethodSource("rowsWithProcesses")
  void anOpenRowWithoutItsProcessIsFound(Case kind) {
    assertFound(expected -> {
      long id = row(kind, "gone", STATES.get(kind.process()).get(0));
      expected.add(name(kind, id) + " ist noch offen, aber es läuft kein Vorgang dazu. Bitte eine frühere Sicherung"
          + " zurückspielen oder die Akte von Hand abschließen.");
    });
  }

  @ParameterizedTest
  @MethodSource("rowsThatEnd")
  void anEndedRowWithAProcessIsFound(Case kind) {
    assertFound(expected -> {
      String instance = waiting(kind.process(), Map.of());
      long id = row(kind, instance, STATES.get(kind.process()).get(1));
      expected.add(name(kind, id) + " ist abgeschlossen, aber der Vorgang dazu (Instanz " + instance + ") läuft noch."
          + " Bitte in Cockpit nachsehen und den Vorgang dort löschen, wenn nichts mehr zu tun ist.");
    });
  }

  @ParameterizedTest
  @MethodSource("rowsWithProcesses")
  void anOpenRowWithItsProcessIsRight(Case kind) {
    assertFound(expected -> row(kind, waiting(kind.process(), Map.of()), STATES.get(kind.process()).get(0)));
  }

  @Test
  void whatIsJustEndingIsRight() {
    assertFound(expected -> {
      row(cases().filter(kind -> kind.process().equals("urgent-decision")).findFirst().orElseThrow(),
          started("urgent-decision", Map.of(), true), Map.of("state", "NOT_REACHED"));
      started("mail-delivery", Map.of("batch", "Schon versandt"), true);
    });
  }

  @Test
  void mailThatNobodySendsIsFound() {
    assertFound(expected -> {
      new Rows(jdbc).insert("outbox_mail", Map.of("batch", "Niemands Post", "state", "PENDING"));
      expected.add("Nachrichten „Niemands Post“: 1 nicht versandt, aber es läuft kein Versand dazu. Bitte die"
          + " Empfänger anders unterrichten und die Nachrichten als erledigt kennzeichnen.");
    });
  }

  @Test
  void aDeliveryOfNothingIsFound() {
    assertFound(expected -> expected.add("Der Versand „Leere Post“ (Instanz "
        + waiting("mail-delivery", Map.of("batch", "Leere Post"))
        + ") läuft, aber im Postausgang wartet nichts dazu. Bitte in Cockpit nachsehen und den Vorgang dort löschen,"
        + " wenn er übrig geblieben ist."));
  }

  @Test
  void mailThatIsBeingSentIsRight() {
    assertFound(expected -> {
      new Rows(jdbc).insert("outbox_mail", Map.of("batch", "Post", "state", "REFUSED"));
      waiting("mail-delivery", Map.of("batch", "Post"));
    });
  }

  @Test
  void noModelIsForgotten() {
    Set<String> known = cases().map(Case::process).collect(Collectors.toSet());
    // Its own check, and what is about no case.
    known.addAll(Set.of("mail-delivery", "daily-duties"));
    assertThat(repository.createProcessDefinitionQuery().latestVersion()
        .processDefinitionResourceNameLike("processes/%").list().stream().map(ProcessDefinition::getKey)).containsExactlyInAnyOrderElementsOf(known);
  }

  @Test
  void noRowIsForgotten() {
    List<String> columns = jdbc.queryForList("select lower(table_name) || '.' || lower(column_name)"
        + " from information_schema.columns where (lower(column_name) like '%process_instance%'"
        + " or lower(column_name) like '%process_id') and lower(table_schema) = 'public'"
        + " and lower(table_name) not like 'act_%'", String.class);
    List<String> known = new ArrayList<>(rowsWithProcesses().map(kind -> kind.table() + "." + kind.instance())
        .toList());
    // Beside its station, which says more; and the tasks that somebody took over.
    known.addAll(List.of("hearing_period.process_instance_id", "deputy_task.process_instance_id"));
    assertThat(columns).containsExactlyInAnyOrderElementsOf(known);
  }
}
