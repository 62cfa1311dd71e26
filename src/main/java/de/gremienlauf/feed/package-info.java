/** Calendars of meetings that people subscribe to in their own calendar programs, and the calendar of a year. */
@org.springframework.modulith.ApplicationModule(displayName = "Kalender", allowedDependencies = {"engine", "calendar",
    "council", "document", "meeting"})
package de.gremienlauf.feed;
