package de.gremienlauf.operation.process;

import de.gremienlauf.operation.StockCheck;
import de.gremienlauf.operation.StockReport;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is open has its running process, what has ended has none, and every running process has what it is about. */
@Component
@Order(2)
class CaseCheck implements StockCheck {

  private static final int PAGE = 1000;
  /** A project that was broken off takes its parts with it; they stay as they were. */
  private static final String GOES_ON =
      " and (select p.state from funded_project p where p.id = c.project_id) <> 'ABORTED'";
  private static final String PROJECT =
      "(select p.project_number from funded_project p where p.id = c.project_id)";
  private static final String STATION = "(select p.reference from paper p where p.id = c.paper_id)"
      + " || '#' || c.consultation_number";

  private final JdbcClient jdbc;
  private final RunningProcesses processes;

  CaseCheck(JdbcClient jdbc, RunningProcesses processes) {
    this.jdbc = jdbc;
    this.processes = processes;
  }

  /**
   * A kind of process and the rows that its instances are about.
   *
   * @param variable the process variable with the row's id
   * @param name SQL for what people call the row {@code c}
   * @param instance the column with the instance's id; null if the rows know nothing of their processes
   * @param open SQL for rows that a process must run for, if the column names one; null if none need one
   * @param over SQL for rows that no process may run for; null if one may run for any
   * @param always whether an open row without the id of an instance is wrong too
   */
  record Case(String process, String label, String table, String id, String variable, String name, String instance,
      String open, String over, boolean always) {

    /** A process whose rows do not know it: there must be such a row. */
    static Case about(String process, String label, String table, String variable) {
      return new Case(process, label, table, "id", variable, "''", null, null, null, false);
    }

    /** A process that runs exactly as long as its row is open. */
    static Case whole(String process, String label, String table, String variable, String name, String open) {
      return new Case(process, label, table, "id", variable, name, "process_instance_id", open, "not (" + open + ")",
          true);
    }
  }

  static final List<Case> CASES = List.of(
      Case.whole("paper", "Vorlage", "paper", "paperId", "coalesce(c.reference, 'ohne Nummer')",
          "c.state in ('DRAFT', 'CO_SIGNING', 'SIGNING', 'SIGNED', 'IN_CONSULTATION', 'ANSWER_PENDING')"),
      Case.about("committee-run", "Gremienlauf", "paper", "paperId"),
      // Before the run begins a station has no process yet.
      new Case("consultation", "Beratung", "consultation", "id", "consultationId", STATION, "process_instance_id",
          "c.state in ('PLANNED', 'REGISTERED', 'RECORDED')", "c.state in ('CONCLUDED', 'DROPPED')", false),
      Case.about("hearing-period", "Anhörungsfrist", "consultation", "consultationId"),
      Case.whole("urgent-decision", "Dringlichkeitsentscheidung", "urgent_decision", "urgentDecisionId",
          "(select p.reference from paper p where p.id = c.paper_id)",
          "c.state in ('SIGNING', 'IN_MAIN_COMMITTEE', 'DECIDED', 'NOT_APPROVED')"),
      Case.whole("resolution-tracking", "Beschlusskontrolle", "resolution_duty", "resolutionDutyId",
          "(select p.reference from paper p where p.id = c.paper_id)", "c.state in ('PASSED', 'OPEN', 'REPORTED')"),
      new Case("deadline-warning", "Terminwarnung", "paper_plan", "paper_id", "paperId",
          "(select p.reference from paper p where p.id = c.paper_id)", "warning_process_id",
          "c.warning_process_id is not null", null, false),
      // A meeting of the calendar has no process before it is prepared, a past one that was taken over never had one.
      new Case("meeting", "Sitzung", "meeting", "id", "meetingId",
          "(select o.name from organization o where o.id = c.organization_id) || ' am ' || c.meeting_day",
          "process_instance_id", "c.state in ('PLANNED', 'AGENDA_RELEASED', 'INVITED', 'IN_SESSION', 'CLOSED')",
          "c.state = 'MINUTES_RELEASED'", false),
      Case.about("invitation", "Einladung", "meeting", "meetingId"),
      Case.about("minutes", "Niederschrift", "meeting", "meetingId"),
      Case.about("excerpt", "Beschlussauszug", "agenda_item", "agendaItemId"),
      // What was refused or broken off is settled afterwards.
      new Case("funded-project", "Förderprojekt", "funded_project", "id", "projectId", "c.project_number",
          "process_instance_id", "c.state in ('PREPARED', 'RUNNING', 'ENDED', 'PROVEN')", "c.state = 'ARCHIVED'", true),
      Case.whole("project-paper", "Gremienbeteiligung", "project_paper", "projectPaperId", PROJECT,
          "c.ended_on is null" + GOES_ON),
      new Case("funding-notice", "Bescheid", "funding_notice", "id", "noticeId", PROJECT, "process_instance_id",
          "c.state in ('APPEALABLE', 'CHALLENGED')" + GOES_ON, "c.state in ('FINAL', 'ANNULLED')", false),
      new Case("amendment-notice", "Änderung der Bewilligung", "amendment", "id", "amendmentId", PROJECT,
          "process_instance_id", "c.state in ('OPEN', 'AGREED', 'APPLIED_FOR')" + GOES_ON,
          "c.state in ('NOT_TAKEN', 'DECLINED', 'DROPPED')", true),
      new Case("progress-report", "Sachstandsbericht", "progress_report", "id", "reportId", PROJECT,
          "process_instance_id", "c.state = 'PLANNED'" + GOES_ON, null, false),
      Case.whole("funds-call", "Mittelabruf", "funds_call", "fundsCallId", PROJECT,
          "c.state in ('PREPARED', 'CALLED', 'PAID')" + GOES_ON),
      // A late extension takes the proof back until the new end.
      new Case("proof-of-use", "Verwendungsnachweis", "proof_of_use", "id", "projectId", PROJECT,
          "process_instance_id", "c.state = 'SUBMITTED' or c.state = 'OPEN' and (select p.state from funded_project p"
          + " where p.id = c.project_id) = 'ENDED'", "c.state = 'AUDITED'", false),
      Case.whole("notification-duty", "Mitteilungspflicht", "notification_duty", "dutyId", PROJECT,
          "c.told_on is null"),
      Case.whole("project-finding", "Frage zum Förderprojekt", "finding", "findingId", PROJECT,
          "c.answered_on is null"),
      new Case("follow-up-project", "Folgeprojekt", "follow_up", "id", "followUpId",
          "(select p.project_number from funded_project p where p.id = c.earlier_project_id)", "process_instance_id",
          "c.gate_opened_on is null", "c.gate_opened_on is not null", true));

