package de.gremienlauf.mail.process;

import de.gremienlauf.mail.Outbox;
import java.util.List;
import org.springframework.stereotype.Component;

/** What the model {@code mail-delivery} asks in expressions. */
@Component
public class MailFlow {

  private final Outbox outbox;

  MailFlow(Outbox outbox) {
    this.outbox = outbox;
  }

  public List<Long> pending(String batch) {
    return outbox.pendingMails(batch);
  }

  public boolean allDelivered(String batch) {
    return outbox.refused(batch).isEmpty();
  }
}
