package de.gremienlauf.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * What the clerk writes: the text of a paper and what is known about its way.
 *
 * @param originator who filed a paper from politics; null for the administration's own
 * @param nonPublicGround why it is not public (§ 48 (2) GO NRW); null if it is public
 * @param resolution the Beschlussvorschlag; numbered points start a line with "1."
 * @param reasons Begründung, or the text of a Mitteilung
 * @param references numbers of other papers
 * @param outsideDeadline a date set by somebody else, e.g. a funder
 * @param coSigningOffices ids of the offices that have to co-sign
 */
public record Draft(String name, String leadOffice, String originator, List<String> topics, List<String> districts,
    boolean publicPaper, String nonPublicGround, String resolution, String reasons, String budget, String alternative,
    List<String> references, LocalDate outsideDeadline, String outsideDeadlineNote, List<Long> coSigningOffices) {
}
