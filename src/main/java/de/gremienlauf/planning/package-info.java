/**
 * Planning of a paper's way through its bodies: the earliest end, the latest start, what is critical and what would be
 * faster. {@link de.gremienlauf.planning.Planner} computes and stores nothing; papers under way are planned again and
 * again, and who misses a deadline is warned about.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Planung", allowedDependencies = {"engine", "calendar",
    "council", "deadline", "meeting", "paper"})
package de.gremienlauf.planning;
