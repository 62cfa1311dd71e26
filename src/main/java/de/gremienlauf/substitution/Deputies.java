package de.gremienlauf.substitution;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Follows the deputies of one chain from one to the next. */
final class Deputies {

  private final List<Absence> absences;

  Deputies(List<Absence> absences) {
    this.absences = absences;
  }

  /** Who acts in the end for somebody, in exactly this scope; nobody if they are there or nobody is free. */
  Optional<String> actingFor(String person, String scope, LocalDate day) {
    Set<String> absent = new LinkedHashSet<>();
    String acting = person;
    Optional<Absence> absence = of(acting, scope, day);
    while (absence.isPresent()) {
      if (!absent.add(acting) || absence.get().deputy() == null) {
        return Optional.empty();
      }
      acting = absence.get().deputy();
      absence = of(acting, scope, day);
    }
    return absent.isEmpty() ? Optional.empty() : Optional.of(acting);
  }

  /** Who acts for somebody in whatever scope: the one for all if there is one, else the first. */
  Optional<String> actingInAnyScope(String person, LocalDate day) {
    return Stream.concat(Stream.of((String) null), scopesOf(person, day).stream())
        .map(scope -> actingFor(person, scope, day)).flatMap(Optional::stream).findFirst();
  }

  /** The absence that counts: that of the scope before that of all. */
  private Optional<Absence> of(String person, String scope, LocalDate day) {
    return absences.stream().filter(absence -> absence.person().equals(person) && absence.contains(day))
        .filter(absence -> absence.scope() == null || absence.scope().equals(scope))
        .max(Comparator.comparing(absence -> absence.scope() != null));
  }

  private List<String> scopesOf(String person, LocalDate day) {
    return absences.stream().filter(absence -> absence.person().equals(person) && absence.contains(day))
        .map(Absence::scope).filter(Objects::nonNull).sorted().toList();
  }

  /** For whom somebody acts in the end, each with the scope; null for all that is not named besides. */
  List<Represented> representedBy(String deputy, LocalDate day) {
    List<String> scopes = absences.stream().map(Absence::scope).filter(Objects::nonNull).distinct().sorted().toList();
    List<Represented> represented = new ArrayList<>();
    for (String person : absences.stream().map(Absence::person).distinct().sorted().toList()) {
      Optional<String> forAll = actingFor(person, null, day);
      if (forAll.filter(deputy::equals).isPresent()) {
        represented.add(new Represented(person, null));
      }
      for (String scope : scopes) {
        Optional<String> acting = actingFor(person, scope, day);
        if (acting.filter(deputy::equals).isPresent() && !acting.equals(forAll)) {
          represented.add(new Represented(person, scope));
        }
      }
    }
    return represented;
  }

  /**
   * A way on which a new absence would lead back to whom it is about.
   *
   * @param people each is represented by the next, the last by the first
   */
  record Loop(List<String> people, LocalDate first, LocalDate last) {
  }

  /** The loop that an absence would close with those that are known; nothing if there is none. */
  Optional<Loop> loopOf(Absence added) {
    return added.deputy() == null ? Optional.empty()
        : loop(added, new ArrayList<>(List.of(added.person())), added.deputy(), added.scope(), added.firstDay(),
            added.lastDay());
  }

  private Optional<Loop> loop(Absence added, List<String> way, String next, String scope, LocalDate first,
      LocalDate last) {
    if (next.equals(added.person())) {
      return Optional.of(new Loop(List.copyOf(way), first, last));
    }
    if (way.contains(next)) {
      return Optional.empty();
    }
    way.add(next);
    for (Absence absence : absences) {
      boolean sameScope = scope == null || absence.scope() == null || absence.scope().equals(scope);
      if (absence.person().equals(next) && absence.deputy() != null && sameScope && absence.overlaps(first, last)) {
        Optional<Loop> found = loop(added, way, absence.deputy(), scope == null ? absence.scope() : scope,
            later(first, absence.firstDay()), earlier(last, absence.lastDay()));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    way.remove(way.size() - 1);
    return Optional.empty();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
