package de.gremienlauf.council;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A person's seat in a body (OParl: Membership).
 *
 * @param membershipRole as printed: Vorsitz, Mitglied, sachkundige Einwohnerin ...
 * @param politicalGroup the Fraktion or Gruppe for which the person sits in the body; null for none
 * @param votingRight whether the person votes; property of the membership, not of the person (§ 58 GO NRW)
 * @param deputy whether the person only sits in the place of an absent member
 * @param deputyFor the person that a deputy stands in for; null for anybody of the group
 */
public record Membership(@Id Long id, Long personId, Long organizationId, String membershipRole, String politicalGroup,
    Seat seat, boolean votingRight, boolean deputy, Long deputyFor, Participation participation, LocalDate startDate,
    LocalDate endDate) {

  /** A regular member without a group; what kind of seat it is says the role. */
  public static Membership of(Person person, Organization organization, String role, boolean votingRight,
      LocalDate start, LocalDate end) {
    return new Membership(null, person.id(), organization.id(), role, null, Seat.inferred(role, votingRight),
        votingRight, false, null, Participation.PERMANENT, start, end);
  }

  /** The same for a group; null for none. */
  public Membership inGroup(String group) {
    return new Membership(id, personId, organizationId, membershipRole, group, seat, votingRight, deputy, deputyFor,
        participation, startDate, endDate);
  }

  /** The same on another kind of seat. */
  public Membership on(Seat other) {
    return new Membership(id, personId, organizationId, membershipRole, politicalGroup, other, votingRight, deputy,
        deputyFor, participation, startDate, endDate);
  }

  /** The same as a deputy of a person; of anybody of the group if that is null. */
  public Membership asDeputyOf(Long personOrNull) {
    return new Membership(id, personId, organizationId, membershipRole, politicalGroup, seat, votingRight, true,
        personOrNull, participation, startDate, endDate);
  }

  /** The same with another participation. */
  public Membership taking(Participation part) {
    return new Membership(id, personId, organizationId, membershipRole, politicalGroup, seat, votingRight, deputy,
        deputyFor, part, startDate, endDate);
  }

  /** Whether it holds on a day. */
  public boolean validOn(LocalDate day) {
    return (startDate == null || !day.isBefore(startDate)) && (endDate == null || !day.isAfter(endDate));
  }
}
