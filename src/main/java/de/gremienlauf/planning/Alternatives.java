package de.gremienlauf.planning;

import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks for ways that end earlier than the sequence in the meetings of the calendars; each is the best of its kind. */
final class Alternatives {

  /** Nobody calls more bodies than that for one paper. */
  private static final int CALLED_TOGETHER = 3;

  private final PlanRequest request;
  private final List<PlanStation> stations;
  private final WorkingDays workingDays;
  private final Sequence sequence;
  private final Offers.Regular regular;
  private final LocalDate regularEnd;

  /**
   * Prepares the search.
   *
   * @param regularEnd the end that is to be beaten; null if a body has no meeting for the paper
   */
  Alternatives(PlanRequest request, WorkingDays workingDays, Offers.Regular regular, LocalDate regularEnd) {
    this.request = request;
    this.stations = request.stations();
    this.workingDays = workingDays;
    this.sequence = new Sequence(request, false);
    this.regular = regular;
    this.regularEnd = regularEnd;
  }

  List<Alternative> find() {
    List<Alternative> found = new ArrayList<>(specialMeetings());
    Alternative order = otherOrder();
    if (order != null) {
      found.add(order);
    }
    boolean bodyCanDecide = found.stream().filter(one -> one.kind() == Alternative.Kind.SPECIAL_MEETING)
        .anyMatch(one -> one.meetsDeadline() != null && one.meetsDeadline());
    Alternative urgent = bodyCanDecide ? null : urgentDecision();
    if (urgent != null) {
      found.add(urgent);
    }
    found.sort(Comparator.comparing(Alternative::end));
    return List.copyOf(found);
  }

  /** Each body whose special meeting alone helps; if none keeps the deadline, the fewest that keep it together. */
  private List<Alternative> specialMeetings() {
    SpecialOffers offers = new SpecialOffers(request, workingDays, regular, regularEnd);
    List<Alternative> found = new ArrayList<>();
    boolean enough = late(regularEnd) == null || !late(regularEnd);
    for (int size = 1; size <= CALLED_TOGETHER && (size == 1 || !enough && found.stream()
        .noneMatch(Alternative::meetsDeadline)); size++) {
      Alternative best = null;
      for (BitSet called : subsets(offers.callable(), size)) {
        Alternative tried = specialMeetings(offers.calling(called));
        if (size == 1 && tried != null) {
          found.add(tried);
        } else if (tried != null && tried.meetsDeadline() && (best == null || tried.end().isBefore(best.end()))) {
          best = tried;
        }
      }
      if (best != null) {
        found.add(best);
      }
    }
    return found;
  }

  private Alternative specialMeetings(Offers offers) {
    List<MeetingDate> meetings = sequence.earliest(offers);
    LocalDate end = request.end(meetings);
    if (!earlier(end)) {
      return null;
    }
    List<Integer> called = IntStream.range(0, meetings.size()).filter(i -> meetings.get(i) != null
        && stations.get(i).concludedOn() == null && !regular.meetings().get(i).contains(meetings.get(i)))
        .boxed().toList();
    String days = called.stream().map(i -> stations.get(i).body().name() + " am "
        + printWithWeekday(meetings.get(i).day())).collect(Collectors.joining(", "));
    return alternative(Alternative.Kind.SPECIAL_MEETING,
        called.stream().map(i -> stations.get(i).body().name()).distinct().toList(), end, stops(meetings),
        "Mit " + (called.size() == 1 ? "einer Sondersitzung: " : "Sondersitzungen: ") + days,
        "§ 47 Abs. 1 und 2 GO NRW; Abgabe- und Einladungsfrist sind eingehalten");
  }

  private Alternative otherOrder() {
    List<MeetingDate> meetings = new Sequence(request, true).earliest(regular);
    LocalDate end = request.end(meetings);
    if (!earlier(end)) {
      return null;
    }
    List<String> ahead = IntStream.range(0, meetings.size()).filter(i -> goesAhead(i, meetings))
        .mapToObj(i -> stations.get(i).body().name()).distinct().toList();
    return alternative(Alternative.Kind.OTHER_ORDER, ahead, end, stops(meetings),
        "In anderer Reihenfolge: " + String.join(", ", ahead) + (ahead.size() == 1 ? " wartet" : " warten")
            + " nicht auf Gremien mit kleinerem Rang",
        "Der Rang bestimmt nur, wann ein Punkt aufgerufen werden kann; entschieden wird nach allen Vorberatungen und"
            + " Anhörungen");
  }

