package de.gremienlauf.planning;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.OpenSequences.OpenSequence;
import de.gremienlauf.paper.OpenSequences.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Says the plan of a paper under way in German sentences. */
final class LiveSentences {

  private final OpenSequence paper;
  private final Plan plan;
  private final LocalDate today;

  LiveSentences(OpenSequence paper, Plan plan, LocalDate today) {
    this.paper = paper;
    this.plan = plan;
    this.today = today;
  }

  /** Whether the deadline is kept; without one when the paper can be decided. */
  String verdict() {
    List<String> planned = plan.sentences();
    if (plan.deadline() == null || plan.earliest() == null) {
      return planned.get(0);
    }
    boolean someStartWouldDo = plan.latest() != null;
    if (paper.releasedOn() == null && (someStartWouldDo || plan.meetsDeadline())) {
      return planned.get(planned.size() - 1);
    }
    String deadline = "Der Termin " + printWithWeekday(plan.deadline());
    long margin = plan.earliest().marginDays();
    String end = printWithWeekday(plan.earliest().end());
    return margin < 0
        ? deadline + " ist nicht zu halten: die Entscheidung ist frühestens am " + end + " möglich, " + days(-margin)
            + " zu spät."
        : deadline + " ist zu halten: die Entscheidung ist am " + end + " möglich, danach "
            + (margin == 1 ? "bleibt " : "bleiben ") + days(margin) + ".";
  }

  /** The verdict, and for each body that has the paper still before it how it gets there. */
  List<String> all() {
    List<String> sentences = new ArrayList<>();
    sentences.add(verdict());
    if (plan.earliest() == null) {
      return sentences;
    }
    if (plan.deadline() != null && paper.releasedOn() == null) {
      sentences.add("Die Entscheidung ist frühestens am " + printWithWeekday(plan.earliest().end()) + " möglich.");
    }
    for (int i = 0; i < paper.stops().size(); i++) {
      Stop stop = paper.stops().get(i);
      Plan.Station planned = plan.earliest().stations().get(i);
      if (planned.meeting() == null) {
        sentences.add("Für " + planned.body() + " ist danach noch keine Sitzung bekannt.");
      } else if (planned.submissionDay() != null) {
        sentences.add(station(stop, planned));
      }
    }
    if (paper.releasedOn() == null && plan.ready().isAfter(today)) {
      sentences.add("Gerechnet ist damit, dass die Vorlage am " + printWithWeekday(plan.ready()) + " gezeichnet ist.");
    }
    return sentences;
  }

  private String station(Stop stop, Plan.Station planned) {
    boolean registered = stop.state() == ConsultationState.REGISTERED && stop.meetingId() != null;
    if (registered && planned.meeting().equals(stop.meetingDay())) {
      return planned.body() + " am " + print(planned.meeting()) + ": angemeldet.";
    }
    String missed = stop.meetingDay() == null || planned.meeting().equals(stop.meetingDay()) ? ""
        : " (die Sitzung am " + print(stop.meetingDay())
            + (registered ? " liegt vor der eines Gremiums, auf das zu warten ist)" : " ist nicht mehr zu erreichen)");
    return planned.body() + " am " + print(planned.meeting()) + missed + ": abzugeben bis "
        + printWithWeekday(planned.submissionDay())
        + (planned.cutoff() == null ? "" : ", " + planned.cutoff() + " Uhr")
        + (planned.ifLate() == null ? "; danach ist kein Weg mehr bekannt."
            : ", sonst erst am " + print(planned.ifLate().meeting()) + ".");
  }

  private static String days(long count) {
    return count + (count == 1 ? " Tag" : " Tage");
  }
}
