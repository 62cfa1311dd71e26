package de.gremienlauf.calendar;

import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Computes periods as §§ 187 to 193 BGB, § 31 and § 41 VwVfG NRW and §§ 57, 58, 74 VwGO say, and explains each step.
 * The same question always has the same answer: it knows no clock. Counts are at least 1.
 */
@Component
public class PeriodCalculator {

  private static final LocalDate FOUR_DAYS_FROM = LocalDate.of(2025, 1, 1);
  private static final int NAMED_HOLIDAYS = 10;
  private static final String DAYS_GROUND = "§ 31 Abs. 1 und 3 VwVfG NRW, § 187 Abs. 1, § 188 Abs. 1 BGB";
  private static final String MONTHS_GROUND = "§ 31 Abs. 1 und 3 VwVfG NRW, § 187 Abs. 1, § 188 Abs. 2 und 3 BGB";
  private static final String END_OF_MONTH_GROUND = "§ 31 Abs. 1 und 3 VwVfG NRW, § 192 BGB";
  private static final String NOTIFICATION_GROUND = "§ 41 Abs. 2 VwVfG NRW";
  private static final String APPEAL_GROUND =
      ", § 57 Abs. 2 VwGO, § 222 ZPO, § 187 Abs. 1, § 188 Abs. 2 und 3 BGB; § 41 Abs. 2 VwVfG NRW";
  private static final String BACKWARD_GROUND = "§ 187 Abs. 1, § 188 Abs. 1 BGB (rückwärts gerechnet)";
  private static final String NEXT_WORKING_DAY_GROUND = "§ 31 Abs. 3 VwVfG NRW, § 193 BGB";

  private final WorkingDays workingDays;
  private final PeriodPolicy policy;

  @Autowired
  public PeriodCalculator(WorkingDays workingDays) {
    this(workingDays, PeriodPolicy.USUAL);
  }

  private PeriodCalculator(WorkingDays workingDays, PeriodPolicy policy) {
    this.workingDays = workingDays;
    this.policy = policy;
  }

  /** A calculator that computes by another policy. */
  public PeriodCalculator with(PeriodPolicy other) {
    return new PeriodCalculator(workingDays.closedOn(other.closedDays()), other);
  }

  /** The end of a period of n days; the day of the event is not counted. */
  public ExplainedDate days(LocalDate event, int n) {
    List<String> steps = new ArrayList<>();
    steps.add("Der Tag des Ereignisses, " + printWithWeekday(event) + ", zählt nicht mit (§ 187 Abs. 1 BGB).");
    LocalDate end = event.plusDays(n);
    steps.add("Die Frist von " + count(n, "Tag", "Tagen") + " endet mit Ablauf des letzten Tages, "
        + printWithWeekday(end) + " (§ 188 Abs. 1 BGB).");
    return new ExplainedDate(forwardEnd(end, "§ 31 Abs. 3 VwVfG NRW", steps), steps, DAYS_GROUND);
  }

  /** The end of a period of n months: the day of the same number, or the last one of a shorter month. */
  public ExplainedDate months(LocalDate event, int n) {
    List<String> steps = new ArrayList<>();
    steps.add("Der Tag des Ereignisses, " + printWithWeekday(event) + ", zählt nicht mit (§ 187 Abs. 1 BGB).");
    LocalDate end = monthsLater(event, n, "Die Frist von " + count(n, "Monat", "Monaten"), steps);
    return new ExplainedDate(forwardEnd(end, "§ 31 Abs. 3 VwVfG NRW", steps), steps, MONTHS_GROUND);
  }

  /** The last day of the n-th month after the month of the event. */
  public ExplainedDate endOfMonthAfter(LocalDate event, int n) {
    List<String> steps = new ArrayList<>();
    YearMonth month = YearMonth.from(event).plusMonths(n);
    steps.add("Gerechnet wird ab dem Monat des Ereignisses vom " + printWithWeekday(event) + "; er zählt nicht mit.");
    LocalDate end = month.atEndOfMonth();
    steps.add("Der " + n + ". Monat danach ist der " + monthName(month) + ". Das Ende des Monats ist sein letzter Tag, "
        + printWithWeekday(end) + " (§ 192 BGB).");
    return new ExplainedDate(forwardEnd(end, "§ 31 Abs. 3 VwVfG NRW", steps), steps, END_OF_MONTH_GROUND);
  }

