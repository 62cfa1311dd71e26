/**
 * Reminds people of their work: escalation by decision table, mail as each person wants it, and the weekly list of the
 * heads of offices.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Erinnerungen", allowedDependencies = {"engine",
    "calendar", "deadline", "mail", "council", "substitution", "paper", "planning"})
package de.gremienlauf.reminder;
