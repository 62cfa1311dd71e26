package de.gremienlauf.mail;

import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.TaskStories;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The user task of the delivery of mails. */
@Component
public class MailTasks implements TaskStories {

  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Clerk clerk;

  public MailTasks(Outbox outbox, PlatformTransactionManager manager, Clerk clerk) {
    this.outbox = outbox;
    this.transaction = new TransactionTemplate(manager);
    this.clerk = clerk;
  }

  @Override
  public Map<String, Supplier<Task>> stories() {
    return Map.of("Task_ResolveUndeliverable", () -> {
      clerk.onDay(LocalDate.of(2026, 1, 5));
      String batch = "Einladung " + UUID.randomUUID();
      String process = transaction.execute(status -> {
        for (String address : List.of("erika.muster", "max@")) {
          outbox.queue(batch, new OutgoingMail(address, "Mitglied " + address.split("[.@]")[0],
              "Einladung: Sitzung Rat am 05.02.2026", "Guten Tag", List.of()));
        }
        return outbox.dispatch(batch);
      });
      clerk.runDueJobs();
      return clerk.task(process, "Task_ResolveUndeliverable");
    });
  }
}
