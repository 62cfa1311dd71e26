package de.gremienlauf.meeting;

import de.gremienlauf.council.Organization;
import java.util.Optional;

/** Knows the papers behind the items; answered by their module. */
public interface Matters {

  /**
   * The text of the resolution that a body votes on; null if the paper has none.
   *
   * @param wording its number; null for the one that it voted on, or for the current one as long as it has not
   */
  String resolution(Long consultationId, Integer wording);

  /** The id of the body that deals with the matter. */
  Long body(Long consultationId);

  /** Whether the body's vote decides the matter and is not only advice. */
  boolean decides(Long consultationId);

  /** Whether the body has decided the matter; empty as long as nobody has said what its result means. */
  Optional<Boolean> decided(Long consultationId);

  /** The office that leads, if it is one of the municipality's. */
  Optional<Organization> leadOffice(Long consultationId);
}
