package de.gremienlauf.reminder.process;

import static de.gremienlauf.engine.GermanDate.print;

import de.gremienlauf.council.Superiors;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.reminder.DutyBook;
import de.gremienlauf.reminder.Escalation;
import de.gremienlauf.reminder.Escalations;
import de.gremienlauf.reminder.EscalationStep;
import de.gremienlauf.reminder.MailMode;
import de.gremienlauf.reminder.OpenWork;
import de.gremienlauf.substitution.Substitutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is sent each working morning: escalations, then the daily mail of each person. Each at most once a day. */
@Service
@Transactional
public class DailyMails {

  private static final int LINES = 50;

  private final OpenWorkReader work;
  private final Escalations escalations;
  private final PersonalMail mail;
  private final Substitutions substitutions;
  private final Superiors superiors;
  private final DutyBook duties;
  private final Clock clock;

  DailyMails(OpenWorkReader work, Escalations escalations, PersonalMail mail, Substitutions substitutions,
      Superiors superiors, DutyBook duties, Clock clock) {
    this.work = work;
    this.escalations = escalations;
    this.mail = mail;
    this.substitutions = substitutions;
    this.superiors = superiors;
    this.duties = duties;
    this.clock = clock;
  }

  /** Takes the steps that are due about overdue tasks; one mail for each person and kind of step. */
  public void escalate() {
    LocalDate today = LocalDate.now(clock);
    if (!duties.begin("ESCALATE", today)) {
      return;
    }
    List<OpenWork> overdue =
        work.all().stream().filter(task -> escalations.overdueDays(task, today) > 0).toList();
    Map<String, List<Escalation>> taken = escalations.byTask(overdue.stream().map(OpenWork::taskId).toList());
    Map<String, PersonalMail.Recipient> recipients = mail.recipients();
    Map<String, Set<String>> members = work.members();
    Map<EscalationStep, Map<String, List<OpenWork>>> mails = new TreeMap<>();
    for (OpenWork task : overdue) {
      escalations.next(task, today, taken.getOrDefault(task.taskId(), List.of())).ifPresent(step -> {
        Set<String> told = told(step, task, today, members);
        escalations.record(task, step, today, told);
        told.forEach(user -> mails.computeIfAbsent(step, key -> new TreeMap<>())
            .computeIfAbsent(user, key -> new ArrayList<>()).add(task));
      });
    }
    String batch = "escalation-" + today;
    mails.forEach((step, byUser) -> byUser.forEach((user, late) -> {
      PersonalMail.Recipient recipient = recipients.get(user);
      // The daily mail names what is overdue anyway.
      if (recipient != null && !(step == EscalationStep.REMIND && recipient.mode() == MailMode.DAILY)) {
        mail.queue(batch, recipient, subject(step, late.size()), intro(step) + "\n\n" + lines(late, today));
      }
    }));
    mail.send(batch);
  }

  private Set<String> told(EscalationStep step, OpenWork task, LocalDate today, Map<String, Set<String>> members) {
    Set<String> told = new TreeSet<>();
    if (task.assignee() != null) {
      told.add(task.assignee());
    }
    Set<String> group = task.groups().stream().flatMap(id -> members.getOrDefault(id, Set.of()).stream())
        .collect(Collectors.toCollection(TreeSet::new));
    if (task.assignee() == null) {
      told.addAll(group);
    }
    if (step == EscalationStep.INFORM_DEPUTY) {
      Set<String> deputies = deputies(task, group, today);
      told.addAll(deputies.isEmpty() ? group : deputies);
    }
    if (step == EscalationStep.INFORM_SUPERIOR) {
      Set<String> above = new TreeSet<>(superiors.ofGroups(task.groups(), today));
      told.addAll(above.isEmpty() ? members.getOrDefault(UserGroups.MANAGERS, Set.of()) : above);
    }
    return told;
  }

