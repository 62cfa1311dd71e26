/** Takes over a city's bodies, persons, memberships and meetings from other systems. */
@org.springframework.modulith.ApplicationModule(displayName = "Stammdaten", allowedDependencies = {"engine", "council",
    "meeting"})
package de.gremienlauf.masterdata;
