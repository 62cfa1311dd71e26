/**
 * What becomes of papers and resolutions afterwards: papers that nobody took up again, and what a resolution obliges the
 * administration to do.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Beschlusskontrolle", allowedDependencies = {"engine",
    "calendar", "council", "deadline", "document", "meeting", "paper"})
package de.gremienlauf.tracking;
