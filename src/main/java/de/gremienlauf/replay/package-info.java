/**
 * Replays recorded committee runs: drives the real models with the real tasks on the recorded dates, and reads the run
 * back from the engine's history and the domain tables.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Nachspielen", allowedDependencies = {"engine",
    "calendar", "document", "council", "meeting", "paper", "funding"})
package de.gremienlauf.replay;
