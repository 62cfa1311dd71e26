package de.gremienlauf.meeting;

import java.util.List;

/** Knows which bodies have to deal with a matter before this one; answered by the module of the papers. */
public interface EarlierBodies {

  /** Names of bodies of an earlier rank that have no result yet; empty if the item may be called. */
  List<String> withoutResult(Long consultationId);
}
