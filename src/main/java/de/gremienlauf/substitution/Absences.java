package de.gremienlauf.substitution;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.substitution.AbsenceRefused.Part;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar of absences. Everybody enters their own; Amtsleitung and Administration those of others, too, and the
 * Gremienbüro those in the chair of the bodies.
 */
@Service
@Transactional
public class Absences {

  private static final Set<String> KEEPERS = Set.of(UserGroups.MANAGERS, UserGroups.ADMINISTRATORS);
  private static final Set<String> CHAIR_KEEPERS =
      Set.of(UserGroups.COUNCIL_OFFICE, UserGroups.MANAGERS, UserGroups.ADMINISTRATORS);
  /** A typing error in the year must not leave somebody represented for decades. */
  private static final int YEARS = 2;

  private final AbsenceRepository absences;
  private final AbsenceEventRepository history;
  private final AbsencePeople people;
  private final ApplicationEventPublisher events;
  private final CurrentUser user;
  private final Clock clock;

  Absences(AbsenceRepository absences, AbsenceEventRepository history, AbsencePeople people,
      ApplicationEventPublisher events, CurrentUser user, Clock clock) {
    this.absences = absences;
    this.history = history;
    this.people = people;
    this.events = events;
    this.user = user;
    this.clock = clock;
  }

  /** What is current or coming, the earliest first. */
  @Transactional(readOnly = true)
  public List<Absence> list() {
    return absences.from(LocalDate.now(clock));
  }

  /** Whether the person who acts may enter absences of all others of a chain. */
  public boolean mayEnterForOthers(Chain chain) {
    return user.id() == null || !Collections.disjoint(user.groups(), chain == Chain.CHAIR ? CHAIR_KEEPERS : KEEPERS);
  }

  /** Whether the person who acts may change an absence: their own, or as above. */
  @Transactional(readOnly = true)
  public boolean mayChange(Absence absence) {
    return mayEnterForOthers(absence.chain())
        || Objects.equals(user.id(), people.login(absence.chain(), absence.person()));
  }

  /** How an absence reads. */
  @Transactional(readOnly = true)
  public Named named(Absence absence) {
    LocalDate today = LocalDate.now(clock);
    String acting = absence.contains(today)
        ? new Deputies(absences.between(absence.chain().name(), today, today))
            .actingFor(absence.person(), absence.scope(), today).orElse(null) : absence.deputy();
    return new Named(people.name(absence.chain(), absence.person()), nameOrNull(absence.chain(), absence.deputy()),
        absence.scope() == null ? null : people.scope(absence.chain(), absence.scope()),
        nameOrNull(absence.chain(), acting));
  }

  private String nameOrNull(Chain chain, String person) {
    return person == null ? null : people.name(chain, person);
  }

  /**
   * Names instead of ids.
   *
   * @param scope null for all
   * @param acting who acts today in the end, or will by what is entered so far; null for nobody
   */
  public record Named(String person, String deputy, String scope, String acting) {
  }

  /** Whom the person who acts may choose in a chain. */
  @Transactional(readOnly = true)
  public AbsenceChoices choices(Chain chain) {
    Map<String, String> all = people.all(chain, LocalDate.now(clock));
    Map<String, String> absent = new LinkedHashMap<>(all);
    if (!mayEnterForOthers(chain)) {
      absent.keySet().removeIf(person -> !Objects.equals(user.id(), people.login(chain, person)));
    }
    return new AbsenceChoices(AbsenceChoices.of(absent), AbsenceChoices.of(all));
  }

  /** The groups or bodies in which a person may be represented. */
  @Transactional(readOnly = true)
  public List<AbsenceChoices.Choice> scopes(Chain chain, String person) {
    return AbsenceChoices.of(people.scopes(chain, person, LocalDate.now(clock)));
  }

  /** Enters an absence. Returns its id. */
  public Long enter(AbsenceEntry entry) {
    absences.lock();
    Absence added = new Absence(null, entry.chain(), entry.person(), entry.deputy(), entry.scope(), entry.firstDay(),
        entry.lastDay(), null);
    check(added);
    LocalDate today = LocalDate.now(clock);
    if (added.lastDay().isBefore(today)) {
      throw new AbsenceRefused(Part.LAST_DAY, "Der letzte Tag der Abwesenheit ist schon vorbei.");
    }
    return keep(added, "Eingetragen: ");
  }

  /** Changes days, deputy or scope of an absence; what has happened stays as it was. */
  public void change(Long id, AbsenceEntry entry) {
    absences.lock();
    Absence known = changeable(id);
    LocalDate today = LocalDate.now(clock);
    boolean running = known.firstDay().isBefore(today);
    Absence changed = new Absence(id, known.chain(), known.person(), entry.deputy(), entry.scope(), entry.firstDay(),
        entry.lastDay(), null);
    check(changed);
    if (running && !entry.firstDay().equals(known.firstDay())) {
      throw new AbsenceRefused(Part.FIRST_DAY, "Die Abwesenheit hat am " + GermanDate.print(known.firstDay())
          + " begonnen; ihr erster Tag lässt sich nicht mehr ändern.");
    }
    if (!running && entry.firstDay().isBefore(today)) {
      throw new AbsenceRefused(Part.FIRST_DAY, "Die Abwesenheit hat noch nicht begonnen; ihr erster Tag kann nicht vor"
          + " heute (" + GermanDate.print(today) + ") liegen.");
    }
    if (entry.lastDay().isBefore(today.minusDays(1))) {
      throw new AbsenceRefused(Part.LAST_DAY, "Die Abwesenheit lässt sich frühestens zum gestrigen Tag beenden.");
    }
    boolean over = running && entry.lastDay().isBefore(today);
    boolean otherDeputy = !Objects.equals(known.deputy(), entry.deputy())
        || !Objects.equals(known.scope(), entry.scope());
    if (over) {
      // No day is left on which another deputy could stand in.
      keep(known.lasting(known.firstDay(), entry.lastDay()), "Geändert: ");
    } else if (running && otherDeputy) {
      keep(known.lasting(known.firstDay(), today.minusDays(1)), "Beendet, weil anders vertreten wird: ");
      keep(new Absence(null, changed.chain(), changed.person(), changed.deputy(), changed.scope(), today,
          changed.lastDay(), null), "Eingetragen: ");
    } else {
      keep(changed, "Geändert: ");
    }
  }

