package de.gremienlauf.funding;

import java.util.List;

/** Knows what a paper about a project says before a person edits it. One for each purpose. */
interface PaperText {

  /**
   * The proposed text.
   *
   * @param subject as it is to stand on the agenda
   * @param resolution the Beschlussvorschlag; null for what only informs
   * @param reasons Begründung, or the text of a Mitteilung
   * @param budget what it costs; null if nothing is said
   * @param references numbers of earlier papers
   */
  record Proposal(String subject, String resolution, String reasons, String budget, List<String> references,
      List<Annex> annexes) {
  }

  /**
   * A file that goes with the paper.
   *
   * @param printed false if it is only provided digitally (nicht umgedruckt)
   */
  record Annex(String name, String fileName, byte[] content, boolean printed) {
  }

  boolean serves(PaperPurpose purpose);

  /**
   * Proposes the text.
   *
   * @param paper what the paper is for
   */
  Proposal propose(ProjectPaper paper);
}
