/**
 * The audit export of a paper or a funded project: one file that says who decided what, when, in which capacity and on
 * which text, and the command that finds every byte of it that somebody changed.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Prüfexport", allowedDependencies = {"engine",
    "document", "council", "meeting", "paper", "funding"})
package de.gremienlauf.audit;
