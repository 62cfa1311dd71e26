package de.gremienlauf.reminder.process;

import de.gremienlauf.engine.Unrestricted;
import de.gremienlauf.mail.OutgoingMail;
import de.gremienlauf.mail.Outbox;
import de.gremienlauf.reminder.MailMode;
import de.gremienlauf.reminder.MailPreferences;
import de.gremienlauf.reminder.OpenWork;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts mails to users into the outbox, at the address that the engine knows of them. */
@Component
class PersonalMail {

  private final IdentityService identity;
  private final MailPreferences preferences;
  private final Outbox outbox;
  private final Unrestricted unrestricted;
  private final String base;

  PersonalMail(IdentityService identity, MailPreferences preferences, Outbox outbox, Unrestricted unrestricted,
      @Value("${gremienlauf.mail.base-address}") String base) {
    this.identity = identity;
    this.preferences = preferences;
    this.outbox = outbox;
    this.unrestricted = unrestricted;
    this.base = base.replaceFirst("/+$", "");
  }

  /** Those who want mail and can get it, by their login. */
  Map<String, Recipient> recipients() {
    Map<String, MailMode> modes = preferences.all();
    Map<String, Recipient> all = new TreeMap<>();
    List<User> users = unrestricted.call(() -> identity.createUserQuery().unlimitedList());
    for (User user : users) {
      MailMode mode = modes.getOrDefault(user.getId(), MailMode.DAILY);
      if (mode != MailMode.NONE && Outbox.isAddress(user.getEmail()) && !outbox.refuses(user.getEmail())) {
        String name = (Optional.ofNullable(user.getFirstName()).orElse("") + " "
            + Optional.ofNullable(user.getLastName()).orElse("")).strip();
        all.put(user.getId(), new Recipient(user.getEmail(), name.isEmpty() ? user.getId() : name, mode));
      }
    }
    return all;
  }

  /** A person with the address where mail goes. */
  record Recipient(String address, String name, MailMode mode) {
  }

  void queue(String batch, Recipient recipient, String subject, String text) {
    outbox.queue(batch, new OutgoingMail(recipient.address(), recipient.name(), subject, "Guten Tag "
        + recipient.name() + ",\n\n" + text + "\n\nWann Sie solche Nachrichten bekommen, stellen Sie hier ein:\n" + base
        + "/einstellungen/\n", List.of()));
  }

  /** The address that opens a task. */
  String link(OpenWork task) {
    return base + "/camunda/app/tasklist/default/#/?task=" + task.taskId();
  }

  /** The address of one of the product's own pages. */
  String page(String path) {
    return base + path;
  }

  /** Sends what was queued. */
  void send(String batch) {
    if (!outbox.pendingMails(batch).isEmpty()) {
      outbox.dispatch(batch);
    }
  }
}
