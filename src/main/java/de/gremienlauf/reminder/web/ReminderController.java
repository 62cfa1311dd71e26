package de.gremienlauf.reminder.web;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.reminder.Escalation;
import de.gremienlauf.reminder.Escalations;
import de.gremienlauf.reminder.MailMode;
import de.gremienlauf.reminder.MailPreferences;
import de.gremienlauf.reminder.WeeklyList;
import de.gremienlauf.reminder.process.MailAddresses;
import de.gremienlauf.reminder.process.VisibleTasks;
import de.gremienlauf.reminder.process.WeeklyLists;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** A person's own settings for mail; the weekly list for heads of offices; what was done about an overdue task. */
@RestController
class ReminderController {

  private static final MediaType WORKBOOK =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final Set<String> READERS = Set.of(UserGroups.MANAGERS, UserGroups.ADMINISTRATORS);

  private final MailPreferences preferences;
  private final MailAddresses addresses;
  private final Escalations escalations;
  private final VisibleTasks tasks;
  private final WeeklyLists lists;
  private final UserNames names;
  private final CurrentUser user;

  ReminderController(MailPreferences preferences, MailAddresses addresses, Escalations escalations,
      VisibleTasks tasks, WeeklyLists lists, UserNames names, CurrentUser user) {
    this.preferences = preferences;
    this.addresses = addresses;
    this.escalations = escalations;
    this.tasks = tasks;
    this.lists = lists;
    this.names = names;
    this.user = user;
  }

  /**
   * How the person wants mail.
   *
   * @param address where it goes; null if the engine knows none
   */
  record MailSetting(String mode, String address) {
  }

  @GetMapping("/api/settings/mail")
  MailSetting mail() {
    return new MailSetting(preferences.of(user.id()).name(), addresses.of(user.id()));
  }

  @PutMapping("/api/settings/mail")
  MailSetting setMail(@RequestBody MailSetting wanted) {
    try {
      preferences.set(user.id(), MailMode.valueOf(String.valueOf(wanted.mode())));
    } catch (IllegalArgumentException e) {
      throw new BusinessException("Bitte wählen Sie aus, wann Sie Nachrichten bekommen möchten.");
    }
    return mail();
  }

  /** What was done about a task because it is overdue; {@code told} are names. */
  record Step(LocalDate day, String step, int overdueDays, String told) {
  }

  @GetMapping("/api/tasks/{taskId}/escalation")
  List<Step> escalation(@PathVariable String taskId) {
    tasks.require(taskId);
    return escalations.of(taskId).stream().map(this::step).toList();
  }

  private Step step(Escalation escalation) {
    return new Step(escalation.takenOn(), escalation.step().label(), escalation.overdueDays(),
        Stream.of(escalation.told().split(", ")).filter(login -> !login.isEmpty()).map(names::of)
            .collect(Collectors.joining(", ")));
  }

  @GetMapping("/api/weekly-list")
  WeeklyList weeklyList() {
    requireReader();
    return lists.now();
  }

  @GetMapping("/api/weekly-list.xlsx")
  ResponseEntity<byte[]> weeklyWorkbook() {
    requireReader();
    WeeklyList list = lists.now();
    return ResponseEntity.ok().contentType(WORKBOOK)
        .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
            .filename("Wochenliste-" + list.day() + ".xlsx").build().toString())
        .body(WeeklyWorkbook.of(list));
  }

  private void requireReader() {
    if (user.groups().stream().noneMatch(READERS::contains)) {
      throw BusinessException.forbidden();
    }
  }
}
