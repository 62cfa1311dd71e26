package de.gremienlauf.planning;

import de.gremienlauf.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Predicate;

/**
 * Plays a paper's way many times as earlier papers went, with preparation as long as one of theirs and bodies that put
 * it off as often as theirs did. The same seed gives the same answer.
 */
public final class Simulation {

  private final WorkingDays workingDays;
  private final PastRuns past;

  public Simulation(WorkingDays workingDays, PastRuns past) {
    this.workingDays = workingDays;
    this.past = past;
  }

  /**
   * Forecasts a paper; one that is already released has no days of preparation left, and none are drawn.
   *
   * @param runs at least 1
   */
  public Forecast forecast(PlanRequest request, int runs, long seed) {
    Random random = new Random(seed);
    Sequence sequence = new Sequence(request, false);
    Offers.Regular offers = Offers.Regular.of(request.stations(), request.recesses(), request.start());
    boolean drawn = !past.preparationDays().isEmpty() && !request.preparation().equals(new Preparation(0, 0));
    List<LocalDate> ends = new ArrayList<>();
    for (int run = 0; run < runs; run++) {
      Preparation preparation = drawn
          ? new Preparation(past.preparationDays().get(random.nextInt(past.preparationDays().size())), 0)
          : request.preparation();
      LocalDate ready = preparation.ready(request.start(), workingDays);
      LocalDate end = request.end(sequence.earliest(postponing(offers.readyOn(ready), random)));
      if (end != null) {
        ends.add(end);
      }
    }
    ends.sort(null);
    Double probability = request.deadline() == null ? null
        : ends.stream().filter(end -> !end.isAfter(request.deadline())).count() / (double) runs;
    return new Forecast(runs, probability, quantile(ends, runs, 0.5), quantile(ends, runs, 0.9),
        assumptions(request, drawn, runs, seed));
  }

  /** Each body puts the paper off to its next meeting as often as the lot says; all others wait as ranks demand. */
  private Offers postponing(Offers.Regular offers, Random random) {
    return (station, from, suits) -> {
      MeetingDate meeting = offers.first(station, from, suits);
      while (meeting != null && random.nextDouble() < past.postponementRate()) {
        LocalDate missed = meeting.day();
        Predicate<MeetingDate> later = candidate -> candidate.day().isAfter(missed);
        meeting = offers.first(station, from, suits.and(later));
      }
      return meeting;
    };
  }

  private static LocalDate quantile(List<LocalDate> ends, int runs, double share) {
    int index = (int) Math.ceil(share * runs) - 1;
    return index < ends.size() ? ends.get(index) : null;
  }

  private List<String> assumptions(PlanRequest request, boolean drawn, int runs, long seed) {
    List<String> sentences = new ArrayList<>();
    sentences.add("Gerechnet sind " + runs + " zufällige Verläufe (Startwert " + seed + ").");
    sentences.add(drawn
        ? "Mitzeichnung und Zeichnung dauern so lange wie bei einer von " + past.preparationDays().size()
            + " früheren Vorlagen, zufällig gewählt."
        : "Mitzeichnung und Zeichnung dauern zusammen " + (request.preparation().coSigningDays()
            + request.preparation().signingDays()) + " Arbeitstage.");
    sentences.add(String.format(Locale.GERMAN, "Jede Beratung wird mit %.0f %% Wahrscheinlichkeit in die nächste"
        + " Sitzung des Gremiums vertagt, unabhängig von den anderen (früher %d von %d Beratungen).",
        100 * past.postponementRate(), past.postponements(), past.consultations()));
    sentences.add("Nicht berücksichtigt sind Verweisungen, Neufassungen, abgesagte Sitzungen und Sondersitzungen.");
    return List.copyOf(sentences);
  }
}
