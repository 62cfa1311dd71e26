package de.gremienlauf.operation.process;

import de.gremienlauf.operation.StockCheck;
import de.gremienlauf.operation.StockReport;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No station of a paper waits for what has come already: nobody would tell it any more. */
@Component
@Order(5)
class StationCheck implements StockCheck {

  private static final String DAY_HAS_COME = "select p.reference, c.consultation_number, c.id, c.process_instance_id"
      + " from consultation c join paper p on p.id = c.paper_id join meeting m on m.id = c.meeting_id"
      + " where c.state = 'REGISTERED' and m.state not in ('PLANNED', 'AGENDA_RELEASED', 'INVITED')"
      + " and c.process_instance_id in (:waiting) order by c.id";
  private static final String OTHER_BODY_IS_DONE = "select p.reference, c.consultation_number, c.id,"
      + " c.process_instance_id from consultation c join paper p on p.id = c.paper_id where c.state = 'REGISTERED'"
      + " and not exists (select 1 from consultation o where o.paper_id = c.paper_id"
      + " and o.organization_id = c.waits_for_organization_id"
      + " and o.state in ('PLANNED', 'REGISTERED', 'RECORDED')) and c.process_instance_id in (:waiting) order by c.id";

  private final JdbcClient jdbc;
  private final RunningProcesses processes;

  StationCheck(JdbcClient jdbc, RunningProcesses processes) {
    this.jdbc = jdbc;
    this.processes = processes;
  }

  @Override
  public void look(StockReport report) {
    look(report, "MeetingReached", DAY_HAS_COME, "den Tag ihrer Sitzung, der schon gekommen oder abgesagt ist");
    look(report, "OtherBodyConcluded", OTHER_BODY_IS_DONE, "ein anderes Gremium, das schon beraten hat");
  }

  private void look(StockReport report, String message, String sql, String what) {
    long waiting = 0;
    for (var page : processes.waitingFor(message)) {
      waiting += page.size();
      jdbc.sql(sql).param("waiting", page).query(row -> {
        report.found("Beratung " + row.getString(1) + "#" + row.getInt(2) + " (consultation " + row.getLong(3)
            + ") wartet auf " + what + ". Bitte die Nachricht „StationChanged“ an die Instanz " + row.getString(4)
            + " senden: Sie sieht dann neu nach.");
      });
    }
    report.looked("Stationen, die auf „" + message + "“ warten", waiting);
  }
}
