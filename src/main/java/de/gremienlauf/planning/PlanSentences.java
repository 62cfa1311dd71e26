package de.gremienlauf.planning;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says a plan in German sentences. */
final class PlanSentences {

  private PlanSentences() {
  }

  /**
   * The sentences of a plan.
   *
   * @param missing the first body that has no meeting for the paper; null if all have
   */
  static List<String> of(PlanRequest request, Plan.Forward forward, Plan.Backward backward, Long slack,
      String missing) {
    List<String> sentences = new ArrayList<>();
    if (missing != null) {
      sentences.add(missing + " hat nach den angegebenen Terminen keine Sitzung mehr, die die Vorlage erreicht.");
    } else {
      sentences.add("Die Entscheidung ist frühestens am " + printWithWeekday(forward.end()) + " möglich.");
      for (Plan.Station station : forward.stations()) {
        if (station.meeting() == null) {
          sentences.add("Für " + station.body() + " ist danach noch keine Sitzung bekannt.");
        } else if (station.submissionDay() != null) {
          sentences.add(submission(station));
        }
      }
    }
    if (request.deadline() != null) {
      sentences.add(deadline(request.deadline(), forward, backward, slack));
    }
    return List.copyOf(sentences);
  }

  /** E.g. Rat am 04.04.2017: abzugeben bis Di 21.03.2017, sonst erst am 18.05.2017. */
  private static String submission(Plan.Station station) {
    String until = printWithWeekday(station.submissionDay())
        + (station.cutoff() == null ? "" : ", " + station.cutoff() + " Uhr");
    return station.body() + " am " + print(station.meeting()) + ": abzugeben bis " + until
        + (station.ifLate() == null ? "; danach ist kein Weg mehr bekannt."
            : ", sonst erst am " + print(station.ifLate().meeting()) + ".");
  }

  private static String deadline(LocalDate deadline, Plan.Forward forward, Plan.Backward backward, Long slack) {
    String day = "Der Termin " + printWithWeekday(deadline);
    if (backward == null && forward != null && !forward.end().isAfter(deadline)) {
      return day + " ist gehalten.";
    }
    if (backward == null) {
      return day + " ist mit den angegebenen Sitzungen nicht zu halten, wann auch immer die Vorlage beginnt.";
    }
    return slack < 0
        ? day + " ist nicht zu halten: spätester Beginn wäre " + printWithWeekday(backward.start()) + " gewesen, "
            + days(-slack) + " früher."
        : day + " ist zu halten: spätester Beginn ist " + printWithWeekday(backward.start()) + ", Puffer " + days(slack)
            + ", nach der Entscheidung bleiben " + days(forward.marginDays()) + ".";
  }

  private static String days(long count) {
    return count + (count == 1 ? " Tag" : " Tage");
  }
}
