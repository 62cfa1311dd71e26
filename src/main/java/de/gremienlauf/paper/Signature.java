package de.gremienlauf.paper;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A signature under a paper, printed with "gez.".
 *
 * @param signatory the name as printed, e.g. StD Dr. Keller
 * @param capacity own, i. V. or i. A. (§ 68 GO NRW)
 * @param represented whom the signatory represents, e.g. OB Reker; null when signing for themselves
 * @param signedBy the login of who signed; null for what was recorded
 * @param textHash the SHA-256 of the text that was signed; null before it was kept
 */
record Signature(@Id Long id, Long paperId, int revision, String signatory, Capacity capacity, String represented,
    LocalDate signedOn, String signedBy, String textHash) {

  String printed() {
    return "gez. " + signatory
        + (capacity == Capacity.OWN ? "" : " " + capacity.label())
        + (represented == null ? "" : " von " + represented);
  }
}
