package de.gremienlauf.planning;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The planner against every possible choice of meetings, on calendars drawn by lot. */
class PlannerExactTest {

  private static final WorkingDays WORKING_DAYS = new WorkingDays();

  private final Planner planner = new Planner(WORKING_DAYS);

  @Test
  void theBestOfAllChoicesIsFoundForwardAndBackward() {
    GeneratedCalendars calendars = new GeneratedCalendars(6, WORKING_DAYS);
    int kept = 0;
    int missed = 0;
    int withoutWay = 0;
    for (int n = 0; n < 10_000; n++) {
      PlanRequest request = calendars.request(5, 8, 120);
      Plan plan = planner.plan(request);
      Exhaustive all = new Exhaustive(request, WORKING_DAYS);
      LocalDate ready = all.ready(request.start());
      LocalDate end = all.earliestEnd(ready);
      assertThat(plan.ready()).as("%d: %s", n, request).isEqualTo(ready);
      assertThat(plan.earliest() == null ? null : plan.earliest().end()).as("%d: %s", n, request).isEqualTo(end);
      assertThat(plan.latest() == null ? null : plan.latest().start()).as("%d: %s", n, request)
          .isEqualTo(all.latestStart());
      assertThat(plan.meetsDeadline()).as("%d: %s", n, request)
          .isEqualTo(end != null && !end.isAfter(request.deadline()));
      if (plan.slackDays() != null) {
        assertThat(plan.slackDays() >= 0).as("%d: %s", n, request).isEqualTo(plan.meetsDeadline());
      }
      checkPeriods(request, plan);
      kept += plan.meetsDeadline() ? 1 : 0;
      missed += !plan.meetsDeadline() && end != null ? 1 : 0;
      withoutWay += end == null ? 1 : 0;
    }
    assertThat(List.of(kept, missed, withoutWay)).as("kept, missed, without a way").allMatch(count -> count > 1_000);
  }

  /** No meeting in the recess unless it is special, none whose submission day is before the paper is ready. */
  private static void checkPeriods(PlanRequest request, Plan plan) {
    if (plan.earliest() != null) {
      plan.earliest().stations().stream().filter(station -> station.submissionDay() != null).forEach(station ->
          checkMeeting(request, station.body(), station.meeting(), plan.ready()));
    }
    if (plan.latest() != null) {
      plan.latest().stations().stream().filter(station -> station.submissionDay() != null).forEach(station ->
          checkMeeting(request, station.body(), station.meeting(), plan.latest().ready()));
      assertThat(plan.latest().end()).isBeforeOrEqualTo(request.deadline());
      assertThat(plan.latest().limitedBy()).isNotEmpty();
    }
  }

  private static void checkMeeting(PlanRequest request, String body, LocalDate day, LocalDate ready) {
    Optional<MeetingDate> meeting = request.stations().stream().map(PlanStation::body)
        .filter(one -> one.name().equals(body)).flatMap(one -> one.meetings().stream())
        .filter(one -> one.day().equals(day)).findFirst();
    assertThat(meeting).hasValueSatisfying(found -> {
      assertThat(found.readyUntil()).isAfterOrEqualTo(ready);
      assertThat(found.special() || !request.recesses().isRecess(day)).isTrue();
    });
  }

  @Test
  void noStationCouldBeEarlier() {
    GeneratedCalendars calendars = new GeneratedCalendars(7, WORKING_DAYS);
    for (int n = 0; n < 1_000; n++) {
      PlanRequest request = calendars.request(4, 6, 100);
      Plan plan = planner.plan(request);
      for (int i = 0; plan.earliest() != null && i < request.stations().size(); i++) {
        LocalDate past = request.stations().get(i).concludedOn();
        assertThat(plan.earliest().stations().get(i).meeting()).as("%d: %s", n, request)
            .isEqualTo(past != null ? past : new Exhaustive(request, WORKING_DAYS).earliestDay(plan.ready(), i));
      }
    }
  }

  @Test
  void aStationIsCriticalIfTheEndIsLaterWithoutItsMeeting() {
    GeneratedCalendars calendars = new GeneratedCalendars(8, WORKING_DAYS);
    int critical = 0;
    int others = 0;
    for (int n = 0; n < 1_000; n++) {
      PlanRequest request = calendars.request(4, 6, 100);
      Plan plan = planner.plan(request);
      for (int i = 0; plan.earliest() != null && i < request.stations().size(); i++) {
        Plan.Station station = plan.earliest().stations().get(i);
        if (station.submissionDay() != null) {
          LocalDate end = new Exhaustive(without(request, i, station.meeting()), WORKING_DAYS)
              .earliestEnd(plan.ready());
          assertThat(station.critical()).isEqualTo(!plan.earliest().end().equals(end));
          critical += station.critical() ? 1 : 0;
          others += station.critical() ? 0 : 1;
        }
      }
    }
    assertThat(List.of(critical, others)).allMatch(count -> count > 200);
  }

