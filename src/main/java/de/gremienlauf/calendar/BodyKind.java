package de.gremienlauf.calendar;

/**
 * What the decision tables know a body by.
 *
 * @param municipality its name as people read it, without what keeps a replayed case apart
 * @param name the body's name as printed
 * @param classification what kind of body, e.g. Parlament, Ausschuss, Bezirksvertretung; null if unknown
 */
public record BodyKind(String municipality, String name, String classification) {
}
