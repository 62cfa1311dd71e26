package de.gremienlauf.planning;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Plans the way of a paper through its bodies, forward from its start and backward from its deadline. It knows no
 * clock: the same question always has the same answer.
 *
 * <p>The answers are exact. {@link Sequence} says why the earliest way from a day is; a paper that is ready on a later
 * day has no meeting that it would not have had before, so the ways that keep a deadline end with one last day of being
 * ready. It is the submission day of some meeting, and is found among those by bisection.
 */
public final class Planner {

  private final WorkingDays workingDays;

  public Planner(WorkingDays workingDays) {
    this.workingDays = workingDays;
  }

  /** Plans a paper. */
  public Plan plan(PlanRequest request) {
    return new Run(request).plan(true);
  }

  /** The same without looking for ways that end earlier, which is most of the work. */
  Plan planWithoutAlternatives(PlanRequest request) {
    return new Run(request).plan(false);
  }

  private final class Run {

    private final PlanRequest request;
    private final List<PlanStation> stations;
    private final Sequence sequence;
    private final LocalDate ready;
    private final Offers.Regular offers;

    Run(PlanRequest request) {
      this.request = request;
      stations = request.stations();
      sequence = new Sequence(request, false);
      ready = request.preparation().ready(request.start(), workingDays);
      offers = Offers.Regular.of(stations, request.recesses(), ready);
    }

    Plan plan(boolean withAlternatives) {
      LocalDate deadline = request.deadline();
      List<MeetingDate> meetings = sequence.earliest(offers);
      Plan.Forward forward = meetings.isEmpty() ? null : forward(meetings);
      Plan.Backward backward = deadline == null ? null : backward();
      Boolean meets = deadline == null ? null : forward != null && !forward.end().isAfter(deadline);
      // Whoever begins at a weekend is ready when others are: both have the same slack.
      Long slack = backward == null ? null : ChronoUnit.DAYS.between(
          request.preparation().latestStart(ready, workingDays), backward.start());
      List<String> critical = forward == null ? List.of() : forward.stations().stream()
          .filter(Plan.Station::critical).map(Plan.Station::body).distinct().toList();
      List<Alternative> alternatives = !withAlternatives ? List.of()
          : new Alternatives(request, workingDays, offers, forward == null ? null : forward.end()).find();
      String missing = sequence.withoutMeeting(offers).map(station -> station.body().name()).orElse(null);
      return new Plan(request.start(), ready, deadline, meets, slack, forward, backward, critical, alternatives,
          PlanSentences.of(request, forward, backward, slack, missing));
    }

    private Plan.Forward forward(List<MeetingDate> meetings) {
      LocalDate end = end(meetings);
      List<MeetingDate> latest = request.deadline() == null ? List.of() : latest(offers);
      List<Plan.Station> planned = IntStream.range(0, meetings.size())
          .mapToObj(i -> station(i, meetings.get(i), end,
              latest.isEmpty() || !sequence.needed(i) ? null : latest.get(i))).toList();
      LocalDate last = meetings.stream().filter(Objects::nonNull).map(MeetingDate::day).max(LocalDate::compareTo)
          .orElseThrow();
      Long margin = request.deadline() == null ? null : ChronoUnit.DAYS.between(end, request.deadline());
      return new Plan.Forward(end, last, margin, planned);
    }

    private Plan.Station station(int i, MeetingDate meeting, LocalDate end, MeetingDate latest) {
      PlanStation station = stations.get(i);
      String body = station.body().name();
      if (meeting == null || station.concludedOn() != null) {
        return new Plan.Station(body, station.role(), station.rank(), meeting == null ? null : meeting.day(), null,
            null, false, null, null, null, null);
      }
      Offers without = (other, from, suits) -> offers.first(other, from,
          other == i ? suits.and(candidate -> !candidate.equals(meeting)) : suits);
      LocalDate endWithout = end(sequence.earliest(without));
      List<MeetingDate> late = sequence.earliest(offers.readyOn(meeting.readyUntil().plusDays(1)));
      Plan.Late ifLate = late.isEmpty() || late.get(i) == null ? null
          : new Plan.Late(late.get(i).day(), end(late));
      Long slack = latest == null ? null : ChronoUnit.DAYS.between(meeting.day(), latest.day());
      ExplainedDate submission = station.body().submission(meeting);
      return new Plan.Station(body, station.role(), station.rank(), meeting.day(), submission.date(),
          meeting.cutoff(), !end.equals(endWithout), slack, ifLate, submission.steps(), submission.ground());
    }

    private Plan.Backward backward() {
      TreeSet<LocalDate> days = new TreeSet<>();
      for (int i = 0; i < stations.size(); i++) {
        if (sequence.needed(i) && stations.get(i).concludedOn() == null) {
          offers.meetings().get(i).forEach(meeting -> days.add(meeting.readyUntil()));
        }
      }
      List<LocalDate> ordered = List.copyOf(days);
      int keeps = -1;
      int breaks = ordered.size();
      while (breaks - keeps > 1) {
        int middle = (keeps + breaks) / 2;
        LocalDate end = end(sequence.earliest(offers.readyOn(ordered.get(middle))));
        if (end != null && !end.isAfter(request.deadline())) {
          keeps = middle;
        } else {
          breaks = middle;
        }
      }
      return keeps < 0 ? null : backward(ordered.get(keeps));
    }

    private Plan.Backward backward(LocalDate lastReady) {
      List<MeetingDate> meetings = latest(offers.readyOn(lastReady));
      LocalDate start = request.preparation().latestStart(lastReady, workingDays);
      List<String> limitedBy = IntStream.range(0, meetings.size())
          .filter(i -> sequence.needed(i) && stations.get(i).concludedOn() == null
              && meetings.get(i).readyUntil().equals(lastReady))
          .mapToObj(i -> stations.get(i).body().name()).distinct().toList();
      return new Plan.Backward(start, request.preparation().ready(start, workingDays), end(meetings), limitedBy,
          IntStream.range(0, meetings.size())
              .mapToObj(i -> Alternative.Stop.of(stations.get(i), meetings.get(i))).toList());
    }

    private List<MeetingDate> latest(Offers.Regular from) {
      return sequence.latest(from, request::underDeadline, request.deadline());
    }

    private LocalDate end(List<MeetingDate> meetings) {
      return request.end(meetings);
    }
  }
}
