package de.gremienlauf.meeting;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What follows from the ballots of an election (§ 50 (2), (3) GO NRW). */
record ElectionOutcome(ElectionSheet.State state, List<String> elected, Map<String, Integer> seats, List<String> next,
    int open, String explanation) {

  private static ElectionOutcome of(ElectionSheet.State state, List<String> elected, List<String> next,
      String explanation) {
    return new ElectionOutcome(state, elected, Map.of(), next, next.isEmpty() ? 0 : 1, explanation);
  }

  static ElectionOutcome none() {
    return of(ElectionSheet.State.OPEN, List.of(), List.of(), "Es ist noch kein Wahlgang eingetragen.");
  }

  /**
   * The election of one person.
   *
   * @param ballots at least one, two at most
   * @param lot whom the lot favoured; empty if none was drawn
   */
  static ElectionOutcome ofPerson(List<Ballot> ballots, Set<String> lot) {
    Ballot first = ballots.get(0);
    List<String> ranked = ranked(first);
    String best = ranked.get(0);
    int most = first.votes().get(best);
    if (2 * most > first.valid()) {
      return of(ElectionSheet.State.ELECTED, List.of(best), List.of(), best + " hat im ersten Wahlgang " + most
          + " von " + first.valid() + " gültigen Stimmen erhalten, mehr als die Hälfte (§ 50 Abs. 2 GO NRW).");
    }
    String missed = "Im ersten Wahlgang hat niemand mehr als die Hälfte der " + first.valid()
        + " gültigen Stimmen erhalten";
    List<String> closer = closer(first);
    if (closer.size() < 2) {
      return of(ElectionSheet.State.NOT_ELECTED, List.of(), List.of(), missed
          + "; für eine engere Wahl fehlt eine zweite Person. Nötig ist ein neuer Wahlvorschlag (§ 50 Abs. 2 GO NRW).");
    }
    if (ballots.size() == 1) {
      return of(ElectionSheet.State.SECOND_BALLOT, List.of(), closer, missed + ". Engere Wahl zwischen "
          + german(closer) + " (§ 50 Abs. 2 GO NRW).");
    }
    return runOff(ballots.get(1), lot);
  }

  private static ElectionOutcome runOff(Ballot second, Set<String> lot) {
    List<String> ranked = ranked(second);
    int most = second.votes().get(ranked.get(0));
    List<String> tied = ranked.stream().filter(name -> second.votes().get(name) == most).toList();
    if (tied.size() == 1) {
      return of(ElectionSheet.State.ELECTED, tied, List.of(), tied.get(0) + " hat in der engeren Wahl mit " + most
          + " Stimmen die meisten erhalten (§ 50 Abs. 2 GO NRW).");
    }
    List<String> drawn = tied.stream().filter(lot::contains).toList();
    String tie = "In der engeren Wahl haben " + german(tied) + " je " + most + " Stimmen erhalten";
    return drawn.size() != 1
        ? of(ElectionSheet.State.LOT, List.of(), tied, tie + "; es entscheidet das Los (§ 50 Abs. 2 GO NRW).")
        : of(ElectionSheet.State.ELECTED, drawn, List.of(), tie + ". Das Los ist auf " + drawn.get(0)
            + " gefallen (§ 50 Abs. 2 GO NRW).");
  }

  /** Who comes into the second ballot: the two with most votes, and whoever has as many as the second. */
  static List<String> closer(Ballot first) {
    List<String> ranked = ranked(first);
    if (ranked.size() < 2) {
      return ranked;
    }
    int second = first.votes().get(ranked.get(1));
    return ranked.stream().filter(name -> first.votes().get(name) >= second).toList();
  }

  /** The election of several by lists. */
  static ElectionOutcome ofLists(Ballot ballot, int seats, SeatMethod method, Set<String> lot) {
    SeatMethod.Distribution distribution = method.distribute(ballot.votes(), seats);
    Map<String, Integer> shared = new LinkedHashMap<>(distribution.seats());
    List<String> drawn = distribution.tied().stream().filter(lot::contains).toList();
    boolean undecided = distribution.open() > 0 && drawn.size() != distribution.open();
    if (ballot.votes().values().stream().allMatch(votes -> votes == 0)) {
      return of(ElectionSheet.State.NOT_ELECTED, List.of(), List.of(), "Es ist keine gültige Stimme abgegeben.");
    }
    if (!undecided) {
      drawn.forEach(list -> shared.merge(list, 1, Integer::sum));
    }
    String how = seats + " Sitze nach " + method.label() + " auf " + ballot.valid() + " gültige Stimmen: "
        + shared.entrySet().stream().map(list -> list.getKey() + " " + list.getValue())
            .collect(Collectors.joining(", "));
    List<String> tied = undecided ? List.copyOf(distribution.tied()) : List.of();
    String lots = undecided ? ". Gleiche Ansprüche haben " + german(tied) + "; über "
        + (distribution.open() == 1 ? "einen Sitz" : distribution.open() + " Sitze") + " entscheidet das Los"
        : drawn.isEmpty() ? "" : "; durch Los: " + german(drawn);
    return new ElectionOutcome(undecided ? ElectionSheet.State.LOT : ElectionSheet.State.ELECTED, List.of(), shared,
        tied, undecided ? distribution.open() : 0, how + lots + " (§ 50 Abs. 3 GO NRW).");
  }

  private static List<String> ranked(Ballot ballot) {
    return ballot.votes().entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder())).map(Map.Entry::getKey).toList();
  }

  static String german(List<String> names) {
    return names.size() == 1 ? names.get(0)
        : String.join(", ", names.subList(0, names.size() - 1)) + " und " + names.get(names.size() - 1);
  }
}
