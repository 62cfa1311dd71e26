package de.gremienlauf.planning;

import de.gremienlauf.calendar.Recesses;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** The meetings that are open to a paper that is ready at the end of a day, by the number of the station. */
interface Offers {

  /**
   * The earliest meeting of a station's body that suits; null if none does.
   *
   * @param from no earlier day suits
   */
  MeetingDate first(int station, LocalDate from, Predicate<MeetingDate> suits);

  /**
   * The meetings in the calendars: those that the paper reaches before their submission period is over. In the recess
   * bodies do not meet (Ratsferien); a meeting that is there nevertheless is only right if it is a special one.
   */
  record Regular(List<List<MeetingDate>> meetings, LocalDate ready) implements Offers {

    static Regular of(List<PlanStation> stations, Recesses recesses, LocalDate ready) {
      return new Regular(stations.stream().map(station -> station.body().meetings().stream()
          .filter(meeting -> meeting.special() || !recesses.isRecess(meeting.day())).toList()).toList(), ready);
    }

    Regular readyOn(LocalDate other) {
      return new Regular(meetings, other);
    }

    @Override
    public MeetingDate first(int station, LocalDate from, Predicate<MeetingDate> suits) {
      for (MeetingDate meeting : meetings.get(station)) {
        if (inTime(meeting) && suits.test(meeting)) {
          return meeting;
        }
      }
      return null;
    }

    MeetingDate last(int station, Predicate<MeetingDate> suits) {
      List<MeetingDate> all = meetings.get(station);
      for (int i = all.size() - 1; i >= 0; i--) {
        if (inTime(all.get(i)) && suits.test(all.get(i))) {
          return all.get(i);
        }
      }
      return null;
    }

    private boolean inTime(MeetingDate meeting) {
      return !meeting.readyUntil().isBefore(ready);
    }
  }
}
