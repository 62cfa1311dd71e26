package de.gremienlauf.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The one clock of the product. It shows the engine's time in Europe/Berlin whatever the machine; only replay and tests
 * set it, so that a run of 2017 happens on its own dates.
 */
public class EngineClock extends Clock {

  public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final ZoneId zone;

  EngineClock() {
    this(BERLIN);
  }

  private EngineClock(ZoneId zone) {
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new EngineClock(other);
  }

  @Override
  public Instant instant() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /** Sets the engine's time. */
  public static void set(Instant instant) {
    ClockUtil.setCurrentTime(Date.from(instant));
  }

  /** Lets the engine's time run with the machine's again. */
  public static void reset() {
    ClockUtil.reset();
  }

  /** The first moment of a day in Berlin, as the engine wants it for timers and due dates; null for null. */
  public static Date startOf(LocalDate day) {
    return day == null ? null : Date.from(day.atStartOfDay(BERLIN).toInstant());
  }

  /** The last minute of a day in Berlin, as a due date; null for null. */
  public static Date endOf(LocalDate day) {
    return day == null ? null : Date.from(day.atTime(23, 59).atZone(BERLIN).toInstant());
  }

  /** The day in Berlin of a moment that the engine recorded; null for null. */
  public static LocalDate dayOf(Date moment) {
    return moment == null ? null : LocalDate.ofInstant(moment.toInstant(), BERLIN);
  }
}
