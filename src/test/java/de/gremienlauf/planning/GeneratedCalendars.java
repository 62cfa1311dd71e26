package de.gremienlauf.planning;

import de.gremienlauf.calendar.BodyPeriods;
import de.gremienlauf.calendar.BodyPeriods.Period;
import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.calendar.PeriodUnit;
import de.gremienlauf.calendar.Recess;
import de.gremienlauf.calendar.Recesses;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Function;

/** Requests with calendars that are drawn by lot, tight enough that many deadlines are missed. */
final class GeneratedCalendars {

  private static final LocalDate FIRST = LocalDate.of(2026, 12, 7);

  private final Random random;
  private final PeriodCalculator calculator;

  GeneratedCalendars(long seed, WorkingDays workingDays) {
    random = new Random(seed);
    calculator = new PeriodCalculator(workingDays);
  }

  PlanRequest request(int mostBodies, int mostMeetings, int days) {
    List<BodyCalendar> bodies = new ArrayList<>();
    int count = 1 + random.nextInt(mostBodies);
    for (int i = 0; i < count; i++) {
      bodies.add(body("Gremium " + (i + 1), random.nextInt(mostMeetings) + (random.nextInt(20) == 0 ? 0 : 1), days));
    }
    LocalDate start = FIRST.plusDays(random.nextInt(days / 3));
    List<PlanStation> stations = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      // Now and then a body is in the sequence twice.
      BodyCalendar body = bodies.get(random.nextInt(8) == 0 ? random.nextInt(count) : i);
      LocalDate concluded = random.nextInt(12) == 0 ? start.minusDays(random.nextInt(20)) : null;
      stations.add(new PlanStation(body, role(), random.nextInt(4), random.nextInt(6) == 0, concluded));
    }
    List<Recess> recesses = new ArrayList<>();
    if (random.nextInt(3) == 0) {
      LocalDate first = FIRST.plusDays(random.nextInt(days));
      recesses.add(new Recess(null, "Musterstadt", first, first.plusDays(random.nextInt(40))));
    }
    return new PlanRequest(start, start.plusDays(random.nextInt(days)),
        new Preparation(random.nextInt(6), random.nextInt(4)), random.nextInt(4) == 0 ? random.nextInt(8) : 1,
        new Recesses(recesses), stations);
  }

  private ConsultationRole role() {
    return random.nextInt(3) == 0 ? ConsultationRole.DECISION
        : ConsultationRole.values()[random.nextInt(ConsultationRole.values().length)];
  }

  private BodyCalendar body(String name, int meetings, int days) {
    // Periods change with the year, so that a later meeting may have an earlier submission day.
    BodyPeriods before = periods();
    BodyPeriods after = random.nextInt(3) == 0 ? periods() : before;
    Function<LocalDate, BodyPeriods> periods = day -> day.getYear() < 2027 ? before : after;
    TreeSet<LocalDate> on = new TreeSet<>();
    while (on.size() < meetings) {
      on.add(FIRST.plusDays(random.nextInt(days)));
    }
    return new BodyCalendar(name, on.stream().map(day -> meeting(day, periods.apply(day))).toList(), periods);
  }

  private MeetingDate meeting(LocalDate day, BodyPeriods periods) {
    LocalTime time = random.nextInt(3) == 0 ? null : LocalTime.of(14 + random.nextInt(4), 0);
    boolean special = random.nextInt(6) == 0;
    return random.nextInt(6) == 0
        ? new MeetingDate(day, time, day.minusDays(random.nextInt(30)), null, special)
        : BodyCalendar.meeting(day, time, periods, special);
  }

  private BodyPeriods periods() {
    return BodyPeriods.statutory(calculator, period(), period(), random.nextInt(3) == 0 ? LocalTime.NOON : null,
        "ausgelost");
  }

  private Period period() {
    return new Period(random.nextInt(15), PeriodUnit.values()[random.nextInt(PeriodUnit.values().length)]);
  }
}
