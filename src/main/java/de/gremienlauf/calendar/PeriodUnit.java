package de.gremienlauf.calendar;

/** How days before a meeting are counted. */
public enum PeriodUnit {

  /** Monday to Friday without holidays; the day of the meeting is not counted. */
  WORKING_DAYS,
  /** Every day; the day of the meeting is not counted. */
  CALENDAR_DAYS,
  /** Every day; neither the day of the meeting nor the day of sending is counted. */
  FULL_DAYS
}