  private record Row(long id, String name, String instance, boolean open, boolean over) {
  }

  @Override
  public void look(StockReport report) {
    CASES.forEach(kind -> compare(kind, report));
  }

  private void compare(Case kind, StockReport report) {
    Map<String, String> running = processes.of(kind.process());
    Map<String, String> unclaimed = new HashMap<>(running);
    Map<String, Row> over = new LinkedHashMap<>();
    long rows = 0;
    if (kind.instance() != null) {
      long last = 0;
      List<Row> page;
      do {
        page = page(kind, last);
        page.forEach(row -> {
          boolean runs = row.instance() != null && unclaimed.remove(row.instance()) != null;
          if (row.open() && !runs && (row.instance() != null || kind.always())) {
            report.found(called(kind, row) + " ist noch offen, aber es läuft kein Vorgang dazu. Bitte eine frühere"
                + " Sicherung zurückspielen oder die Akte von Hand abschließen.");
          } else if (row.over() && runs) {
            over.put(row.instance(), row);
          }
        });
        rows += page.size();
        last = page.isEmpty() ? last : page.get(page.size() - 1).id();
      } while (page.size() == PAGE);
      over.keySet().removeAll(processes.inMotion(over.keySet()));
      over.forEach((instance, row) -> report.found(called(kind, row) + " ist abgeschlossen, aber der Vorgang dazu"
          + " (Instanz " + instance + ") läuft noch. Bitte in Cockpit nachsehen und den Vorgang dort löschen, wenn"
          + " nichts mehr zu tun ist."));
      report.looked("Fachdaten, " + kind.label(), rows);
    }
    Map<String, Object> ids = processes.values(unclaimed.keySet(), kind.variable());
    Set<Long> known = unattached(kind, List.copyOf(new HashSet<>(ids.values())));
    ids.forEach((instance, id) -> {
      if (id instanceof Number number && known.contains(number.longValue())) {
        unclaimed.remove(instance);
      }
    });
    unclaimed.keySet().stream().sorted().forEach(instance -> report.found("Zum Vorgang „" + kind.label() + "“ "
        + unclaimed.get(instance) + " (Instanz " + instance + ") fehlen die Fachdaten (" + kind.table()
        + "). Bitte in Cockpit nachsehen und den Vorgang dort löschen, wenn er übrig geblieben ist."));
    report.looked("Laufende Vorgänge, " + kind.label(), running.size());
  }

  private List<Row> page(Case kind, long last) {
    return jdbc.sql("select c." + kind.id() + ", " + kind.name() + ", c." + kind.instance() + ", "
            + flag(kind.open()) + ", " + flag(kind.over()) + " from " + kind.table() + " c where c." + kind.id()
            + " > :last order by c." + kind.id() + " limit " + PAGE)
        .param("last", last)
        .query((row, n) -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4) == 1,
            row.getInt(5) == 1)).list();
  }

  private static String flag(String condition) {
    return condition == null ? "0" : "case when " + condition + " then 1 else 0 end";
  }

  private static String called(Case kind, Row row) {
    return kind.label() + " " + Objects.requireNonNullElse(row.name(), "") + " (" + kind.table() + " " + row.id() + ")";
  }

  /** Which of these rows are there and bound to no process: nothing is missing, or it is reported with the row. */
  private Set<Long> unattached(Case kind, List<Object> ids) {
    Set<Long> found = new HashSet<>();
    for (int from = 0; from < ids.size(); from += PAGE) {
      found.addAll(jdbc.sql("select c." + kind.id() + " from " + kind.table() + " c where c." + kind.id() + " in (:ids)"
              + (kind.instance() == null ? "" : " and c." + kind.instance() + " is null"))
          .param("ids", ids.subList(from, Math.min(ids.size(), from + PAGE))).query(Long.class).list());
    }
    return found;
  }
}
