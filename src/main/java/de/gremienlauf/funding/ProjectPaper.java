package de.gremienlauf.funding;

import java.time.LocalDate;
import org.springframework.data.annotation.Id;

/**
 * A paper that a project goes to the committees with, or why it needs none. One paper may serve several projects.
 *
 * @param paperId null as long as it is not known, and for none
 * @param reference the number as a person gave it, e.g. Session-Nr. 3141/2019; null for a new paper
 * @param ground why no paper is needed; null otherwise
 * @param outcome null as long as the committees deal with it
 * @param endedOn the day of the resolution or of the last meeting
 */
record ProjectPaper(@Id Long id, Long projectId, Long paperId, String reference, PaperPurpose purpose, PaperNeed need,
    String ground, PaperOutcome outcome, LocalDate endedOn, Long amendmentId, Long reportId,
    String processInstanceId) {

  ProjectPaper decidedAs(PaperNeed chosen, Long paper, String printed, String why) {
    return new ProjectPaper(id, projectId, paper, printed, purpose, chosen, why, outcome, endedOn, amendmentId,
        reportId, processInstanceId);
  }

  ProjectPaper ended(PaperOutcome result, LocalDate day) {
    return new ProjectPaper(id, projectId, paperId, reference, purpose, need, ground, result, day, amendmentId,
        reportId, processInstanceId);
  }
}
