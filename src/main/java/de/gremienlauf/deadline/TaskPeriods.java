package de.gremienlauf.deadline;

import static de.gremienlauf.engine.GermanDate.print;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.calendar.PeriodUnit;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.DecisionTables;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Asks the decision table {@code task-periods} when something has to be done. */
@Component
public class TaskPeriods {

  static final String TABLE = "task-periods";
  private static final Logger LOG = LoggerFactory.getLogger(TaskPeriods.class);
  private static final String TASK = "TASK";

  private final DecisionTables tables;
  private final WorkingDays workingDays;
  private final PeriodCalculator calculator;
  private final Supplier<Map<String, Function<TaskCase, ExplainedDate>>> days;

  /** Whoever knows the days of a case asks for periods as well: they are looked for at the first task. */
  TaskPeriods(DecisionTables tables, WorkingDays workingDays, PeriodCalculator calculator,
      ObjectProvider<CaseDays> known) {
    this.tables = tables;
    this.workingDays = workingDays;
    this.calculator = calculator;
    this.days = SingletonSupplier.of(() -> {
      Map<String, Function<TaskCase, ExplainedDate>> all = new HashMap<>();
      known.forEach(module -> all.putAll(module.days()));
      return all;
    });
  }

  /** The day by which something has to be done that begins on a day and hangs on nothing else. */
  public LocalDate after(String task, LocalDate begun) {
    LocalDate due = of("", task, begun, variable -> null).dueOn();
    if (due == null) {
      throw new IllegalStateException("Decision table " + TABLE + " gives no day for " + task);
    }
    return due;
  }

  /** When a task is due that began on a day. */
  TaskDeadline of(String taskId, String task, LocalDate begun, TaskCase about) {
    try {
      for (Map<String, Object> outputs : tables.all(TABLE, Map.of("task", task, "day", begun.toString()))) {
        Row row = Row.of(outputs);
        ExplainedDate start = day(row.start(), begun, about);
        if (start != null) {
          return computed(taskId, task, row, start, begun, about);
        }
      }
      throw new IllegalArgumentException("keine Zeile passt");
    } catch (IllegalArgumentException mistake) {
      LOG.warn("Decision table {} is wrong about {}: {}", TABLE, task, mistake.getMessage());
      return new TaskDeadline(taskId, task, null, null, "Die Tabelle „Aufgabenfristen bestimmen“ nennt keine Frist: "
          + mistake.getMessage() + ".", "");
    }
  }

  private TaskDeadline computed(String taskId, String task, Row row, ExplainedDate start, LocalDate begun,
      TaskCase about) {
    StringBuilder why = new StringBuilder();
    if (!start.steps().isEmpty()) {
      why.append(String.join(" ", start.steps())).append(' ');
    }
    LocalDate due = count(row, start.date(), row.start().equals(TASK), why);
    ExplainedDate latest = row.latest().isEmpty() ? null : day(row.latest(), begun, about);
    if (latest != null && latest.date().isBefore(due)) {
      why.append("; nicht später als ").append(print(latest.date())).append(": ")
          .append(String.join(" ", latest.steps()).replaceFirst("\\.$", ""));
      due = latest.date();
    }
    LocalDate followUp = row.followUp() == null ? null : workingDays.before(due, row.followUp());
    if (followUp != null && followUp.isAfter(begun)) {
      why.append("; Wiedervorlage ").append(row.followUp()).append(" Arbeitstage vorher am ").append(print(followUp));
    } else {
      followUp = null;
    }
    why.append("; Aufgabenfristen, Zeile „").append(row.label()).append("“.");
    return new TaskDeadline(taskId, task, due, followUp, why.toString(),
        start.ground().isEmpty() || start.ground().equals(row.ground()) ? row.ground()
            : row.ground() + "; " + start.ground());
  }

  private LocalDate count(Row row, LocalDate start, boolean fromTask, StringBuilder why) {
    int number = row.number();
    if (number == 0) {
      why.append(fromTask ? "Sofort, am " + print(start) : "Fällig am " + print(start));
      return start;
    }
    boolean working = row.unit() == PeriodUnit.WORKING_DAYS;
    int size = Math.abs(number);
    why.append(size).append(working ? " Arbeitstag" : " Kalendertag").append(size == 1 ? "" : "e")
        .append(number > 0 ? " ab " : " vor ").append(print(start));
    if (working) {
      LocalDate end = number > 0 ? workingDays.after(start, size) : workingDays.before(start, size);
      why.append(skipped(number > 0 ? start.plusDays(1) : end, number > 0 ? end : start));
      return end;
    }
    ExplainedDate end = number < 0 ? new ExplainedDate(start.minusDays(size), List.of(), "")
        : calculator.nextWorkingDay(start.plusDays(size));
    if (!end.date().equals(start.plusDays(number))) {
      why.append(", ").append(end.steps().get(0).replaceFirst("\\.$", ""));
    }
    return end.date();
  }

  /** The holidays on Monday to Friday that were not counted. */
  private String skipped(LocalDate from, LocalDate until) {
    List<String> off = from.datesUntil(until).filter(day -> day.getDayOfWeek().getValue() <= 5
        && !workingDays.isWorkingDay(day)).map(day -> print(day) + workingDays.holiday(day)
        .map(name -> " (" + name + ")").orElse("")).toList();
    return off.isEmpty() ? "" : off.stream().collect(Collectors.joining(", ",
        off.size() == 1 ? ", Feiertag " : ", Feiertage ", " übersprungen"));
  }

  private ExplainedDate day(String name, LocalDate begun, TaskCase about) {
    if (name.equals(TASK)) {
      return new ExplainedDate(begun, List.of(), "");
    }
    Function<TaskCase, ExplainedDate> day = days.get().get(name);
    if (day == null) {
      throw new IllegalArgumentException("„" + name + "“ ist kein bekannter Tag");
    }
    return day.apply(about);
  }

  private record Row(String label, String start, int number, PeriodUnit unit, String latest, Integer followUp,
      String ground) {

    static Row of(Map<String, Object> outputs) {
      String unit = text(outputs, "unit");
      if (!unit.equals(PeriodUnit.WORKING_DAYS.name()) && !unit.equals(PeriodUnit.CALENDAR_DAYS.name())) {
        throw new IllegalArgumentException("„" + unit + "“ ist keine Zählweise");
      }
      Integer number = number(outputs, "number");
      if (number == null || Math.abs(number) > 5000) {
        throw new IllegalArgumentException("in der Zeile „" + text(outputs, "label") + "“ fehlt die Zahl");
      }
      Integer followUp = number(outputs, "followUp");
      return new Row(text(outputs, "label"), text(outputs, "start"), number, PeriodUnit.valueOf(unit),
          text(outputs, "latest"), followUp == null || followUp < 0 ? null : followUp, text(outputs, "ground"));
    }

    private static String text(Map<String, Object> outputs, String name) {
      return outputs.get(name) instanceof String text ? text : "";
    }

    private static Integer number(Map<String, Object> outputs, String name) {
      return outputs.get(name) instanceof Number number ? Integer.valueOf(number.intValue()) : null;
    }
  }
}
