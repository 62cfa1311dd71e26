package de.gremienlauf.replay;

/** What a replay read back. */
sealed interface Replayed permits ReplayReport, StoryReport {

  String REPLAYED = "replayed";
  String DEVIATED = "deviated";
  String FAILED = "failed";

  String id();

  String status();

  /** What matters most in a few words. */
  String summary();
}
