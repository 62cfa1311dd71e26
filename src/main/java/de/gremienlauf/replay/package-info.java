/**
 * Replays recorded committee runs and stories of funded projects: drives the real models with the real tasks on the
 * recorded dates, and reads what happened back from the engine's history, the domain tables and the documents.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Nachspielen", allowedDependencies = {"engine",
    "calendar", "document", "council", "meeting", "paper", "funding"})
package de.gremienlauf.replay;
