/**
 * Who acts when somebody is absent (Vertretung): the calendar of absences with their deputies, in the administration and,
 * apart from it, in the chair of the bodies.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Vertretung", allowedDependencies = {"engine", "calendar",
    "council"})
package de.gremienlauf.substitution;
