/**
 * Working days, holidays and the council's recess; periods that explain themselves, those of the law and those that a
 * city sets for its bodies in decision tables.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Kalender", allowedDependencies = "engine")
package de.gremienlauf.calendar;
