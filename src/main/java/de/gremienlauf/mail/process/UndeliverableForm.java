package de.gremienlauf.mail.process;

import static de.gremienlauf.mail.process.MailVariables.BATCH;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.FormData;
import de.gremienlauf.engine.FormHandler;
import de.gremienlauf.mail.Outbox;
import de.gremienlauf.mail.RefusedMail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** The task "Unzustellbare Post klären". */
@Component("undeliverableForm")
class UndeliverableForm extends FormHandler {

  private static final String SETTLED = "Anders zugestellt";
  private static final String CORRECTIONS = "Berichtigte Adressen";

  private final Outbox outbox;

  UndeliverableForm(Outbox outbox) {
    this.outbox = outbox;
  }

  @Override
  protected Map<String, Object> defaults(DelegateTask task) {
    List<RefusedMail> refused = outbox.refused(BATCH.from(task));
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("subject", refused.stream().map(RefusedMail::subject).distinct().collect(Collectors.joining(" / ")));
    fields.put("refusedMails", refused.stream().map(mail -> Map.of("name", mail.name(), "address", mail.address(),
        "reason", mail.reason())).toList());
    fields.put("settledChoices", refused.stream()
        .map(mail -> choice(mail.id(), mail.address().isEmpty() ? mail.name() : mail.name() + ", " + mail.address()))
        .toList());
    fields.put("settled", List.of());
    fields.put("corrections", null);
    fields.put("again", false);
    return fields;
  }

  @Override
  protected void submit(DelegateTask task, FormData form) {
    Map<Long, RefusedMail> open = new LinkedHashMap<>();
    outbox.refused(BATCH.from(task)).forEach(mail -> open.put(mail.id(), mail));
    List<String> settled = form.choices("settled", SETTLED, open.keySet().stream().map(String::valueOf).toList());
    String corrections = form.longText("corrections", CORRECTIONS);
    boolean again = form.ticked("again", "Noch einmal versuchen");
    if (settled.isEmpty() && corrections == null && !again) {
      throw new BusinessException("Bitte geben Sie an, welche Nachrichten anders zugestellt sind, welche Adressen"
          + " falsch sind oder ob es noch einmal versucht werden soll.");
    }
    for (String id : settled) {
      outbox.settle(Long.valueOf(id));
      open.remove(Long.valueOf(id));
    }
    if (corrections != null) {
      corrections.lines().filter(line -> !line.isBlank()).forEach(line -> correct(line.strip(), open));
    }
    if (again) {
      open.values().stream().filter(mail -> Outbox.isAddress(mail.address()))
          .forEach(mail -> outbox.readdress(mail.id(), mail.address()));
    }
  }

  private void correct(String line, Map<Long, RefusedMail> open) {
    String[] sides = line.split("->|→", 2);
    if (sides.length < 2) {
      throw new BusinessException("In „" + CORRECTIONS + "“ fehlt „->“ in der Zeile „" + line + "“.");
    }
    String old = sides[0].strip();
    List<RefusedMail> meant = open.values().stream()
        .filter(mail -> !old.isEmpty() && (old.equalsIgnoreCase(mail.address()) || old.equalsIgnoreCase(mail.name())))
        .toList();
    if (meant.isEmpty()) {
      throw new BusinessException("Unter den unzustellbaren Nachrichten ist keine offene an „" + old + "“.");
    }
    for (RefusedMail mail : meant) {
      outbox.readdress(mail.id(), sides[1]);
      open.remove(mail.id());
    }
  }
}
