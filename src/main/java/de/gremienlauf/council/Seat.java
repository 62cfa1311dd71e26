package de.gremienlauf.council;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** By what right a person sits in a body (§§ 27, 58 GO NRW; project bodies know partners). */
public enum Seat {

  COUNCIL_MEMBER("Ratsmitglied"),
  /** Votes in a committee without being in the council (§ 58 (3) GO NRW). */
  EXPERT_CITIZEN("sachkundige/r Bürger*in"),
  /** Advises a committee (§ 58 (4) GO NRW). */
  EXPERT_RESIDENT("sachkundige/r Einwohner*in"),
  /** Elected into this body by those that it stands for, e.g. into an Integrationsrat (§ 27 GO NRW). */
  ELECTED("gewähltes Mitglied"),
  ADVISORY("beratendes Mitglied"),
  ADMINISTRATION("Verwaltung"),
  PARTNER("Partner*in");

  private final String label;

  Seat(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** The seat of that label; nothing if there is none. */
  public static Optional<Seat> labelled(String label) {
    return Stream.of(values()).filter(seat -> seat.label.equalsIgnoreCase(label)).findFirst();
  }

  /** What a printed role says of the seat, for lists that name nothing else. */
  static Seat inferred(String role, boolean votingRight) {
    String text = role.toLowerCase(Locale.GERMAN);
    if (text.contains("sachkundig")) {
      return text.contains("einwohner") ? EXPERT_RESIDENT : EXPERT_CITIZEN;
    }
    return votingRight ? COUNCIL_MEMBER : ADVISORY;
  }
}
