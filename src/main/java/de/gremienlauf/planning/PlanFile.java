package de.gremienlauf.planning;

import de.gremienlauf.calendar.BodyPeriods;
import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.calendar.PeriodPolicy;
import de.gremienlauf.calendar.PeriodUnit;
import de.gremienlauf.calendar.Recess;
import de.gremienlauf.calendar.Recesses;
import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A request for a plan as JSON, in the format of {@code docs/planung/plan-request.schema.json}.
 *
 * @param workingDays with the days on which the city's offices are closed
 * @param history earlier papers for a forecast; null if none is wanted
 */
record PlanFile(PlanRequest request, WorkingDays workingDays, PastRuns history) {

  private static final int STATIONS = 30;
  private static final int MEETINGS = 1_000;
  private static final int DAYS = 366;
  private static final int PAPERS = 100_000;
  private static final int RANKS = 1_000;
  private static final String GROUND = "Fristen aus der Datei";

  /**
   * Reads a request.
   *
   * @throws BusinessException with one German sentence that names the place of the fault
   */
  static PlanFile read(String text, WorkingDays usual) {
    PlanFields file = PlanFields.parse(text).only("start", "deadline", "coSigningDays", "signingDays", "distance",
        "closedDays", "recesses", "bodies", "sequence", "history", "note");
    Set<LocalDate> closed = new HashSet<>();
    if (file.has("closedDays")) {
      file.at("closedDays").list(0, MEETINGS).forEach(day -> closed.add(day.day()));
    }
    PeriodCalculator calculator = new PeriodCalculator(usual).with(new PeriodPolicy(
        PeriodPolicy.USUAL.moveNotification(), PeriodPolicy.USUAL.moveForward(), PeriodPolicy.USUAL.moveBackward(),
        closed));
    Map<String, BodyCalendar> bodies = new LinkedHashMap<>();
    for (PlanFields body : file.at("bodies").list(1, STATIONS)) {
      BodyCalendar calendar = body(body, calculator);
      if (bodies.put(calendar.name(), calendar) != null) {
        throw body.fault("nennt „" + calendar.name() + "“ zum zweiten Mal.");
      }
    }
    List<PlanStation> stations =
        file.at("sequence").list(1, STATIONS).stream().map(station -> station(station, bodies)).toList();
    Preparation preparation = new Preparation(count(file, "coSigningDays", 0), count(file, "signingDays", 0));
    return new PlanFile(new PlanRequest(file.at("start").day(), file.dayOrNull("deadline"), preparation,
        count(file, "distance", 1), recesses(file), stations), usual.closedOn(closed),
        file.has("history") ? history(file.at("history")) : null);
  }

  private static Recesses recesses(PlanFields file) {
    List<Recess> recesses = new ArrayList<>();
    if (file.has("recesses")) {
      for (PlanFields recess : file.at("recesses").list(0, MEETINGS)) {
        recess.only("firstDay", "lastDay");
        LocalDate first = recess.at("firstDay").day();
        LocalDate last = recess.at("lastDay").day();
        if (last.isBefore(first)) {
          throw recess.fault("endet, bevor es beginnt.");
        }
        recesses.add(new Recess(null, null, first, last));
      }
    }
    return new Recesses(recesses);
  }

  private static PastRuns history(PlanFields history) {
    history.only("preparationDays", "consultations", "postponements");
    List<Integer> days = history.has("preparationDays") ? history.at("preparationDays").list(0, PAPERS).stream()
        .map(day -> day.number(0, DAYS)).toList() : List.of();
    int consultations = history.at("consultations").number(0, PAPERS);
    int postponements = history.at("postponements").number(0, PAPERS);
    if (postponements > consultations) {
      throw history.at("postponements").fault("ist größer als „consultations“.");
    }
    return new PastRuns(days, consultations, postponements);
  }

  private static BodyCalendar body(PlanFields body, PeriodCalculator calculator) {
    body.only("name", "submission", "invitation", "cutoff", "ground", "meetings");
    String name = body.at("name").text();
    BodyPeriods periods = periods(body, calculator);
    List<MeetingDate> meetings = new ArrayList<>();
    Set<LocalDate> days = new HashSet<>();
    for (PlanFields meeting : body.at("meetings").list(0, MEETINGS)) {
      MeetingDate read = meeting(meeting, periods);
      if (!days.add(read.day())) {
        throw meeting.fault("ist am selben Tag wie eine andere Sitzung des Gremiums.");
      }
      meetings.add(read);
    }
    return new BodyCalendar(name, meetings, periods == null ? null : day -> periods);
  }

  private static BodyPeriods periods(PlanFields body, PeriodCalculator calculator) {
    LocalTime cutoff = body.timeOrNull("cutoff");
    if (!body.has("submission")) {
      return null;
    }
    BodyPeriods.Period submission = period(body.at("submission"));
    BodyPeriods.Period invitation = body.has("invitation") ? period(body.at("invitation")) : submission;
    return BodyPeriods.statutory(calculator, invitation, submission, cutoff,
        body.has("ground") ? body.at("ground").text() : GROUND);
  }

  private static BodyPeriods.Period period(PlanFields period) {
    period.only("days", "unit");
    return new BodyPeriods.Period(period.at("days").number(0, DAYS), period.at("unit").one(PeriodUnit.class));
  }

  private static MeetingDate meeting(PlanFields meeting, BodyPeriods periods) {
    if (meeting.isText()) {
      return meeting(meeting, meeting.day(), null, periods, false);
    }
    meeting.only("day", "time", "submissionDay", "cutoff", "special");
    LocalDate day = meeting.at("day").day();
    LocalTime time = meeting.timeOrNull("time");
    boolean special = meeting.flag("special");
    LocalTime cutoff = meeting.timeOrNull("cutoff");
    LocalDate submissionDay = meeting.dayOrNull("submissionDay");
    if (submissionDay == null && cutoff != null) {
      throw meeting.fault("braucht das Feld „submissionDay“, für das „cutoff“ gilt.");
    }
    if (submissionDay == null) {
      return meeting(meeting, day, time, periods, special);
    }
    if (submissionDay.isAfter(day)) {
      throw meeting.at("submissionDay").fault("liegt nach der Sitzung.");
    }
    return new MeetingDate(day, time, submissionDay, cutoff, special);
  }

  private static MeetingDate meeting(PlanFields place, LocalDate day, LocalTime time, BodyPeriods periods,
      boolean special) {
    if (periods == null) {
      throw place.fault("braucht das Feld „submissionDay“, weil das Gremium keine Abgabefrist („submission“) hat.");
    }
    return BodyCalendar.meeting(day, time, periods, special);
  }

  private static PlanStation station(PlanFields station, Map<String, BodyCalendar> bodies) {
    station.only("body", "role", "rank", "fixedRank", "concludedOn");
    BodyCalendar body = bodies.get(station.at("body").text());
    if (body == null) {
      throw station.at("body").fault("nennt ein Gremium, das unter „bodies“ fehlt.");
    }
    return new PlanStation(body, station.at("role").one(ConsultationRole.class),
        station.at("rank").number(0, RANKS), station.flag("fixedRank"), station.dayOrNull("concludedOn"));
  }

  private static int count(PlanFields file, String field, int otherwise) {
    return file.has(field) ? file.at(field).number(0, DAYS) : otherwise;
  }
}
