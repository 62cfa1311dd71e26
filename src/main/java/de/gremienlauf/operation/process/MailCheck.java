package de.gremienlauf.operation.process;

import de.gremienlauf.operation.StockCheck;
import de.gremienlauf.operation.StockReport;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What waits in the outbox is being sent, and what is being sent waits in the outbox. */
@Component
@Order(4)
class MailCheck implements StockCheck {

  private static final String DELIVERY = "mail-delivery";

  private final JdbcClient jdbc;
  private final RunningProcesses processes;

  MailCheck(JdbcClient jdbc, RunningProcesses processes) {
    this.jdbc = jdbc;
    this.processes = processes;
  }

  @Override
  public void look(StockReport report) {
    Map<String, Long> open = new TreeMap<>();
    // What was refused at once, for want of an address, may have no delivery.
    jdbc.sql("select batch, sum(case when state = 'PENDING' then 1 else 0 end) from outbox_mail"
            + " where state in ('PENDING', 'REFUSED') group by batch")
        .query(row -> {
          open.put(row.getString(1), row.getLong(2));
        });
    Map<String, String> running = processes.of(DELIVERY);
    Map<String, Object> batches = processes.values(running.keySet(), "batch");
    Set<Object> sending = new HashSet<>(batches.values());
    open.forEach((batch, mails) -> {
      if (mails > 0 && !sending.contains(batch)) {
        report.found("Nachrichten „" + batch + "“: " + mails + " nicht versandt, aber es läuft kein Versand dazu. Bitte"
            + " die Empfänger anders unterrichten und die Nachrichten als erledigt kennzeichnen.");
      }
    });
    Set<String> idle = new TreeSet<>(running.keySet());
    idle.removeIf(instance -> open.containsKey(String.valueOf(batches.get(instance))));
    idle.removeAll(processes.inMotion(idle));
    idle.forEach(instance -> report.found("Der Versand „" + batches.get(instance) + "“ (Instanz " + instance
        + ") läuft, aber im Postausgang wartet nichts dazu. Bitte in Cockpit nachsehen und den Vorgang dort löschen,"
        + " wenn er übrig geblieben ist."));
    report.looked("Wartende Nachrichten", open.values().stream().mapToLong(Long::longValue).sum());
    report.looked("Laufende Vorgänge, Versand", running.size());
  }
}