  private Set<String> deputies(OpenWork task, Set<String> group, LocalDate today) {
    String inGroup = task.groups().isEmpty() ? null : task.groups().get(0);
    return (task.assignee() == null ? group : Set.of(task.assignee())).stream()
        .flatMap(user -> substitutions.actingFor(user, inGroup, today).stream())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String subject(EscalationStep step, int tasks) {
    String what = tasks == 1 ? "Eine Aufgabe ist überfällig" : tasks + " Aufgaben sind überfällig";
    return switch (step) {
      case INFORM_DEPUTY -> what + " (Information der Vertretung)";
      case INFORM_SUPERIOR -> what + " (Information der Vorgesetzten)";
      default -> what;
    };
  }

  private static String intro(EscalationStep step) {
    return switch (step) {
      case INFORM_DEPUTY -> "diese Aufgaben sind überfällig. Die Vertretung und die Gruppe sind informiert:";
      case INFORM_SUPERIOR -> "diese Aufgaben sind seit längerem überfällig. Die Vorgesetzten sind informiert:";
      default -> "diese Aufgaben sind überfällig:";
    };
  }

  /** Sends the daily mail to everybody who wants it and for whom there is something to tell. */
  public void sendDigests() {
    LocalDate today = LocalDate.now(clock);
    if (!duties.begin("DIGEST", today)) {
      return;
    }
    LocalDate since = duties.before("DIGEST", today).orElse(today.minusDays(1));
    Map<String, List<OpenWork>> assigned = new HashMap<>();
    Map<String, List<OpenWork>> inGroup = new HashMap<>();
    Map<String, Set<String>> members = work.members();
    for (OpenWork task : work.all()) {
      if (task.assignee() != null) {
        assigned.computeIfAbsent(task.assignee(), user -> new ArrayList<>()).add(task);
      } else {
        task.groups().stream().flatMap(group -> members.getOrDefault(group, Set.of()).stream()).distinct()
            .forEach(user -> inGroup.computeIfAbsent(user, key -> new ArrayList<>()).add(task));
      }
    }
    String batch = "digest-" + today;
    mail.recipients().forEach((user, recipient) -> {
      if (recipient.mode() == MailMode.DAILY) {
        String text = digest(assigned.getOrDefault(user, List.of()), inGroup.getOrDefault(user, List.of()), since,
            today);
        if (!text.isEmpty()) {
          mail.queue(batch, recipient, "Ihre Aufgaben am " + print(today), text);
        }
      }
    });
    mail.send(batch);
  }

  private String digest(List<OpenWork> mine, List<OpenWork> groups, LocalDate since, LocalDate today) {
    Predicate<OpenWork> late = task -> task.due() != null && task.due().isBefore(today);
    List<String> parts = new ArrayList<>();
    part(parts, "Überfällig", mine, late, today);
    part(parts, "Heute fällig", mine, task -> today.equals(task.due()), today);
    part(parts, "Wiedervorlage", mine, task -> task.followUp() != null && !task.followUp().isAfter(today)
        && task.followUp().isAfter(since), today);
    part(parts, "Neu bei Ihnen", mine, task -> !task.begun().isBefore(since) && !late.test(task)
        && !today.equals(task.due()), today);
    part(parts, "In Ihren Gruppen überfällig, noch von niemandem übernommen", groups, late, today);
    part(parts, "Neu in Ihren Gruppen", groups, task -> !task.begun().isBefore(since) && !late.test(task), today);
    return String.join("\n\n", parts);
  }

  private void part(List<String> parts, String title, List<OpenWork> all, Predicate<OpenWork> wanted,
      LocalDate today) {
    List<OpenWork> some = all.stream().filter(wanted).toList();
    if (!some.isEmpty()) {
      parts.add(title + " (" + some.size() + "):\n" + lines(some, today));
    }
  }

  private String lines(List<OpenWork> some, LocalDate today) {
    return some.stream().limit(LINES).map(task -> "- " + task.title() + (task.due() == null ? ""
        : task.due().isBefore(today) ? ", fällig seit " + print(task.due()) : ", fällig am " + print(task.due()))
        + "\n  " + mail.link(task)).collect(Collectors.joining("\n"))
        + (some.size() > LINES ? "\n- und " + (some.size() - LINES) + " weitere" : "");
  }
}
