package de.gremienlauf.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

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
  private final boolean[] needed;

  /**
   * Prepares a sequence.
   *
   * @param anyAllowedOrder whether ranks count only as far as they are prescribed
   */
  Sequence(PlanRequest request, boolean anyAllowedOrder) {
    stations = request.stations();
    distance = request.distance();
    waits = new boolean[stations.size()][stations.size()];
    needed = new boolean[stations.size()];
    for (int one = stations.size() - 1; one >= 0; one--) {
      needed[one] |= request.underDeadline(stations.get(one));
      boolean open = stations.get(one).concludedOn() == null;
      for (int other = 0; other < one; other++) {
        waits[one][other] = stations.get(one).waitsFor(stations.get(other), anyAllowedOrder);
        needed[other] |= needed[one] && open && waits[one][other];
      }
    }
  }

  /** Whether the end hangs on this station; the others, such as notice after the decision, may lack a meeting. */
  boolean needed(int station) {
    return needed[station];
  }

  /** The earliest meeting of every station, null where none is needed and known; empty if there is no way. */
  List<MeetingDate> earliest(Offers offers) {
    MeetingDate[] chosen = new MeetingDate[waits.length];
    return fill(chosen, offers) < chosen.length ? List.of() : Arrays.asList(chosen);
  }

  /** The first station, by rank, that is needed and finds no meeting. */
  Optional<PlanStation> withoutMeeting(Offers offers) {
    int filled = fill(new MeetingDate[waits.length], offers);
    return filled < waits.length ? Optional.of(stations.get(filled)) : Optional.empty();
  }

  private int fill(MeetingDate[] chosen, Offers offers) {
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = first(i, offers, chosen);
      if (chosen[i] == null && needed[i]) {
        return i;
      }
    }
    return chosen.length;
  }

  private MeetingDate first(int station, Offers offers, MeetingDate[] chosen) {
    MeetingDate last = concluded(station);
    if (last != null) {
      return last;
    }
    // Of the meetings that a station waits for only the last counts.
    for (int j = 0; j < station; j++) {
      if (waits[station][j] && chosen[j] == null) {
        return null;
      }
      if (waits[station][j] && (last == null || chosen[j].endsAfter(last))) {
        last = chosen[j];
      }
    }
    MeetingDate before = last;
    return before == null ? offers.first(station, LocalDate.MIN, candidate -> true)
        : offers.first(station, before.day().plusDays(distance), candidate -> candidate.mayFollow(before, distance));
  }

  /**
   * The latest meeting of every needed station and the next ones of the others; empty if there is no way.
   *
   * @param until the last day for the stations under the deadline
   */
  List<MeetingDate> latest(Offers.Regular offers, Predicate<PlanStation> underDeadline, LocalDate until) {
    MeetingDate[] chosen = new MeetingDate[waits.length];
    for (int i = waits.length - 1; i >= 0; i--) {
      int station = i;
      boolean bound = underDeadline.test(stations.get(i));
      if (needed[i]) {
        MeetingDate past = concluded(i);
        chosen[i] = past != null ? past : offers.last(i, candidate ->
            !(bound && candidate.day().isAfter(until)) && precedesAll(candidate, station, chosen));
        if (chosen[i] == null) {
          return List.of();
        }
      }
    }
    for (int i = 0; i < chosen.length; i++) {
      chosen[i] = needed[i] ? chosen[i] : first(i, offers, chosen);
    }
    return Arrays.asList(chosen);
  }

  private boolean precedesAll(MeetingDate candidate, int station, MeetingDate[] chosen) {
    for (int k = station + 1; k < chosen.length; k++) {
      if (needed[k] && waits[k][station] && stations.get(k).concludedOn() == null
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
