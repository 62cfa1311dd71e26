package de.gremienlauf.meeting;

/** When a body is quorate; which rule holds for a body says the decision table {@code quorum}. */
public enum QuorumRule {

  /** More than half of the statutory members are there (§ 49 (1) GO NRW). */
  STATUTORY_HALF,
  /** The same, and more council members than expert citizens are there (§ 58 (3) GO NRW). */
  COMMITTEE,
  /** No rule, as in the bodies of a project. */
  NONE
}
