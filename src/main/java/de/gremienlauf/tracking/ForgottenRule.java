package de.gremienlauf.tracking;

import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.ResultEffect;
import de.gremienlauf.tracking.ForgottenPaper.Kind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * When a paper counts as forgotten: it is not decided, no body has dealt with it for some days, and either none is
 * going to or, after it was put off or referred, only later than that. What was known on a day is all that counts for
 * that day.
 *
 * @param limit how many days
 */
record ForgottenRule(int limit) {

  private static final Set<ResultEffect> DECIDES = EnumSet.of(ResultEffect.DECIDED, ResultEffect.DECIDED_AMENDED);
  private static final Set<ResultEffect> SETTLES_FOR_WHO_DECIDES = EnumSet.of(ResultEffect.REJECTED,
      ResultEffect.NOTED, ResultEffect.SETTLED, ResultEffect.DEEMED_CONSENT);
  private static final Set<ConsultationRole> DECIDING =
      EnumSet.of(ConsultationRole.DECISION, ConsultationRole.APPROVAL);

  /** Whether the paper was forgotten on a day. */
  Optional<ForgottenPaper> on(LocalDate day, PaperRun run) {
    List<PaperRun.Station> known = run.stations().stream().filter(station -> station.existedOn(day)).toList();
    List<PaperRun.Station> open = known.stream().filter(station -> station.openOn(day)).toList();
    List<PaperRun.Station> dealt = known.stream().filter(station -> station.concludedBy(day))
        .sorted(Comparator.comparing(PaperRun.Station::concludedOn).thenComparing(PaperRun.Station::number)).toList();
    PaperRun.Station last = dealt.isEmpty() ? null : dealt.get(dealt.size() - 1);
    LocalDate since = open.stream().map(PaperRun.Station::meetingDay)
        .filter(meeting -> meeting != null && meeting.isBefore(day))
        .reduce(last == null ? run.releasedOn() : last.concludedOn(), (one, other) -> one.isAfter(other) ? one : other);
    LocalDate forgottenOn = since.plusDays(limit);
    if (run.releasedOn().isAfter(day) || forgottenOn.isAfter(day)) {
      return Optional.empty();
    }
    if (open.isEmpty()) {
      return last == null ? fellAway(day, run, known) : settled(dealt) ? Optional.empty()
          : Optional.of(found(run, Kind.NEVER_BACK, last, since, forgottenOn, null, "Der Lauf ist beendet, ohne dass"
              + " ein Gremium entschieden hat; " + told(last) + "."));
    }
    LocalDate next = open.stream().map(PaperRun.Station::day)
        .filter(Objects::nonNull).filter(meeting -> !meeting.isBefore(day)).min(Comparator.naturalOrder()).orElse(null);
    if (next == null) {
      return Optional.of(waiting(run, open.get(0), last, since, forgottenOn));
    }
    Optional<PaperRun.Station> putOff = dealt.stream()
        .filter(station -> station.concludedOn().equals(since) && station.putOff()).reduce((one, other) -> other);
    return putOff.map(station -> found(run, Kind.COMES_LATE, station, since, forgottenOn, next,
        sentence(told(station)) + "; wieder beraten wird erst am " + GermanDate.print(next) + "."));
  }

  private Optional<ForgottenPaper> fellAway(LocalDate day, PaperRun run, List<PaperRun.Station> dropped) {
    return dropped.stream().filter(station -> station.droppedOn() != null)
        .max(Comparator.comparing(PaperRun.Station::droppedOn).thenComparing(PaperRun.Station::number))
        .filter(station -> !station.droppedOn().plusDays(limit).isAfter(day))
        .map(station -> found(run, Kind.NEVER_CONSULTED, station, station.droppedOn(),
            station.droppedOn().plusDays(limit), null, "Am " + GermanDate.print(station.droppedOn()) + " ist die letzte"
                + " Station entfallen (" + station.body() + "); beraten hat kein Gremium."));
  }

  private static ForgottenPaper waiting(PaperRun run, PaperRun.Station open, PaperRun.Station last, LocalDate since,
      LocalDate forgottenOn) {
    if (last == null || since.isAfter(last.concludedOn())) {
      boolean missed = since.isAfter(run.releasedOn());
      return found(run, missed ? Kind.WITHOUT_MEETING : Kind.NEVER_CONSULTED, open, since, forgottenOn, null,
          missed ? "Zur Sitzung am " + GermanDate.print(since) + " ist kein Ergebnis erfasst, und es ist keine weitere"
              + " Sitzung vorgesehen."
              : "Freigegeben am " + GermanDate.print(since) + "; noch kein Gremium hat beraten, und es ist keine"
                  + " Sitzung vorgesehen.");
    }
    return found(run, Kind.WITHOUT_MEETING, last, since, forgottenOn, null, sentence(told(last))
        + "; für " + open.body() + " ist keine Sitzung vorgesehen.");
  }

  /** A body that decides said something that is no decision, or nobody knows what; or there was nothing to decide. */
  private static boolean settled(List<PaperRun.Station> dealt) {
    return dealt.stream().anyMatch(station -> station.runEnds() || DECIDES.contains(station.effect())
            || DECIDING.contains(station.role())
                && (station.noResult() || SETTLES_FOR_WHO_DECIDES.contains(station.effect())))
        || dealt.stream().allMatch(station -> station.noResult() || station.effect() == ResultEffect.NOTED);
  }

  /** What a body said behind closed doors is not told to everybody. */
  private static String told(PaperRun.Station station) {
    return "zuletzt beraten am " + GermanDate.print(station.concludedOn()) + " von " + station.body()
        + (station.behindClosedDoors() || station.effect() == null ? "" : " (" + station.effect().label() + ")");
  }

  private static String sentence(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static ForgottenPaper found(PaperRun run, Kind kind, PaperRun.Station station, LocalDate since,
      LocalDate forgottenOn, LocalDate next, String why) {
    return new ForgottenPaper(run.paperId(), run.reference(), run.type(), run.name(), run.leadOffice(), kind,
        station.body(), since, forgottenOn, next, why);
  }
}
