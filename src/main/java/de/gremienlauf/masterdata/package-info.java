/** Takes over a city's bodies, persons, memberships, meetings and recesses from other systems. */
@org.springframework.modulith.ApplicationModule(displayName = "Stammdaten", allowedDependencies = {"engine",
    "calendar", "council", "meeting", "paper"})
package de.gremienlauf.masterdata;