  private static PlanRequest without(PlanRequest request, int number, LocalDate day) {
    List<PlanStation> stations = new ArrayList<>(request.stations());
    PlanStation station = stations.get(number);
    BodyCalendar body = station.body();
    stations.set(number, new PlanStation(new BodyCalendar(body.name(), body.meetings().stream()
        .filter(meeting -> !meeting.day().equals(day)).toList(), body.periods()), station.role(), station.rank(),
        station.fixedRank(), station.concludedOn()));
    return new PlanRequest(request.start(), request.deadline(), request.preparation(), request.distance(),
        request.recesses(), stations);
  }

  @Test
  void aSpecialMeetingIsTheBestDayThatThePeriodsAllow() {
    GeneratedCalendars calendars = new GeneratedCalendars(9, WORKING_DAYS);
    int found = 0;
    for (int n = 0; n < 1_000; n++) {
      PlanRequest request = calendars.request(3, 4, 60);
      Plan plan = planner.plan(request);
      LocalDate regular = plan.earliest() == null ? null : plan.earliest().end();
      List<LocalDate> expected = new ArrayList<>();
      for (int i = 0; i < request.stations().size(); i++) {
        if (request.stations().get(i).concludedOn() == null) {
          LocalDate end = new Exhaustive(request, WORKING_DAYS)
              .with(i, specialDays(request, request.stations().get(i), plan.ready())).earliestEnd(plan.ready());
          if (end != null && (regular == null || end.isBefore(regular))) {
            expected.add(end);
          }
        }
      }
      List<Alternative> special = plan.alternatives().stream()
          .filter(one -> one.kind() == Alternative.Kind.SPECIAL_MEETING && called(request, one) == 1).toList();
      assertThat(special).as("%d: %s", n, request).extracting(Alternative::end)
          .containsExactlyInAnyOrderElementsOf(expected);
      assertThat(special).allSatisfy(one -> assertThat(one.savesDays())
          .isEqualTo(regular == null ? null : ChronoUnit.DAYS.between(one.end(), regular)));
      found += special.size();
    }
    assertThat(found).isGreaterThan(300);
  }

  private static long called(PlanRequest request, Alternative special) {
    return special.stations().stream().filter(stop -> stop.submissionDay() != null)
        .filter(stop -> request.stations().stream().map(PlanStation::body)
            .noneMatch(body -> body.name().equals(stop.body()) && body.meetsOn(stop.meeting())))
        .count();
  }

  private static List<MeetingDate> specialDays(PlanRequest request, PlanStation station, LocalDate ready) {
    return ready.plusDays(1).datesUntil(ready.plusDays(200))
        .filter(day -> WORKING_DAYS.isWorkingDay(day) && !request.recesses().isRecess(day)
            && station.body().meetings().stream().noneMatch(meeting -> meeting.day().equals(day))
            && !station.body().periods().apply(day).latestInvitation(day, false).date().isBefore(ready))
        .map(day -> new MeetingDate(day, null, station.body().periods().apply(day).submissionDeadline(day).date(),
            station.body().periods().apply(day).cutoff(), true))
        .toList();
  }

  @Test
  void anotherOrderIsTheBestThatTheRulesAllow() {
    GeneratedCalendars calendars = new GeneratedCalendars(10, WORKING_DAYS);
    int found = 0;
    for (int n = 0; n < 1_000; n++) {
      PlanRequest request = calendars.request(4, 5, 90);
      Plan plan = planner.plan(request);
      LocalDate best = bestOrder(request, plan.ready(), new int[request.stations().size()], 0);
      Optional<Alternative> order = plan.alternatives().stream()
          .filter(one -> one.kind() == Alternative.Kind.OTHER_ORDER).findFirst();
      LocalDate regular = plan.earliest() == null ? null : plan.earliest().end();
      assertThat(order.map(Alternative::end).orElse(regular)).as("%d: %s", n, request).isEqualTo(best);
      order.ifPresent(one -> assertThat(one.bodies()).isNotEmpty());
      found += order.isPresent() ? 1 : 0;
    }
    assertThat(found).isGreaterThan(50);
  }

  /** The earliest end over all ways of giving the stations new ranks. */
  private static LocalDate bestOrder(PlanRequest request, LocalDate ready, int[] ranks, int next) {
    if (next == ranks.length) {
      return allowed(request.stations(), ranks) ? new Exhaustive(request, WORKING_DAYS, ranks).earliestEnd(ready)
          : null;
    }
    LocalDate best = null;
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[next] = rank;
      LocalDate end = bestOrder(request, ready, ranks, next + 1);
      best = best == null || end != null && end.isBefore(best) ? end : best;
    }
    return best;
  }

  private static boolean allowed(List<PlanStation> stations, int[] ranks) {
    for (int i = 0; i < ranks.length; i++) {
      for (int j = 0; j < ranks.length; j++) {
        PlanStation one = stations.get(i);
        PlanStation other = stations.get(j);
        boolean prepares = one.role() != ConsultationRole.NOTICE && one.role() != ConsultationRole.APPROVAL;
        boolean kept = one.fixedRank() || other.fixedRank() || one.role() == ConsultationRole.DECISION
            || other.role() == ConsultationRole.DECISION && prepares;
        if (one.rank() < other.rank() && other.concludedOn() == null && kept && ranks[i] >= ranks[j]) {
          return false;
        }
      }
    }
    return true;
  }
}
