package de.gremienlauf.funding;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.gremienlauf.calendar.ExplainedDate;
import java.time.LocalDate;
import java.util.List;

/**
 * A day of a project that says how it came about.
 *
 * @param label what ends or begins that day, e.g. Verwendungsnachweis vorlegen
 * @param about what it belongs to, e.g. Zuwendungsbescheid vom 10.04.2017; null for the project itself
 * @param steps German sentences in the order of computation
 * @param ground the legal ground, or where else the day comes from
 * @param duty whether somebody has to act by then; else something merely begins or ends
 */
public record ProjectDeadline(String label, String about, LocalDate date, List<String> steps, String ground,
    boolean duty, State state) {

  /** Whether the day still lies ahead, has passed without what was due, or is settled. */
  public enum State {

    AHEAD("läuft"), OVERDUE("überschritten"), SETTLED("erledigt"), PASSED("vergangen");

    private final String label;

    State(String label) {
      this.label = label;
    }

    /** What people read. */
    public String label() {
      return label;
    }
  }

  /** What people read of the state. */
  @JsonProperty
  public String stateLabel() {
    return state.label();
  }

  /** A day by which somebody has to act. */
  static ProjectDeadline duty(String label, String about, ExplainedDate day, boolean done, LocalDate today) {
    return new ProjectDeadline(label, about, day.date(), day.steps(), day.ground(), true,
        done ? State.SETTLED : day.date().isBefore(today) ? State.OVERDUE : State.AHEAD);
  }

  /** A day on which something begins or ends by itself. */
  static ProjectDeadline event(String label, String about, ExplainedDate day, LocalDate today) {
    return new ProjectDeadline(label, about, day.date(), day.steps(), day.ground(), false,
        day.date().isAfter(today) ? State.AHEAD : State.PASSED);
  }
}
