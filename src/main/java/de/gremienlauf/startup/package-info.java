/**
 * What is looked at before the application starts: its settings, its database and the schema in it. What an operator got
 * wrong is said in one sentence, with an exit code of its own, before anything else happens.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Start", allowedDependencies = {"engine", "mail"})
package de.gremienlauf.startup;
