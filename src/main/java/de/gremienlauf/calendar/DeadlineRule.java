package de.gremienlauf.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The rules of {@code deadline --batch}: what each is asked with and how it is computed. */
enum DeadlineRule {

  NOTIFICATION("notification", "posted", Set.of("method", "instruction", "moveNotification"),
      (calculator, request) -> {
        request.flag("instruction", true);
        return computed(calculator.notification(request.date("posted"), method(request)));
      }),
  APPEAL("appeal", "posted", Set.of("method", "instruction", "moveNotification", "moveEnd"),
      (calculator, request) -> {
        AppealPeriod period =
            calculator.appeal(request.date("posted"), method(request), request.flag("instruction", true));
        Map<String, LocalDate> days = new LinkedHashMap<>();
        days.put("date", period.end().date());
        days.put("deemedNotified", period.deemedNotified());
        days.put("final", period.finalFrom());
        return new Computed(period.end(), days);
      }),
  DAYS("days", "event", Set.of("n", "moveEnd"),
      (calculator, request) -> computed(calculator.days(request.date("event"), request.count("n")))),
  MONTHS("months", "event", Set.of("n", "moveEnd"),
      (calculator, request) -> computed(calculator.months(request.date("event"), request.count("n")))),
  END_OF_MONTH_AFTER("end-of-month-after", "event", Set.of("n", "moveEnd"),
      (calculator, request) -> computed(calculator.endOfMonthAfter(request.date("event"), request.count("n")))),
  WORKING_DAYS_BEFORE("working-days-before", "date", Set.of("n", "moveEnd"),
      (calculator, request) -> computed(calculator.workingDaysBefore(request.date("date"), request.count("n")))),
  FULL_DAYS_BEFORE("full-days-before", "date", Set.of("n", "moveEnd"),
      (calculator, request) -> computed(calculator.fullDaysBefore(request.date("date"), request.count("n")))),
  CALENDAR_DAYS_BEFORE("calendar-days-before", "date", Set.of("n", "moveEnd"),
      (calculator, request) -> computed(calculator.calendarDaysBefore(request.date("date"), request.count("n")))),
  NEXT_WORKING_DAY("next-working-day", "date", Set.of(),
      (calculator, request) -> computed(calculator.nextWorkingDay(request.date("date"))));

  private static final int LAST_YEAR = 9999;

  private final String typed;
  private final String start;
  private final Set<String> fields;
  private final BiFunction<PeriodCalculator, DeadlineRequest, Computed> computation;

  DeadlineRule(String typed, String start, Set<String> further,
      BiFunction<PeriodCalculator, DeadlineRequest, Computed> computation) {
    this.typed = typed;
    this.start = start;
    this.fields = new HashSet<>(further);
    this.fields.addAll(List.of("rule", start, "closedDays"));
    this.computation = computation;
  }

  static Optional<DeadlineRule> find(String typed) {
    return Stream.of(values()).filter(rule -> rule.typed.equals(typed)).findFirst();
  }

  String typed() {
    return typed;
  }

  /** The fields of the answer in their order. */
  Map<String, Object> compute(PeriodCalculator calculator, DeadlineRequest request) {
    request.allowOnly(fields);
    Computed computed = computation.apply(calculator.with(policy(request)), request);
    if (computed.days().values().stream().anyMatch(day -> day.getYear() < 1 || day.getYear() > LAST_YEAR)) {
      throw new DeadlineFault(fields.contains("n") ? "n" : start,
          "Das Ergebnis liegt nicht in den Jahren 1 bis " + LAST_YEAR + ".");
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    computed.days().forEach((field, day) -> answer.put(field, day.toString()));
    answer.put("steps", computed.explained().steps());
    answer.put("ground", computed.explained().ground());
    return answer;
  }

  private static PeriodPolicy policy(DeadlineRequest request) {
    PeriodPolicy usual = PeriodPolicy.USUAL;
    return new PeriodPolicy(request.flag("moveNotification", usual.moveNotification()),
        request.flag("moveEnd", usual.moveForward()), request.flag("moveEnd", usual.moveBackward()),
        request.dates("closedDays"));
  }

  private static NotificationMethod method(DeadlineRequest request) {
    String method = request.textOr("method", "letter");
    return switch (method) {
      case "letter" -> NotificationMethod.LETTER;
      case "electronic" -> NotificationMethod.ELECTRONIC;
      default -> throw new DeadlineFault("method", "„" + DeadlineRequest.shortened(method)
          + "“ ist keine Art der Bekanntgabe; es gibt letter und electronic.");
    };
  }

  private static Computed computed(ExplainedDate explained) {
    return new Computed(explained, Map.of("date", explained.date()));
  }

  /** What a rule computes: the explained day, and all days of the answer by their field. */
  private record Computed(ExplainedDate explained, Map<String, LocalDate> days) {
  }
}
