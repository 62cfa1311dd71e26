package de.gremienlauf.substitution;

import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.engine.UserNames;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who acts for whom on a day, once everybody's absence is taken into account. */
@Service
@Transactional(readOnly = true)
public class Substitutions {

  private static final Set<String> NOT_HANDED_ON =
      Set.of(UserGroups.MANAGERS, UserGroups.AUDITORS, UserGroups.ANALYSTS, UserGroups.ADMINISTRATORS);

  private static final String MARK = "vertretung-";
  /** Characters that the engine keeps of a group's id. */
  private static final int GROUP_ID = 64;

  private final AbsenceRepository absences;
  private final UserNames users;

  Substitutions(AbsenceRepository absences, UserNames users) {
    this.absences = absences;
    this.users = users;
  }

  /**
   * Who acts in the end for somebody of the administration: the deputy, or the deputy's deputy if that one is absent too.
   *
   * @param userId the login
   * @param group in which group's work; null for any: then the deputy for everything comes first
   * @return the login; nothing if the person is there or nobody is free
   */
  public Optional<String> actingFor(String userId, String group, LocalDate day) {
    Deputies deputies = on(Chain.ADMINISTRATION, day);
    return group == null ? deputies.actingInAnyScope(userId, day) : deputies.actingFor(userId, group, day);
  }

  /** For whom somebody of the administration acts on a day, chains resolved, each with the group; null for all. */
  public List<Represented> representedBy(String userId, LocalDate day) {
    return on(Chain.ADMINISTRATION, day).representedBy(userId, day);
  }

  /** The group without members that marks the tasks which somebody sees as a deputy; a hash stands for a long login. */
  public static String mark(String userId) {
    String mark = MARK + userId;
    return mark.length() <= GROUP_ID ? mark
        : MARK + UUID.nameUUIDFromBytes(userId.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a group is such a mark. */
  public static boolean isMark(String group) {
    return group.startsWith(MARK);
  }

  /** Who takes the chair of a body in the place of a person of the council; nothing as above. */
  public Optional<Long> chairFor(Long personId, Long organizationId, LocalDate day) {
    return on(Chain.CHAIR, day).actingFor(String.valueOf(personId), String.valueOf(organizationId), day)
        .map(Long::valueOf);
  }

  /** The groups in whose work somebody stands in on a day; what only watches or administers is not handed on. */
  public Set<String> groupsActedFor(String userId, LocalDate day) {
    Deputies deputies = on(Chain.ADMINISTRATION, day);
    return deputies.representedBy(userId, day).stream().map(Represented::person).distinct()
        .flatMap(person -> users.groups(person).keySet().stream()
            .filter(group -> deputies.actingFor(person, group, day).filter(userId::equals).isPresent()))
        .filter(group -> !NOT_HANDED_ON.contains(group)).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Who is absent in the administration on a day, for whom anybody may act. */
  public Set<String> absent(LocalDate day) {
    return absences.between(Chain.ADMINISTRATION.name(), day, day).stream().map(Absence::person)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Deputies on(Chain chain, LocalDate day) {
    return new Deputies(absences.between(chain.name(), day, day));
  }
}
