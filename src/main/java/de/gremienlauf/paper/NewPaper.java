package de.gremienlauf.paper;

/**
 * A paper to begin.
 *
 * @param municipality whose paper it is
 * @param type as printed, e.g. Beschlussvorlage
 * @param superordinatedReference the paper that an Änderungsantrag belongs to; null otherwise
 * @param recordedReference the number it already has elsewhere; null to give it one
 */
public record NewPaper(String municipality, String type, String name, String leadOffice,
    String superordinatedReference, String recordedReference) {
}
