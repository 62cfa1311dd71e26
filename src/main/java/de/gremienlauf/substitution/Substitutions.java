package de.gremienlauf.substitution;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who acts for whom on a day, once everybody's absence is taken into account. */
@Service
@Transactional(readOnly = true)
public class Substitutions {

  private final AbsenceRepository absences;

  Substitutions(AbsenceRepository absences) {
    this.absences = absences;
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

  /** Who takes the chair of a body in the place of a person of the council; nothing as above. */
  public Optional<Long> chairFor(Long personId, Long organizationId, LocalDate day) {
    return on(Chain.CHAIR, day).actingFor(String.valueOf(personId), String.valueOf(organizationId), day)
        .map(Long::valueOf);
  }

  private Deputies on(Chain chain, LocalDate day) {
    return new Deputies(absences.between(chain.name(), day, day));
  }
}
