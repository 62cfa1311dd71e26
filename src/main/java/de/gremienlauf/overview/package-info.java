/**
 * What heads of offices look at in Cockpit: what is under way, what is late and where, what has come to its end and how
 * long it took. Everything is read from the tables of the domain in queries whose work does not grow with what is
 * finished.
 */
@org.springframework.modulith.ApplicationModule(displayName = "Übersicht", allowedDependencies = {"engine", "council",
    "paper", "planning", "funding"})
package de.gremienlauf.overview;
