package de.gremienlauf.paper;

/** Who takes an urgent decision. The decision table urgent-signatories says it. */
public enum UrgentDecider {

  MAIN_COMMITTEE,
  SIGNATORIES
}
