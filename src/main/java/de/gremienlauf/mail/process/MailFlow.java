package de.gremienlauf.mail.process;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.mail.Outbox;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the model {@code mail-delivery} asks in expressions. */
@Component
public class MailFlow {

  private final Outbox outbox;
  private final WorkingDays workingDays;
  private final int clarification;
  private final Clock clock;

  MailFlow(Outbox outbox, WorkingDays workingDays, @Value("${gremienlauf.periods.clarification}") int clarification,
      Clock clock) {
    this.outbox = outbox;
    this.workingDays = workingDays;
    this.clarification = clarification;
    this.clock = clock;
  }

  public List<Long> pending(String batch) {
    return outbox.pendingMails(batch);
  }

  public boolean allDelivered(String batch) {
    return outbox.refused(batch).isEmpty();
  }

  public Date clarificationDue() {
    return EngineClock.endOf(workingDays.after(LocalDate.now(clock), clarification));
  }
}