  /** The day on which a notice that was posted or sent counts as notified, unless it arrived later. */
  public ExplainedDate notification(LocalDate posted, NotificationMethod method) {
    List<String> steps = new ArrayList<>();
    String sending = method == NotificationMethod.ELECTRONIC ? "Absendung" : "Aufgabe zur Post";
    boolean four = !posted.isBefore(FOUR_DAYS_FROM);
    steps.add("Der Tag der " + sending + ", " + printWithWeekday(posted) + ", zählt nicht mit (§ 187 Abs. 1 BGB).");
    LocalDate day = posted.plusDays(four ? 4 : 3);
    steps.add("Bei " + sending + (four ? " ab dem 01.01.2025" : " bis zum 31.12.2024") + " gilt der Bescheid am "
        + (four ? "vierten" : "dritten") + " Tag danach als bekannt gegeben: " + printWithWeekday(day)
        + " (§ 41 Abs. 2 VwVfG NRW).");
    if (workingDays.isWorkingDay(day)) {
      return new ExplainedDate(day, steps, NOTIFICATION_GROUND);
    }
    if (!policy.moveNotification()) {
      steps.add(off(day) + "; der Tag der Bekanntgabe verschiebt sich dadurch nicht.");
      return new ExplainedDate(day, steps, NOTIFICATION_GROUND);
    }
    LocalDate moved = workingDays.onOrAfter(day);
    steps.add(off(day) + "; als Tag der Bekanntgabe gilt der nächste Arbeitstag, " + printWithWeekday(moved) + ".");
    return new ExplainedDate(moved, steps, NOTIFICATION_GROUND);
  }

  /**
   * The period for an action against a notice.
   *
   * @param instruction whether the notice rightly says how it can be challenged; else the period is a year
   */
  public AppealPeriod appeal(LocalDate posted, NotificationMethod method, boolean instruction) {
    return appeal(notification(posted, method), instruction);
  }

  /**
   * The period for an action against a notice that counts as notified on a day, however that day came about.
   *
   * @param instruction whether the notice rightly says how it can be challenged; else the period is a year
   */
  public AppealPeriod appeal(ExplainedDate notified, boolean instruction) {
    List<String> steps = new ArrayList<>(notified.steps());
    steps.add("Der Tag der Bekanntgabe, " + printWithWeekday(notified.date())
        + ", zählt nicht mit (§ 187 Abs. 1 BGB).");
    LocalDate end = instruction
        ? monthsLater(notified.date(), 1, "Die Klagefrist von einem Monat (§ 74 Abs. 1 VwGO)", steps)
        : monthsLater(notified.date(), 12, "Ohne richtige Rechtsbehelfsbelehrung beträgt die Frist ein Jahr"
            + " (§ 58 Abs. 2 VwGO); sie", steps);
    LocalDate last = forwardEnd(end, "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO", steps);
    LocalDate finalFrom = last.plusDays(1);
    steps.add("Unanfechtbar ist der Bescheid am Tag danach, ab " + printWithWeekday(finalFrom) + ".");
    String ground = (instruction ? "§ 74 Abs. 1 VwGO" : "§ 58 Abs. 2 VwGO") + APPEAL_GROUND;
    return new AppealPeriod(new ExplainedDate(last, steps, ground), notified.date(), finalFrom);
  }

  /** The n-th working day before a day; the day itself is not counted. */
  public ExplainedDate workingDaysBefore(LocalDate day, int n) {
    List<String> steps = new ArrayList<>();
    LocalDate result = before(day, n, PeriodUnit.WORKING_DAYS);
    steps.add("Gerechnet wird rückwärts; der " + printWithWeekday(day) + " selbst zählt nicht mit (§ 187 Abs. 1 BGB).");
    steps.add("Gezählt werden Arbeitstage, Montag bis Freitag ohne Feiertage" + skipped(result, day) + ".");
    steps.add("Der " + n + ". Arbeitstag davor ist " + printWithWeekday(result) + ".");
    return new ExplainedDate(result, steps, BACKWARD_GROUND);
  }

  /** The last day of sending so that n full days lie between it and a day; neither of the two is counted. */
  public ExplainedDate fullDaysBefore(LocalDate day, int n) {
    List<String> steps = new ArrayList<>();
    LocalDate result = day.minusDays(n).minusDays(1);
    steps.add("Gerechnet wird rückwärts in vollen Tagen; weder der " + printWithWeekday(day)
        + " noch der Tag der Absendung zählt mit (§ 187 Abs. 1 BGB).");
    steps.add(n == 1 ? "Der volle Tag dazwischen ist " + printWithWeekday(day.minusDays(1)) + "."
        : "Die " + n + " vollen Tage dazwischen sind " + printWithWeekday(day.minusDays(n)) + " bis "
            + printWithWeekday(day.minusDays(1)) + ".");
    steps.add("Spätester Tag der Absendung ist " + printWithWeekday(result) + ".");
    return new ExplainedDate(backwardEnd(result, steps), steps, BACKWARD_GROUND);
  }

