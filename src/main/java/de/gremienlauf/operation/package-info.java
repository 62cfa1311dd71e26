/**
 * What keeps the application in operation: whether everything that is stored fits together, figures for monitoring,
 * mails about what stands still, and the removal of what is no longer needed. It reads the tables of all modules.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Betrieb", allowedDependencies = {"engine",
    "mail"})
package de.gremienlauf.operation;
