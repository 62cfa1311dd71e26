package de.gremienlauf.planning;

import de.gremienlauf.calendar.Recesses;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What is planned.
 *
 * @param start the day on which the draft is ready for co-signing
 * @param deadline the day until which the paper has to be decided, e.g. set by a grantor; null if there is none
 * @param distance days that lie at least between stations of different ranks; 1 is the usual: on a later day
 * @param recesses times without meetings
 * @param stations the sequence
 */
public record PlanRequest(LocalDate start, LocalDate deadline, Preparation preparation, int distance,
    Recesses recesses, List<PlanStation> stations) {

  public PlanRequest {
    Objects.requireNonNull(start);
    Objects.requireNonNull(preparation);
    Objects.requireNonNull(recesses);
    stations = stations.stream().sorted(Comparator.comparingInt(PlanStation::rank)).toList();
    if (stations.isEmpty()) {
      throw new IllegalArgumentException("No stations");
    }
  }

  /**
   * Whether the deadline is about this station: about all that decide; if none does, about all. Who takes note later
   * keeps nobody from keeping a deadline.
   */
  boolean underDeadline(PlanStation station) {
    return station.role() == ConsultationRole.DECISION
        || stations.stream().noneMatch(other -> other.role() == ConsultationRole.DECISION);
  }

  /** The day of the decision if the stations meet so; null if there is no way. */
  LocalDate end(List<MeetingDate> meetings) {
    LocalDate end = null;
    for (int i = 0; i < meetings.size(); i++) {
      if (underDeadline(stations.get(i)) && (end == null || meetings.get(i).day().isAfter(end))) {
        end = meetings.get(i).day();
      }
    }
    return end;
  }
}
