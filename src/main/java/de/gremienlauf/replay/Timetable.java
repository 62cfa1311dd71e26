package de.gremienlauf.replay;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.Phrases;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.paper.ConsultationRole;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Gives every recorded consultation its body, its role and its day. */
@Component
class Timetable {

  private static final LocalDate BASE_DATE = LocalDate.of(2020, 1, 7);
  private static final int DAYS_BETWEEN = 7;
  /** The level that the decision table organization-level gives to a Rat. */
  private static final int PARLIAMENT = 100;
  private static final Pattern RECOMMENDATION = Pattern.compile("empfiehlt|empfohlen|zu empfehlen"
      + "|^beschlussempfehlung|im ausschuss (?:beschlossen|zugestimmt|angenommen)");
  private static final Set<ResultKind> ACCEPTING = EnumSet.of(ResultKind.ACCEPTED, ResultKind.ACCEPTED_AMENDED);
  private static final Set<ResultKind> CLOSING =
      EnumSet.of(ResultKind.WITHDRAWN, ResultKind.SETTLED, ResultKind.NOTED);

  private final Council council;
  private final Meetings meetings;
  private final DecisionTables tables;
  private final ResultKinds kinds;

  Timetable(Council council, Meetings meetings, DecisionTables tables, ResultKinds kinds) {
    this.council = council;
    this.meetings = meetings;
    this.tables = tables;
    this.kinds = kinds;
  }

  List<PlannedEntry> plan(RecordedCase recorded, String municipality, List<ReplayReport.Warning> warnings) {
    Map<String, Organization> bodies = new LinkedHashMap<>();
    for (RecordedCase.Entry entry : recorded.consultations()) {
      bodies.computeIfAbsent(entry.organization(), printed -> council.find(municipality, printed)
          .or(() -> council.find(municipality, BodyName.of(printed)))
          .orElseGet(() -> council.addBody(municipality, BodyName.of(printed), null, null, null)));
    }
    warnOfBackwardDates(recorded, warnings);
    Organization highest = highest(recorded, bodies);
    long undecided = recorded.consultations().stream().filter(entry -> isHighest(entry, bodies, highest)).count();
    List<PlannedEntry> planned = new ArrayList<>();
    for (RecordedCase.Entry entry : recorded.consultations()) {
      Organization body = bodies.get(entry.organization());
      LocalDate day = entry.date() != null ? entry.date() : assignedDay(recorded, planned, body);
      PlannedEntry goesOn = goesOnWith(entry, body, planned);
      ConsultationRole role = onlyTakesNote(entry, body, planned) ? ConsultationRole.NOTICE
          : goesOn != null ? goesOn.role() : role(entry, body, highest, undecided == 0, warnings);
      planned.add(new PlannedEntry(entry, body, day, entry.date() == null, role,
          goesOn != null || entry.role() != null));
      undecided -= isHighest(entry, bodies, highest) ? 1 : 0;
    }
    postponedAsContinued(planned);
    return planned;
  }

  /** Who postpones and is printed without a role does so in the role that is printed where the body goes on. */
  private void postponedAsContinued(List<PlannedEntry> planned) {
    for (int i = planned.size() - 2; i >= 0; i--) {
      PlannedEntry entry = planned.get(i);
      if (!entry.roleKnown() && kinds.of(entry.recorded().result()) == ResultKind.POSTPONED) {
        int at = i;
        planned.stream().skip(i + 1).filter(entry::sameBody).findFirst().filter(PlannedEntry::roleKnown)
            .ifPresent(next -> planned.set(at, new PlannedEntry(entry.recorded(), entry.body(), entry.date(),
                entry.dateAssigned(), next.role(), true)));
      }
    }
  }

  private static boolean isHighest(RecordedCase.Entry entry, Map<String, Organization> bodies, Organization highest) {
    return bodies.get(entry.organization()).id().equals(highest.id());
  }

  /** The body above all others of the record; of several equals the last, which has the final say. */
  private static Organization highest(RecordedCase recorded, Map<String, Organization> bodies) {
    Organization highest = null;
    for (RecordedCase.Entry entry : recorded.consultations()) {
      Organization body = bodies.get(entry.organization());
      if (highest == null || body.authorityLevel() >= highest.authorityLevel()) {
        highest = body;
      }
    }
    return highest;
  }

