/** Papers with their wordings, their consultations in the bodies, co-signatures, signatures and attachments. */
@org.springframework.modulith.ApplicationModule(displayName = "Vorlagen", allowedDependencies = {"engine", "calendar",
    "deadline", "document", "council", "meeting", "substitution"})
package de.gremienlauf.paper;
