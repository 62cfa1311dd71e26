package de.gremienlauf.planning;

import de.gremienlauf.calendar.BodyPeriods;
import de.gremienlauf.calendar.WorkingDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The days on which bodies could meet beside their calendars: working days outside of the recess before which papers
 * can be handed in and invitations sent in time, by the usual periods and not by those for urgent matters.
 */
final class SpecialOffers {

  private static final int FARTHEST_DAYS = 366;

  private final PlanRequest request;
  private final WorkingDays workingDays;
  private final Offers.Regular regular;
  private final LocalDate before;
  /** What has been found out, by station and day. */
  private final List<Map<LocalDate, Optional<MeetingDate>>> known = new ArrayList<>();

  /**
   * Prepares the search.
   *
   * @param before later days are of no use; null if every day is
   */
  SpecialOffers(PlanRequest request, WorkingDays workingDays, Offers.Regular regular, LocalDate before) {
    this.request = request;
    this.workingDays = workingDays;
    this.regular = regular;
    this.before = before != null ? before : regular.ready().plusDays(FARTHEST_DAYS);
    request.stations().forEach(station -> known.add(new HashMap<>()));
  }

  /** The numbers of the stations whose bodies could meet. */
  List<Integer> callable() {
    return IntStream.range(0, known.size()).filter(i -> request.stations().get(i).concludedOn() == null
        && request.stations().get(i).body().periods() != null).boxed().toList();
  }

  /** The meetings of the calendars, and any day for the stations that are named. */
  Offers calling(BitSet called) {
    return (station, from, suits) -> {
      MeetingDate planned = regular.first(station, from, suits);
      if (!called.get(station)) {
        return planned;
      }
      LocalDate end = planned != null && planned.day().isBefore(before) ? planned.day() : before;
      LocalDate tomorrow = regular.ready().plusDays(1);
      for (LocalDate day = from.isAfter(tomorrow) ? from : tomorrow; day.isBefore(end); day = day.plusDays(1)) {
        if (suits.test(unchecked(day))) {
          Optional<MeetingDate> special = known.get(station).computeIfAbsent(day, key -> special(station, key));
          if (special.isPresent()) {
            return special.get();
          }
        }
      }
      return planned;
    };
  }

  private static MeetingDate unchecked(LocalDate day) {
    return new MeetingDate(day, null, day, null, true);
  }

  private Optional<MeetingDate> special(int station, LocalDate day) {
    BodyCalendar body = request.stations().get(station).body();
    if (!workingDays.isWorkingDay(day) || request.recesses().isRecess(day) || body.meetsOn(day)) {
      return Optional.empty();
    }
    BodyPeriods periods = body.periods().apply(day);
    return Optional.of(BodyCalendar.meeting(day, null, periods, true))
        .filter(meeting -> !meeting.readyUntil().isBefore(regular.ready())
            && !periods.invitationDay(day).isBefore(regular.ready()));
  }
}
