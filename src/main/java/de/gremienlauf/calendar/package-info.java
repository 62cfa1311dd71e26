/** Working days, holidays and periods of a German city administration. */
@org.springframework.modulith.ApplicationModule(displayName = "Kalender", allowedDependencies = "engine")
package de.gremienlauf.calendar;
