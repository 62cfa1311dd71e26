package de.gremienlauf.durability;

import de.gremienlauf.mail.Outbox;
import de.gremienlauf.mail.OutgoingMail;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Orders so many mails in one batch as soon as the application runs; only where {@link MailKillTest} asks for it. */
@Component
@ConditionalOnProperty(OrderedMails.PROPERTY)
class OrderedMails {

  static final String PROPERTY = "gremienlauf.test.mails";

  private final Outbox outbox;
  private final int count;

  OrderedMails(Outbox outbox, @Value("${" + PROPERTY + "}") int count) {
    this.outbox = outbox;
    this.count = count;
  }

  @EventListener(ApplicationReadyEvent.class)
  @Transactional
  public void order() {
    for (int n = 1; n <= count; n++) {
      outbox.queue("einladungen", new OutgoingMail("mitglied" + n + "@stadt.example", "Mitglied " + n, "Einladung",
          "Sie sind eingeladen.", List.of()));
    }
    outbox.dispatch("einladungen");
  }
}
