package de.gremienlauf.reminder;

import java.time.LocalDate;
import java.util.List;

/**
 * An open task as lists and mails name it. Absent values are null. What the task is about is told by its number alone:
 * the subject may be non-public.
 *
 * @param key the task's id in its model
 * @param about number of the paper or project, or body and day of the meeting
 * @param groups whose members may take it
 */
public record OpenWork(String taskId, String key, String name, String about, String assignee, List<String> groups,
    LocalDate begun, LocalDate due, LocalDate followUp) {

  /** The task in one line: Vorlage mitzeichnen, 4242/2019. */
  public String title() {
    return about == null ? name : name + ", " + about;
  }
}