  /** Whether a station meets before one that it would have to wait for by its rank. */
  private boolean goesAhead(int station, List<MeetingDate> meetings) {
    MeetingDate meeting = meetings.get(station);
    return meeting != null && stations.get(station).concludedOn() == null && IntStream.range(0, station)
        .filter(other -> stations.get(station).waitsFor(stations.get(other), false))
        .anyMatch(other -> meetings.get(other) == null
            || !meeting.mayFollow(meetings.get(other), request.distance()));
  }

  /**
   * The decision by two signatures on the day on which the paper is ready, offered only if the deadline cannot be kept
   * otherwise: it needs a matter that cannot wait and a body that cannot be convened in time.
   */
  private Alternative urgentDecision() {
    List<PlanStation> deciding = stations.stream().filter(station -> station.role() == ConsultationRole.DECISION
        && station.concludedOn() == null).toList();
    LocalDate end = stations.stream().filter(station -> station.role() == ConsultationRole.DECISION)
        .map(PlanStation::concludedOn).filter(Objects::nonNull).filter(day -> day.isAfter(regular.ready()))
        .max(LocalDate::compareTo).orElse(regular.ready());
    if (deciding.isEmpty() || !Boolean.TRUE.equals(late(regularEnd)) || !earlier(end)) {
      return null;
    }
    String approvals = deciding.stream().map(station -> station.body().meetings().stream()
            .filter(meeting -> meeting.day().isAfter(end)).findFirst()
            .map(meeting -> station.body().name() + " am " + printWithWeekday(meeting.day()))
            .orElse(station.body().name() + " in der nächsten Sitzung"))
        .collect(Collectors.joining(", "));
    return alternative(Alternative.Kind.URGENT_DECISION,
        deciding.stream().map(station -> station.body().name()).distinct().toList(), end, List.of(),
        "Mit einer Dringlichkeitsentscheidung am " + printWithWeekday(end) + ", zu genehmigen: " + approvals,
        "§ 60 GO NRW, nur wenn die Sache keinen Aufschub duldet und das Gremium nicht rechtzeitig einberufen werden"
            + " kann");
  }

  private Alternative alternative(Alternative.Kind kind, List<String> bodies, LocalDate end,
      List<Alternative.Stop> stops, String act, String ground) {
    Long saves = regularEnd == null ? null : ChronoUnit.DAYS.between(end, regularEnd);
    Boolean late = late(end);
    String gain = saves == null ? "" : ", " + saves + (saves == 1 ? " Tag früher" : " Tage früher");
    String text = act + ". Entscheidung am " + printWithWeekday(end) + gain
        + (late == null ? "." : late ? "; der Termin ist auch so nicht zu halten." : "; der Termin ist so zu halten.");
    return new Alternative(kind, bodies, end, saves, late == null ? null : !late, stops, text, ground);
  }

  private List<Alternative.Stop> stops(List<MeetingDate> meetings) {
    return IntStream.range(0, meetings.size())
        .mapToObj(i -> Alternative.Stop.of(stations.get(i), meetings.get(i))).toList();
  }

  private boolean earlier(LocalDate end) {
    return end != null && (regularEnd == null || end.isBefore(regularEnd));
  }

  /** Whether an end is too late for the deadline; null without a deadline. */
  private Boolean late(LocalDate end) {
    return request.deadline() == null ? null : end == null || end.isAfter(request.deadline());
  }

  private static List<BitSet> subsets(List<Integer> all, int size) {
    List<BitSet> subsets = new ArrayList<>();
    collect(all, size, 0, new BitSet(), subsets);
    return subsets;
  }

  private static void collect(List<Integer> all, int size, int from, BitSet chosen, List<BitSet> subsets) {
    if (chosen.cardinality() == size) {
      subsets.add((BitSet) chosen.clone());
      return;
    }
    for (int i = from; i < all.size(); i++) {
      chosen.set(all.get(i));
      collect(all, size, i + 1, chosen, subsets);
      chosen.clear(all.get(i));
    }
  }
}
