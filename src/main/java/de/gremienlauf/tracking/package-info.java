/** What becomes of papers and resolutions afterwards: papers that nobody took up again. */
@org.springframework.modulith.ApplicationModule(displayName = "Beschlusskontrolle", allowedDependencies = {"engine",
    "meeting", "paper"})
package de.gremienlauf.tracking;
