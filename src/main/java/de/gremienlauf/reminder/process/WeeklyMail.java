package de.gremienlauf.reminder.process;

import static de.gremienlauf.engine.GermanDate.print;

import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.reminder.DutyBook;
import de.gremienlauf.reminder.WeeklyList;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends the weekly list to the heads of offices, once a week. */
@Service
@Transactional
public class WeeklyMail {

  private static final String DUTY = "WEEKLY";
  private static final int LINES = 30;

  private final WeeklyLists lists;
  private final OpenWorkReader work;
  private final PersonalMail mail;
  private final DutyBook duties;
  private final Clock clock;

  WeeklyMail(WeeklyLists lists, OpenWorkReader work, PersonalMail mail, DutyBook duties, Clock clock) {
    this.lists = lists;
    this.work = work;
    this.mail = mail;
    this.duties = duties;
    this.clock = clock;
  }

  /** Whether this week's list was not sent yet. */
  public boolean due() {
    LocalDate today = LocalDate.now(clock);
    LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    return duties.before(DUTY, today.plusDays(1)).filter(day -> !day.isBefore(monday)).isEmpty();
  }

  /** Sends the list of today. */
  public void send() {
    LocalDate today = LocalDate.now(clock);
    if (!duties.begin(DUTY, today)) {
      return;
    }
    WeeklyList list = lists.now();
    String batch = "weekly-" + today;
    Set<String> heads = work.members().getOrDefault(UserGroups.MANAGERS, Set.of());
    mail.recipients().forEach((user, recipient) -> {
      if (heads.contains(user)) {
        mail.queue(batch, recipient, "Wochenliste vom " + print(today), text(list));
      }
    });
    mail.send(batch);
  }

  private String text(WeeklyList list) {
    StringBuilder text = new StringBuilder("offen und überfällig am " + print(list.day()) + ":\n");
    list.offices().forEach(office -> text.append("- ").append(office.name()).append(": ").append(office.open())
        .append(" offen, ").append(office.overdue()).append(" überfällig\n"));
    if (list.offices().isEmpty()) {
      text.append("- keine offenen Aufgaben\n");
    }
    text.append("\nVorlagen, die ihre Sitzung verpassen können: ").append(list.papersAtRisk().size()).append('\n');
    list.papersAtRisk().stream().limit(LINES).forEach(paper -> text.append("- ").append(paper.reference())
        .append(" (").append(paper.state()).append("): ").append(paper.body()).append(" am ")
        .append(print(paper.meetingDay())).append(", Abgabe bis ").append(print(paper.submissionUntil()))
        .append('\n'));
    text.append("\nFristen, die nicht oder nur knapp zu halten sind: ").append(list.deadlines().size()).append('\n');
    list.deadlines().stream().limit(LINES).forEach(paper -> text.append("- ").append(paper.reference())
        .append(paper.name() == null ? "" : " (" + paper.name() + ")").append(": ").append(paper.sentence()).append('\n'));
    return text.append("\nDie ganze Liste, auch als Tabelle:\n").append(mail.page("/wochenliste/")).toString();
  }
}