  /** The consultation that the body goes on with if no role is printed: of the same day, or one that it postponed. */
  private PlannedEntry goesOnWith(RecordedCase.Entry entry, Organization body, List<PlannedEntry> before) {
    return entry.role() != null ? null : before.stream().filter(other -> other.body().id().equals(body.id()))
        .reduce((one, other) -> other).filter(last -> last.roleKnown()
            && (last.date().equals(entry.date()) || kinds.of(last.recorded().result()) == ResultKind.POSTPONED))
        .orElse(null);
  }

  /**
   * Whether the body hears, in whatever role is printed, what became of a matter that it has decided, or of one that
   * was withdrawn elsewhere.
   */
  private boolean onlyTakesNote(RecordedCase.Entry entry, Organization body, List<PlannedEntry> before) {
    ResultKind kind = entry.result() == null ? null : kinds.of(entry.result());
    return kind == ResultKind.NOTED && before.stream().anyMatch(other -> other.body().id().equals(body.id())
            && other.role() == ConsultationRole.DECISION && ACCEPTING.contains(kindOf(other)))
        || CLOSING.contains(kind) && before.stream().anyMatch(other -> kindOf(other) == ResultKind.WITHDRAWN);
  }

  private ResultKind kindOf(PlannedEntry entry) {
    return kinds.of(entry.recorded().result());
  }

  /** The role as printed; without one, who takes note of what is decided already does nothing else. */
  private ConsultationRole role(RecordedCase.Entry entry, Organization body, Organization highest, boolean decided,
      List<ReplayReport.Warning> warnings) {
    if (entry.role() != null) {
      Object known = tables.first("consultation-role", Map.of("printed", Phrases.normalize(entry.role()))).get("role");
      if (known != null) {
        return ConsultationRole.valueOf((String) known);
      }
      warnings.add(new ReplayReport.Warning("UNKNOWN_ROLE", "Beratung " + entry.order() + ": Die Rolle „"
          + entry.role() + "“ kennt keine Tabelle; sie wird aus dem Gremium geschlossen."));
    }
    if (decided && entry.result() != null && kinds.of(entry.result()) == ResultKind.NOTED) {
      return ConsultationRole.NOTICE;
    }
    boolean decides = body.id().equals(highest.id())
        && (body.authorityLevel() >= PARLIAMENT || !recommends(entry));
    return decides ? ConsultationRole.DECISION : ConsultationRole.PRELIMINARY;
  }

  /** Whether the wording says that another body decides, though the record ends before that. */
  private static boolean recommends(RecordedCase.Entry entry) {
    return Stream.of(entry.result(), entry.vote())
        .anyMatch(printed -> RECOMMENDATION.matcher(Phrases.normalize(printed)).find());
  }

  /** Not before the previous entry and not after the next recorded day; the body's next meeting if there is one. */
  private LocalDate assignedDay(RecordedCase recorded, List<PlannedEntry> before, Organization body) {
    LocalDate previous = before.isEmpty() ? null : before.get(before.size() - 1).date();
    List<LocalDate> further = recorded.consultations().stream().skip(before.size())
        .map(RecordedCase.Entry::date).toList();
    LocalDate next = further.stream().filter(Objects::nonNull).findFirst().orElse(null);
    int undated = next == null ? further.size() : further.indexOf(next);
    if (previous == null) {
      return next == null ? BASE_DATE : next.minusDays((long) DAYS_BETWEEN * undated);
    }
    if (next != null && next.isBefore(previous)) {
      return previous;
    }
    boolean metThatDay = before.stream()
        .anyMatch(entry -> entry.body().id().equals(body.id()) && entry.date().equals(previous));
    Optional<LocalDate> meeting =
        meetings.nextAfter(body.id(), metThatDay ? previous : previous.minusDays(1)).map(Meeting::day);
    if (meeting.isPresent() && (next == null || !meeting.get().isAfter(next))) {
      return meeting.get();
    }
    long room = next == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(previous, next);
    return previous.plusDays(room > undated ? Math.min(DAYS_BETWEEN, room / (undated + 1)) : Math.min(1, room));
  }

  private static void warnOfBackwardDates(RecordedCase recorded, List<ReplayReport.Warning> warnings) {
    RecordedCase.Entry dated = null;
    for (RecordedCase.Entry entry : recorded.consultations()) {
      if (entry.date() != null) {
        if (dated != null && entry.date().isBefore(dated.date())) {
          warnings.add(new ReplayReport.Warning("DATES_RUN_BACKWARDS", "Beratung " + entry.order() + " ("
              + GermanDate.print(entry.date()) + ") liegt vor Beratung " + dated.order() + " ("
              + GermanDate.print(dated.date()) + "); die Reihenfolge der Aufzeichnung gilt."));
        }
        dated = entry;
      }
    }
  }
}
