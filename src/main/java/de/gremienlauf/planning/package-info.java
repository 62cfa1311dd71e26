/**
 * Planning of a paper's way through its bodies: the earliest end, the latest start, what is critical and what would be
 * faster. It computes and stores nothing.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Planung", allowedDependencies = {"engine", "calendar",
    "paper"})
package de.gremienlauf.planning;
