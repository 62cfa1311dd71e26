/**
 * Funded projects from the idea to the proof of use: applications, notices with their periods, amendments, reports,
 * calls for funds, what a project achieved and who goes on with it.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Förderprojekte", allowedDependencies = {"engine",
    "calendar", "deadline", "document", "mail", "council", "meeting", "paper", "substitution"})
package de.gremienlauf.funding;