  /** Takes back what has not begun, and ends with yesterday what has. */
  public void revoke(Long id) {
    absences.lock();
    Absence known = changeable(id);
    LocalDate today = LocalDate.now(clock);
    if (known.firstDay().isBefore(today)) {
      keep(known.lasting(known.firstDay(), today.minusDays(1)), "Beendet: ");
    } else {
      keep(known.revoked(now()), "Zurückgenommen: ");
    }
  }

  /** Refuses who may not change the absence, or that it is over. */
  @Transactional(readOnly = true)
  public void requireChangeable(Long id) {
    changeable(id);
  }

  private Absence changeable(Long id) {
    Absence known = absences.findById(id).filter(absence -> absence.revokedAt() == null)
        .orElseThrow(() -> BusinessException.unknown("Diese Abwesenheit gibt es nicht (mehr)."));
    if (!mayChange(known)) {
      throw BusinessException.forbidden();
    }
    if (known.lastDay().isBefore(LocalDate.now(clock))) {
      throw new BusinessException("Diese Abwesenheit ist vorbei und lässt sich nicht mehr ändern.");
    }
    return known;
  }

  private void check(Absence absence) {
    people.requireKnown(absence.chain(), absence.person(), Part.PERSON);
    if (!mayChange(absence)) {
      throw BusinessException.forbidden();
    }
    if (absence.deputy() != null) {
      people.requireKnown(absence.chain(), absence.deputy(), Part.DEPUTY);
    }
    if (absence.scope() != null) {
      people.requireScope(absence.chain(), absence.person(), absence.scope());
    }
    if (absence.person().equals(absence.deputy())) {
      throw new AbsenceRefused(Part.DEPUTY, name(absence.chain(), absence.person()) + " kann sich nicht selbst vertreten.");
    }
    if (absence.lastDay().isBefore(absence.firstDay())) {
      throw new AbsenceRefused(Part.LAST_DAY, "Der letzte Tag (" + GermanDate.print(absence.lastDay())
          + ") liegt vor dem ersten (" + GermanDate.print(absence.firstDay()) + ").");
    }
    if (absence.lastDay().isAfter(absence.firstDay().plusYears(YEARS))) {
      throw new AbsenceRefused(Part.LAST_DAY, "Eine Abwesenheit dauert höchstens " + YEARS + " Jahre; bitte prüfen Sie die Tage.");
    }
    List<Absence> others = absences.between(absence.chain().name(), absence.firstDay(), absence.lastDay()).stream()
        .filter(other -> !other.id().equals(absence.id())).toList();
    others.stream().filter(other -> other.person().equals(absence.person())
        && Objects.equals(other.scope(), absence.scope())).findFirst().ifPresent(other -> {
          throw new AbsenceRefused(Part.FIRST_DAY, name(absence.chain(), absence.person()) + " ist "
              + days(other.firstDay(), other.lastDay()) + " schon als abwesend eingetragen.");
        });
    new Deputies(others).loopOf(absence).ifPresent(loop -> {
      throw new AbsenceRefused(Part.DEPUTY, sentence(absence.chain(), loop));
    });
  }

  /** Names the people in their order and the days on which the deputies would lead in a circle. */
  private String sentence(Chain chain, Deputies.Loop loop) {
    List<String> names = loop.people().stream().map(person -> name(chain, person)).toList();
    String days = days(loop.first(), loop.last());
    return "Die Vertretung würde " + days + " im Kreis laufen: "
        + IntStream.range(0, names.size())
            .mapToObj(at -> names.get(at) + (at == 0 ? " wird von " : " von ") + names.get((at + 1) % names.size())
                + (at == 0 ? " vertreten" : ""))
            .collect(Collectors.joining(", ")) + ".";
  }

  private static String days(LocalDate first, LocalDate last) {
    return first.equals(last) ? "am " + GermanDate.print(first)
        : "vom " + GermanDate.print(first) + " bis " + GermanDate.print(last);
  }

  private String name(Chain chain, String person) {
    return people.name(chain, person);
  }

  private Long keep(Absence absence, String what) {
    Absence kept = absences.save(absence);
    history.save(new AbsenceEvent(null, kept.id(), now(), user.id(), what + name(kept.chain(), kept.person()) + ", "
        + days(kept.firstDay(), kept.lastDay()) + ", "
        + (kept.deputy() == null ? "ohne Vertretung" : "vertreten durch " + name(kept.chain(), kept.deputy())) + "."));
    events.publishEvent(new AbsencesChanged());
    return kept.id();
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }
}
