/** A city to try the product with: only in the profile {@code sample}, never in a real installation. */
@org.springframework.modulith.ApplicationModule(displayName = "Beispieldaten", allowedDependencies = {"engine",
    "calendar", "document", "council", "meeting", "paper", "funding", "substitution"})
package de.gremienlauf.sample;
