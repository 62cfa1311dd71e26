package de.gremienlauf.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives every station of a sequence its meeting.
 *
 * <p>Taking the first meeting that suits, station by station in order of rank, is exact. All stations are registered
 * with their meetings at release, so each submission period is measured by the day on which the paper is ready and by
 * no earlier body's result; what is left are conditions "at least so many days after". A meeting that suits after some
 * meetings also suits after earlier ones of the same bodies. So, by induction over the ranks, no possible choice gives
 * any station an earlier meeting than this one does, whatever is asked of the result: first end, first decision, first
 * meeting of one body. In the mirror the last meeting that suits, from the highest rank down, is the latest for every
 * station. Neither needs submission periods to be equally long.
 */
final class Sequence {

  private final List<PlanStation> stations;
  private final int distance;
  private final boolean[][] waits;

  /**
   * Prepares a sequence.
   *
   * @param anyAllowedOrder whether ranks count only as far as they are prescribed
   */
  Sequence(PlanRequest request, boolean anyAllowedOrder) {
    stations = request.stations();
    distance = request.distance();
    waits = new boolean[stations.size()][stations.size()];
    for (int one = 0; one < waits.length; one++) {
      for (int other = 0; other < waits.length; other++) {
        waits[one][other] = stations.get(one).waitsFor(stations.get(other), anyAllowedOrder);
      }
    }
  }

  /** The earliest meeting of every station; if a station finds none, those of the stations before it. */
  List<MeetingDate> earliest(Offers offers) {
    List<MeetingDate> chosen = new ArrayList<>();
    for (int i = 0; i < waits.length; i++) {
      boolean[] waitsFor = waits[i];
      MeetingDate meeting = concluded(i);
      if (meeting == null) {
        meeting = offers.first(i, candidate -> followsAll(candidate, waitsFor, chosen));
      }
      if (meeting == null) {
        return chosen;
      }
      chosen.add(meeting);
    }
    return chosen;
  }

  private boolean followsAll(MeetingDate candidate, boolean[] waitsFor, List<MeetingDate> chosen) {
    for (int j = 0; j < chosen.size(); j++) {
      if (waitsFor[j] && !candidate.mayFollow(chosen.get(j), distance)) {
        return false;
      }
    }
    return true;
  }

  /**
   * The latest meeting of every station; empty if there is no way.
   *
   * @param until by station the last day of its meeting; null if it may be any
   */
  List<MeetingDate> latest(Offers.Regular offers, List<LocalDate> until) {
    MeetingDate[] chosen = new MeetingDate[waits.length];
    for (int i = waits.length - 1; i >= 0; i--) {
      int station = i;
      LocalDate last = until.get(i);
      chosen[i] = concluded(i);
      if (chosen[i] == null) {
        chosen[i] = offers.last(i, candidate -> (last == null || !candidate.day().isAfter(last))
            && precedesAll(candidate, station, chosen));
      }
      if (chosen[i] == null) {
        return List.of();
      }
    }
    return List.of(chosen);
  }

  private boolean precedesAll(MeetingDate candidate, int station, MeetingDate[] chosen) {
    for (int k = station + 1; k < chosen.length; k++) {
      if (waits[k][station] && stations.get(k).concludedOn() == null
          && !chosen[k].mayFollow(candidate, distance)) {
        return false;
      }
    }
    return true;
  }

  /** What is past is history, in whatever order it happened. */
  private MeetingDate concluded(int station) {
    LocalDate day = stations.get(station).concludedOn();
    return day == null ? null : new MeetingDate(day, null, day, null, false);
  }
}
