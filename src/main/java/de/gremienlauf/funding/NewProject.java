package de.gremienlauf.funding;

import java.time.LocalDate;

/**
 * A project to begin.
 *
 * @param number the number it already has; null to give it one
 * @param programme the programme of the grantor, whose rules apply, e.g. Einwanderung gestalten NRW
 * @param leadOffice the office that runs it
 * @param grantor the authority that decides about the grant (Bewilligungsbehörde); null if not known yet
 * @param plannedFrom first day as planned; null if open
 * @param plannedUntil last day as planned; null if open
 */
public record NewProject(String municipality, String number, String name, String programme, String idea,
    String targetGroup, String leadOffice, String grantor, LocalDate plannedFrom, LocalDate plannedUntil) {
}
