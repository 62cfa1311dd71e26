/** Bodies, offices, persons and memberships of a municipality, with their validity and succession. */
@org.springframework.modulith.ApplicationModule(displayName = "Gremien", allowedDependencies = "engine")
package de.gremienlauf.council;
