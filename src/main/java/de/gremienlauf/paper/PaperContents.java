package de.gremienlauf.paper;

import java.time.LocalDate;
import java.util.List;

/**
 * What a paper says and where it goes, as the forms of its tasks show it: without its files, its history and what became
 * of it. Absent values are null.
 */
public record PaperContents(Long id, String reference, String type, String name, String leadOffice, String originator,
    boolean publicPaper, String nonPublicGround, LocalDate outsideDeadline, String outsideDeadlineNote,
    List<PaperDetails.Point> resolutionPoints, List<PaperDetails.Block> blocks,
    List<PaperDetails.WordingLine> wordings, List<Stop> consultations, String returnedBecause) {

  /** The station with that id, which has to be one of this paper. */
  public Stop stop(Long consultationId) {
    return consultations.stream().filter(stop -> stop.id().equals(consultationId)).findFirst().orElseThrow();
  }

  /**
   * A station of the sequence.
   *
   * @param date the day on which it was dealt with, else that of its meeting
   */
  public record Stop(Long id, Long organizationId, String organization, String roleLabel, LocalDate date,
      ConsultationState state, LocalDate concludedOn) {
  }
}
