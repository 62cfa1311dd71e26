package de.gremienlauf.meeting;

/** What a body did with the motion it voted on. A tie is a rejection (§ 50 (1) GO NRW). */
public enum VoteOutcome {
  ACCEPTED,
  REJECTED
}
