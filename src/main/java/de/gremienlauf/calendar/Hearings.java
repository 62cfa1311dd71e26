package de.gremienlauf.calendar;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Until when a body that is heard can answer, by the decision table {@code hearing-period}; who is silent until then
 * has agreed.
 */
@Component
public class Hearings {

  private static final int WEEK = 7;

  private final BodyTables tables;
  private final CouncilRecess recess;
  private final WorkingDays workingDays;

  Hearings(BodyTables tables, CouncilRecess recess, WorkingDays workingDays) {
    this.tables = tables;
    this.recess = recess;
    this.workingDays = workingDays;
  }

  /**
   * The last day for an answer, after which the body counts as having agreed.
   *
   * @param role the body's role in the consultation, e.g. HEARING
   * @param providedOn the day on which the paper was provided to the body
   * @param nextMeeting the body's first meeting after that; null if none is known
   * @return empty if silence means nothing in this role
   */
  public Optional<ExplainedDate> deemedConsent(BodyKind body, String role, LocalDate providedOn,
      LocalDate nextMeeting) {
    return tables.find("hearing-period", body, providedOn, Map.of("role", role)).map(row -> {
      Recesses recesses = row.yes("recessCounts") ? new Recesses(List.of()) : recess.of(body.municipality());
      return explain(row.count("weeks"), row.text("ground"), recesses, providedOn, nextMeeting);
    });
  }

  private ExplainedDate explain(int weeks, String ground, Recesses recesses, LocalDate providedOn,
      LocalDate nextMeeting) {
    List<String> steps = new ArrayList<>();
    steps.add("Der Tag der Bereitstellung, " + printWithWeekday(providedOn)
        + ", zählt nicht mit (§ 187 Abs. 1 BGB).");
    LocalDate end = providedOn;
    for (int left = weeks * WEEK; left > 0; ) {
      end = end.plusDays(1);
      if (!recesses.isRecess(end)) {
        left--;
      }
    }
    LocalDate last = end;
    recesses.recesses().stream()
        .filter(other -> other.lastDay().isAfter(providedOn) && other.firstDay().isBefore(last))
        .forEach(other -> steps.add("Die Ratsferien vom " + print(other.firstDay()) + " bis " + print(other.lastDay())
            + " zählen nicht mit; in die Frist fallen davon "
            + new Recesses(List.of(other)).count(providedOn.plusDays(1), last) + " Tage."));
    steps.add("Die Frist von " + weeks + " Wochen endet am " + printWithWeekday(end) + ".");
    if (!workingDays.isWorkingDay(end)) {
      LocalDate moved = end;
      while (!workingDays.isWorkingDay(moved) || recesses.isRecess(moved)) {
        moved = moved.plusDays(1);
      }
      steps.add(printWithWeekday(end) + " ist kein Arbeitstag (" + workingDays.reasonOff(end).orElseThrow()
          + "); die Frist endet mit dem nächsten Arbeitstag, " + printWithWeekday(moved) + " (§ 193 BGB).");
      end = moved;
    }
    if (nextMeeting != null && nextMeeting.isAfter(end)) {
      steps.add("Bis dahin tagt das Gremium nicht; die Frist verlängert sich bis zu seiner nächsten Sitzung am "
          + printWithWeekday(nextMeeting) + ".");
      end = nextMeeting;
    }
    steps.add("Äußert sich das Gremium bis zum " + printWithWeekday(end) + " nicht, gilt das als Zustimmung.");
    return new ExplainedDate(end, steps, ground);
  }
}
