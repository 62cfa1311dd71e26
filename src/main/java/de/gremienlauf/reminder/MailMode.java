package de.gremienlauf.reminder;

/** When a person wants mail about tasks. */
public enum MailMode {

  /** As soon as a task is new, and each reminder on its own. */
  AT_ONCE,
  /** One mail each working day, if there is anything to tell. */
  DAILY,
  NONE
}
