package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * One version of a concept.
 *
 * @param description what it brings, in words that follow "wurde", e.g. "entsprechend den Förderbedingungen
 *     überarbeitet"; null for nothing
 * @param decidedOn the day of the first decision on it; null if there is none or its day is not known
 * @param decidedAssumed whether that day is assumed
 * @param documentHash its text in the document store; null if it is not kept here
 */
public record ConceptVersion(@Id Long id, Long concept, int versionNumber, String description, LocalDate decidedOn,
    boolean decidedAssumed, String documentHash) {

  ConceptVersion decided(LocalDate day) {
    return new ConceptVersion(id, concept, versionNumber, description, day, decidedAssumed, documentHash);
  }

  ConceptVersion assumed() {
    return new ConceptVersion(id, concept, versionNumber, description, decidedOn, true, documentHash);
  }
}