  /** The day n calendar days before a day. */
  public ExplainedDate calendarDaysBefore(LocalDate day, int n) {
    List<String> steps = new ArrayList<>();
    LocalDate result = day.minusDays(n);
    steps.add("Gerechnet wird rückwärts in Kalendertagen; der " + printWithWeekday(day)
        + " selbst zählt nicht mit (§ 187 Abs. 1 BGB).");
    steps.add(count(n, "Kalendertag", "Kalendertage") + " davor ist " + printWithWeekday(result) + ".");
    return new ExplainedDate(backwardEnd(result, steps), steps, BACKWARD_GROUND);
  }

  /**
   * The day that {@link #workingDaysBefore}, {@link #calendarDaysBefore} or {@link #fullDaysBefore} give, without its
   * explanation: for those who compare many days and tell of few. 0 days end on the day itself.
   */
  LocalDate before(LocalDate day, int n, PeriodUnit unit) {
    return n == 0 ? day : switch (unit) {
      case WORKING_DAYS -> workingDays.before(day, n);
      case CALENDAR_DAYS -> backwardEnd(day.minusDays(n));
      case FULL_DAYS -> backwardEnd(day.minusDays(n).minusDays(1));
    };
  }

  /** The day itself if it is a working day, else the next one. */
  public ExplainedDate nextWorkingDay(LocalDate day) {
    LocalDate result = workingDays.onOrAfter(day);
    String step = result.equals(day) ? printWithWeekday(day) + " ist ein Arbeitstag."
        : off(day) + "; der nächste Arbeitstag ist " + printWithWeekday(result) + ".";
    return new ExplainedDate(result, List.of(step), NEXT_WORKING_DAY_GROUND);
  }

  private static LocalDate monthsLater(LocalDate event, int n, String period, List<String> steps) {
    LocalDate end = event.plusMonths(n);
    if (end.getDayOfMonth() == event.getDayOfMonth()) {
      steps.add(period + " endet mit Ablauf des Tages gleicher Zahl, " + printWithWeekday(end)
          + " (§ 188 Abs. 2 BGB).");
    } else {
      steps.add(period + " endet am letzten Tag des Monats, " + printWithWeekday(end) + ", weil der "
          + monthName(YearMonth.from(end)) + " keinen " + event.getDayOfMonth() + ". Tag hat (§ 188 Abs. 3 BGB).");
    }
    return end;
  }

  private LocalDate forwardEnd(LocalDate end, String ground, List<String> steps) {
    if (workingDays.isWorkingDay(end)) {
      return end;
    }
    if (!policy.moveForward()) {
      steps.add(off(end) + "; das Ende der Frist bleibt dennoch an diesem Tag.");
      return end;
    }
    LocalDate moved = workingDays.onOrAfter(end);
    steps.add(off(end) + "; die Frist endet mit dem nächsten Arbeitstag, " + printWithWeekday(moved) + " (" + ground
        + ").");
    return moved;
  }

  private LocalDate backwardEnd(LocalDate end, List<String> steps) {
    if (workingDays.isWorkingDay(end)) {
      return end;
    }
    LocalDate earlier = workingDays.onOrBefore(end);
    steps.add(off(end) + (policy.moveBackward()
        ? "; die Frist endet schon mit dem Arbeitstag davor, " + printWithWeekday(earlier) + "."
        : "; rückwärts gerechnete Fristen verschieben sich dadurch nicht. Der letzte Arbeitstag davor ist "
            + printWithWeekday(earlier) + "."));
    return backwardEnd(end);
  }

  private LocalDate backwardEnd(LocalDate end) {
    return policy.moveBackward() ? workingDays.onOrBefore(end) : end;
  }

  private String off(LocalDate day) {
    return printWithWeekday(day) + " ist kein Arbeitstag (" + workingDays.reasonOff(day).orElseThrow() + ")";
  }

  /** The holidays from one day until before another that fall on Monday to Friday, as far as they can be listed. */
  private String skipped(LocalDate from, LocalDate until) {
    List<LocalDate> off = from.datesUntil(until).filter(day -> !WorkingDays.isWeekend(day)
        && !workingDays.isWorkingDay(day)).limit(NAMED_HOLIDAYS + 1).toList();
    if (off.isEmpty()) {
      return "";
    }
    return "; dazwischen zählen nicht mit: " + off.stream().limit(NAMED_HOLIDAYS)
        .map(day -> printWithWeekday(day) + " (" + workingDays.reasonOff(day).orElseThrow() + ")")
        .collect(Collectors.joining(", ")) + (off.size() > NAMED_HOLIDAYS ? " und weitere" : "");
  }

  private static String count(int n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  private static String monthName(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.FULL, Locale.GERMAN) + " " + month.getYear();
  }
}
