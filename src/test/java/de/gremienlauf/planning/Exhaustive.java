package de.gremienlauf.planning;

import de.gremienlauf.calendar.WorkingDays;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tries every choice of meetings. It shares nothing with the planner but what is asked: days are compared one by one,
 * and the conditions are written down anew.
 */
final class Exhaustive {

  private final PlanRequest request;
  private final WorkingDays workingDays;
  private final int[] ranks;
  private final List<List<MeetingDate>> meetings = new ArrayList<>();
  private int asked = -1;

  Exhaustive(PlanRequest request, WorkingDays workingDays) {
    this(request, workingDays, request.stations().stream().mapToInt(PlanStation::rank).toArray());
  }

  /** The same stations with other ranks. */
  Exhaustive(PlanRequest request, WorkingDays workingDays, int[] ranks) {
    this.request = request;
    this.workingDays = workingDays;
    this.ranks = ranks;
    for (PlanStation station : request.stations()) {
      meetings.add(station.concludedOn() == null ? station.body().meetings() : List.of());
    }
  }

  /** Lets a station meet on further days. */
  Exhaustive with(int station, List<MeetingDate> further) {
    List<MeetingDate> all = new ArrayList<>(meetings.get(station));
    all.addAll(further);
    meetings.set(station, all);
    return this;
  }

  /** The day on which a paper is released that begins on a day. */
  LocalDate ready(LocalDate start) {
    int left = request.preparation().coSigningDays() + request.preparation().signingDays();
    LocalDate day = start;
    while (left > 0 || !workingDays.isWorkingDay(day)) {
      day = day.plusDays(1);
      if (left > 0 && workingDays.isWorkingDay(day)) {
        left--;
      }
    }
    return day;
  }

  /** The earliest end of all choices that a paper reaches that is ready on a day; null if there is none. */
  LocalDate earliestEnd(LocalDate ready) {
    LocalDate[] best = new LocalDate[1];
    choices(choice -> {
      LocalDate end = end(choice);
      if (inTime(choice, ready) && (best[0] == null || end.isBefore(best[0]))) {
        best[0] = end;
      }
    });
    return best[0];
  }

  /** The earliest day of one station in any choice. */
  LocalDate earliestDay(LocalDate ready, int station) {
    LocalDate[] best = new LocalDate[1];
    asked = station;
    choices(choice -> {
      LocalDate day = choice.get(station).day();
      if (inTime(choice, ready) && (best[0] == null || day.isBefore(best[0]))) {
        best[0] = day;
      }
    });
    return best[0];
  }

  /** The last working day on which a paper can begin and keep the deadline; null if there is none. */
  LocalDate latestStart() {
    LocalDate[] best = new LocalDate[1];
    choices(choice -> {
      if (!end(choice).isAfter(request.deadline())) {
        LocalDate last = null;
        for (int i = 0; i < choice.size(); i++) {
          if (choice.get(i) == null) {
            continue;
          }
          LocalDate until = until(choice.get(i));
          if (request.stations().get(i).concludedOn() == null && (last == null || until.isBefore(last))) {
            last = until;
          }
        }
        if (last != null && (best[0] == null || last.isAfter(best[0]))) {
          best[0] = last;
        }
      }
    });
    if (best[0] == null) {
      return null;
    }
    LocalDate start = best[0];
    while (!workingDays.isWorkingDay(start) || ready(start).isAfter(best[0])) {
      start = start.minusDays(1);
    }
    return start;
  }

  private static LocalDate until(MeetingDate meeting) {
    return meeting.cutoff() == null ? meeting.submissionDay() : meeting.submissionDay().minusDays(1);
  }

  private boolean inTime(List<MeetingDate> choice, LocalDate ready) {
    for (int i = 0; i < choice.size(); i++) {
      if (choice.get(i) != null && request.stations().get(i).concludedOn() == null
          && until(choice.get(i)).isBefore(ready)) {
        return false;
      }
    }
    return true;
  }

  private LocalDate end(List<MeetingDate> choice) {
    LocalDate end = LocalDate.MIN;
    for (int i = 0; i < choice.size(); i++) {
      if (underDeadline(i) && choice.get(i).day().isAfter(end)) {
        end = choice.get(i).day();
      }
    }
    return end;
  }

  private boolean underDeadline(int station) {
    boolean decided = request.stations().stream().anyMatch(one -> one.role() == ConsultationRole.DECISION);
    return !decided || request.stations().get(station).role() == ConsultationRole.DECISION;
  }

  /** Whether a station has to meet: for the end, or for the one that is asked about. */
  private boolean matters(int station) {
    for (int i = 0; i < ranks.length; i++) {
      boolean waits = ranks[station] < ranks[i] && request.stations().get(i).concludedOn() == null;
      if ((underDeadline(i) || i == asked) && (i == station || waits)) {
        return true;
      }
    }
    return false;
  }

  private void choices(Consumer<List<MeetingDate>> tried) {
    choose(new ArrayList<>(), tried);
  }

  private void choose(List<MeetingDate> chosen, Consumer<List<MeetingDate>> tried) {
    int next = chosen.size();
    if (next == request.stations().size()) {
      tried.accept(new ArrayList<>(chosen));
      return;
    }
    if (!matters(next)) {
      chosen.add(null);
      choose(chosen, tried);
      chosen.remove(next);
      return;
    }
    LocalDate past = request.stations().get(next).concludedOn();
    List<MeetingDate> all = past == null ? meetings.get(next)
        : List.of(new MeetingDate(past, null, past, null, true));
    for (MeetingDate meeting : all) {
      chosen.add(meeting);
      if (past != null || !forbidden(chosen)) {
        choose(chosen, tried);
      }
      chosen.remove(next);
    }
  }

  /** Whether the last meeting is in the recess or stands against the rank of another one. */
  private boolean forbidden(List<MeetingDate> chosen) {
    int last = chosen.size() - 1;
    MeetingDate meeting = chosen.get(last);
    if (!meeting.special() && request.recesses().recesses().stream().anyMatch(recess ->
        !meeting.day().isBefore(recess.firstDay()) && !meeting.day().isAfter(recess.lastDay()))) {
      return true;
    }
    for (int i = 0; i < last; i++) {
      if (chosen.get(i) == null) {
        continue;
      }
      boolean past = request.stations().get(i).concludedOn() != null;
      if (ranks[i] < ranks[last] && tooSoon(chosen.get(i), meeting)
          || ranks[last] < ranks[i] && !past && tooSoon(meeting, chosen.get(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean tooSoon(MeetingDate earlier, MeetingDate later) {
    if (request.distance() == 0 && earlier.day().equals(later.day())) {
      return earlier.time() == null || later.time() == null || !earlier.time().isBefore(later.time());
    }
    return later.day().isBefore(earlier.day().plusDays(Math.max(1, request.distance())));
  }
}
