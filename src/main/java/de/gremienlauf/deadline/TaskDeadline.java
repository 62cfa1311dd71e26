package de.gremienlauf.deadline;

import java.time.LocalDate;

/**
 * When a task is due by the table, and why.
 *
 * @param taskKey the task's id in its model, e.g. Task_Draft
 * @param dueOn null if the table does not say it rightly
 * @param followUpOn the day on which it is laid before its person again; null if it stays on the desk
 * @param explanation German, e.g. "5 Arbeitstage ab 05.03.2026; Aufgabenfristen, Zeile „Vorlage mitzeichnen“."
 * @param ground where the period comes from
 */
public record TaskDeadline(String taskId, String taskKey, LocalDate dueOn, LocalDate followUpOn, String explanation,
    String ground) {
}
