package de.gremienlauf.meeting;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** Times of day within one meeting, which may last past midnight: its day begins at five in the morning. */
final class SessionTime {

  private static final int DAY_BEGINS = 5 * 3600;
  private static final int DAY = 24 * 3600;
  private static final DateTimeFormatter PRINTED = DateTimeFormatter.ofPattern("HH:mm");

  private SessionTime() {
  }

  static boolean after(LocalTime time, LocalTime other) {
    return seconds(time) > seconds(other);
  }

  static boolean notAfter(LocalTime time, LocalTime other) {
    return !after(time, other);
  }

  /** Seconds since the day of the meeting began. */
  static int seconds(LocalTime time) {
    return Math.floorMod(time.toSecondOfDay() - DAY_BEGINS, DAY);
  }

  static String print(LocalTime time) {
    return PRINTED.format(time) + " Uhr";
  }
}
