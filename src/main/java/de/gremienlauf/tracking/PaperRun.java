package de.gremienlauf.tracking;

import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.ConsultationState;
import de.gremienlauf.paper.ResultEffect;
import java.time.LocalDate;
import java.util.List;

/** A released paper with its stations, as far as the question needs them whether it was forgotten. */
record PaperRun(Long paperId, String reference, String type, String name, String leadOffice, LocalDate releasedOn,
    List<Station> stations) {

  /**
   * A station of the sequence; days are null where there is none.
   *
   * @param meetingDay not of a cancelled meeting
   * @param noResult whether the body dealt with it and nobody knows what it said
   * @param behindClosedDoors whether what the body said is not for everybody
   */
  record Station(int number, String body, ConsultationRole role, ConsultationState state, LocalDate plannedOn,
      LocalDate meetingDay, LocalDate concludedOn, LocalDate droppedOn, ResultEffect effect, boolean runEnds,
      boolean noResult, boolean behindClosedDoors) {

    boolean existedOn(LocalDate day) {
      return plannedOn == null || !plannedOn.isAfter(day);
    }

    boolean concludedBy(LocalDate day) {
      return state == ConsultationState.CONCLUDED && !concludedOn.isAfter(day);
    }

    boolean openOn(LocalDate day) {
      return !concludedBy(day)
          && (state != ConsultationState.DROPPED || droppedOn != null && droppedOn.isAfter(day));
    }

    boolean putOff() {
      return effect == ResultEffect.POSTPONED || effect == ResultEffect.REFERRED;
    }

    /** When the body dealt or deals with it. */
    LocalDate day() {
      return concludedOn == null ? meetingDay : concludedOn;
    }
  }
}
