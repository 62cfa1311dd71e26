package de.gremienlauf.planning;

import de.gremienlauf.calendar.CouncilRecess;
import de.gremienlauf.calendar.MeetingPeriods;
import de.gremienlauf.calendar.Recesses;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.council.Council;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.OpenSequences.OpenSequence;
import de.gremienlauf.paper.OpenSequences.Stop;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Plans papers under way with what the tables know of their bodies. */
@Component
class LivePlanner {

  private static final int RUNS = 2_000;
  /** Every day a paper has not changed its forecast is the same. */
  private static final long SEED = 1;

  private final Meetings meetings;
  private final MeetingPeriods periods;
  private final Council council;
  private final CouncilRecess recesses;
  private final PreparationTimes times;
  private final WorkingDays workingDays;
  private final PlannedDays planned;

  LivePlanner(Meetings meetings, MeetingPeriods periods, Council council, CouncilRecess recesses,
      PreparationTimes times, WorkingDays workingDays, PlannedDays planned) {
    this.meetings = meetings;
    this.periods = periods;
    this.council = council;
    this.recesses = recesses;
    this.times = times;
    this.workingDays = workingDays;
    this.planned = planned;
  }

  /** Everything about papers of one municipality on one day; what they share is read once. */
  Round round(String municipality, LocalDate today) {
    return new Round(municipality, today);
  }

  final class Round {

    private final LocalDate today;
    private final MeetingCalendars calendars;
    private final PastRuns past;
    private final Recesses recess;

    private Round(String municipality, LocalDate today) {
      this.today = today;
      this.calendars = new MeetingCalendars(meetings, periods, council, today);
      this.past = times.past(municipality, today);
      this.recess = recesses.of(Council.displayName(municipality));
    }

    /** The plan without the ways that end earlier and without a forecast: enough to see who misses a deadline. */
    LivePlan brief(OpenSequence paper, LocalDate confirmedOn) {
      PlanRequest request = request(paper, confirmedOn);
      return live(paper, request, new Planner(workingDays).planWithoutAlternatives(request), Map.of(), null);
    }

    LivePlan whole(OpenSequence paper, LocalDate confirmedOn) {
      PlanRequest request = request(paper, confirmedOn);
      return live(paper, request, new Planner(workingDays).plan(request), planned.of(paper.paperId()),
          new Simulation(workingDays, past).forecast(request, RUNS, SEED));
    }

    private PlanRequest request(OpenSequence paper, LocalDate confirmedOn) {
      int left = paper.releasedOn() != null ? 0 : times.left(past, paper.coSigned(), confirmedOn, today);
      return new PlanRequest(today, paper.deadline(), new Preparation(left, 0), 1, recess,
          paper.stops().stream().map(this::station).toList());
    }

    private PlanStation station(Stop stop) {
      boolean chosen = stop.meetingId() != null;
      boolean registered = chosen && stop.state() == ConsultationState.REGISTERED;
      // Whose meeting has begun will have dealt with the paper, though the result is still to come.
      LocalDate dealtWith = stop.concludedOn() != null ? stop.concludedOn()
          : registered && !stop.meetingDay().isAfter(today) ? stop.meetingDay()
          : stop.state() == ConsultationState.CONCLUDED || stop.state() == ConsultationState.RECORDED ? today : null;
      return new PlanStation(calendars.of(stop.organizationId(), stop.organization(),
          registered ? stop.meetingId() : null, chosen ? stop.meetingDay() : today), stop.role(), stop.rankNumber(),
          false, dealtWith);
    }

    private LivePlan live(OpenSequence paper, PlanRequest request, Plan plan, Map<Long, LocalDate> first,
        Forecast forecast) {
      boolean released = paper.releasedOn() != null;
      LocalDate end = plan.earliest() == null ? null : plan.earliest().end();
      Long slack = released ? plan.earliest() == null ? null : plan.earliest().marginDays() : plan.slackDays();
      LiveSentences sentences = new LiveSentences(paper, plan, today);
      List<LivePlan.Stop> stops = new ArrayList<>();
      for (int i = 0; i < request.stations().size() && plan.earliest() != null; i++) {
        stops.add(stop(paper.stops().get(i), plan.earliest().stations().get(i), first));
      }
      return new LivePlan(paper.paperId(), end, request.deadline(), plan.meetsDeadline(),
          slack == null ? null : slack.intValue(), sentences.verdict(), sentences.all(), plan.critical(), stops,
          plan.alternatives().stream().map(way -> new LivePlan.Way(way.text(), way.ground(), way.meetsDeadline()))
              .toList(), forecast);
    }

    private LivePlan.Stop stop(Stop stop, Plan.Station planned, Map<Long, LocalDate> first) {
      boolean toHandIn = stop.state() == ConsultationState.PLANNED || stop.meetingId() == null;
      return new LivePlan.Stop(stop.consultationId(), planned.body(), planned.role(), planned.meeting(),
          toHandIn ? planned.submissionDay() : null, toHandIn ? planned.cutoff() : null,
          toHandIn && planned.ifLate() != null ? planned.ifLate().meeting() : null, planned.critical(),
          first.get(stop.consultationId()), toHandIn ? planned.steps() : null, toHandIn ? planned.ground() : null);
    }
  }

  /** The days that are planned for the stations of a paper. */
  static Map<Long, LocalDate> days(OpenSequence paper) {
    return paper.stops().stream().filter(stop -> stop.meetingDay() != null)
        .collect(Collectors.toMap(Stop::consultationId, Stop::meetingDay));
  }
}
