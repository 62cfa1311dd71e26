package de.gremienlauf.funding;

import java.time.LocalDate;

/** What every form and page about a project begins with. Absent values are null. */
public record ProjectHead(Long id, String municipality, String number, String name, String programme,
    String leadOffice, String grantor, ProjectState state, LocalDate plannedFrom, LocalDate plannedUntil,
    LocalDate earlyStartApprovedOn, LocalDate endedOn) {
}
