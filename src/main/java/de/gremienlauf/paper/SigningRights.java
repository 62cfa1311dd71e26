package de.gremienlauf.paper;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.substitution.Substitutions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * In which capacity somebody may sign (§ 68 GO NRW): by an authority for good, or because somebody who has one is absent
 * today and they stand in for the group that signs. Jobs and replayed runs sign as it is recorded.
 */
@Service
@Transactional
public class SigningRights {

  private final SigningAuthorityRepository authorities;
  private final Substitutions substitutions;
  private final UserNames names;
  private final CurrentUser user;
  private final Clock clock;

  SigningRights(SigningAuthorityRepository authorities, Substitutions substitutions, UserNames names, CurrentUser user,
      Clock clock) {
    this.authorities = authorities;
    this.substitutions = substitutions;
    this.names = names;
    this.user = user;
    this.clock = clock;
  }

  /** Adds an authority. Returns whether it was not known. */
  public boolean add(SigningAuthority authority) {
    if (authority.capacity() == Capacity.OWN ? authority.represented() != null : authority.represented() == null) {
      throw new BusinessException(authority.capacity() == Capacity.OWN
          ? "Wer selbst zeichnet, vertritt niemanden." : "Wer i. V. oder i. A. zeichnet, vertritt jemanden.");
    }
    List<SigningAuthority> known =
        authorities.findByMunicipalityAndUserIdOrderById(authority.municipality(), authority.userId());
    if (known.stream().anyMatch(one -> one.capacity() == authority.capacity()
        && Objects.equals(one.represented(), authority.represented())
        && Objects.equals(one.leadOffice(), authority.leadOffice()) && one.generalDeputy() == authority.generalDeputy()
        && Objects.equals(one.validFrom(), authority.validFrom()))) {
      return false;
    }
    authorities.save(authority);
    return true;
  }

  /** How somebody may sign a paper today, what holds for good first. */
  @Transactional(readOnly = true)
  List<SigningRight> of(String userId, Paper paper) {
    LocalDate today = LocalDate.now(clock);
    List<SigningRight> rights = new ArrayList<>();
    List<SigningAuthority> own = valid(userId, paper.municipality, paper.leadOffice, today);
    own.forEach(one -> rights.add(
        new SigningRight(one.capacity(), one.signatory(), one.represented(), one.head() || one.generalDeputy())));
    String signatory = Stream.concat(own.stream(), valid(userId, paper.municipality, null, today).stream()).map(SigningAuthority::signatory)
        .findFirst().orElseGet(() -> names.of(userId));
    substitutions.absent(today).stream()
        .filter(person -> substitutions.actingFor(person, UserGroups.SIGNATORIES, today)
            .filter(userId::equals).isPresent())
        .flatMap(person -> valid(person, paper.municipality, paper.leadOffice, today).stream())
        .map(one -> new SigningRight(one.head() ? Capacity.IV : one.capacity(), signatory,
            one.head() ? one.signatory() : one.represented(), one.head() || one.generalDeputy()))
        .filter(right -> rights.stream().noneMatch(known -> known.capacity() == right.capacity()
            && known.represented().equals(right.represented()) && (known.urgent() || !right.urgent())))
        .forEach(rights::add);
    return rights;
  }

  private List<SigningAuthority> valid(String userId, String municipality, String leadOffice, LocalDate day) {
    return authorities.findByMunicipalityAndUserIdOrderById(municipality, userId).stream()
        .filter(one -> one.validOn(day) && (one.leadOffice() == null || one.leadOffice().equals(leadOffice))).toList();
  }

  /** What a form proposes to somebody; nothing if they have no right to sign. */
  @Transactional(readOnly = true)
  Optional<SigningRight> proposed(String userId, Paper paper, boolean urgent) {
    return userId == null ? Optional.empty()
        : of(userId, paper).stream().filter(right -> right.urgent() || !urgent).findFirst();
  }

  /**
   * Refuses a signature that contradicts itself, or for which the person who acts has no right.
   *
   * @param represented as entered; null for nobody
   */
  void require(Paper paper, Capacity capacity, String represented, boolean urgent) {
    if (capacity == Capacity.OWN && represented != null) {
      throw new BusinessException("Wer selbst zeichnet, vertritt niemanden: Bitte wählen Sie i. V. oder i. A., oder"
          + " nehmen Sie „" + represented + "“ heraus.");
    }
    if (capacity != Capacity.OWN && represented == null) {
      throw new BusinessException(capacity == Capacity.IV ? "Bitte geben Sie an, wen Sie vertreten."
          : "Bitte geben Sie an, in wessen Auftrag Sie zeichnen.");
    }
    if (user.id() == null) {
      return;
    }
    List<SigningRight> rights = of(user.id(), paper).stream().filter(right -> right.urgent() || !urgent).toList();
    if (rights.stream().noneMatch(right -> right.capacity() == capacity)) {
      String what = urgent ? "eine Dringlichkeitsentscheidung zu unterzeichnen" : "diese Vorlage zu zeichnen";
      throw new BusinessException(rights.isEmpty()
          ? "Für " + names.of(user.id()) + " ist keine Befugnis hinterlegt, " + what
              + ", und keine Vertretung eingetragen, aus der sie folgt."
          : "Für " + names.of(user.id()) + " ist keine Befugnis hinterlegt, " + capacity.label() + " " + what
              + "; möglich ist: " + rights.stream().map(right -> right.capacity().label()
                  + (right.represented() == null ? "" : " von " + right.represented())).distinct()
                  .collect(Collectors.joining(", ")) + ".");
    }
  }
}
