/**
 * What stands between people and the application: who may come in, who belongs to which group and what that allows,
 * and what their task lists show.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Arbeitsplatz", allowedDependencies = {"engine",
    "calendar", "document", "council", "meeting", "paper", "funding", "substitution", "startup"})
package de.gremienlauf.workplace;
