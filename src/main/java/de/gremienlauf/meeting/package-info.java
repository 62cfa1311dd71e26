/** Meetings of bodies and the votes taken in them. */
@org.springframework.modulith.ApplicationModule(displayName = "Sitzungen", allowedDependencies = {"engine", "council",
    "calendar", "deadline", "document", "mail", "substitution"})
package de.gremienlauf.meeting;
