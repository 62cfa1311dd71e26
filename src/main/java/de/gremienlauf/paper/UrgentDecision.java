package de.gremienlauf.paper;

import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A decision in place of a body that cannot meet in time (§ 60 GO NRW). */
@Table("urgent_decision")
class UrgentDecision {

  @Id Long id;
  @Version int version;
  Long paperId;
  Long organizationId;
  String urgency;
  LocalDate neededBy;
  LocalDate mainCommitteeDay;
  UrgentDecisionState state = UrgentDecisionState.SIGNING;
  UrgentDecider decider;
  String ground;
  String firstBy;
  String secondBy;
  String secondFrom;
  String firstSignatory;
  Capacity firstCapacity;
  String firstRepresented;
  String firstSignedBy;
  String secondSignatory;
  String refusal;
  LocalDate decidedOn;
  String textHash;
  Long mainCommitteeStationId;
  Long approvalStationId;
  String rightsOfOthers;
  String consequences;
  String processInstanceId;

  /** As it heads the wording and stands in the history; only once decided. */
  String title() {
    return UrgentDecisions.TITLE + GermanDate.print(decidedOn);
  }

  /** Whether a wording with that label is one that was decided urgently: it repeats an earlier one. */
  static boolean heads(String label) {
    return label.startsWith(UrgentDecisions.TITLE);
  }

  /** The signatures as printed; null if the Hauptausschuss decided or nobody signed yet. */
  String signatures() {
    String first = firstSignatory == null ? null
        : firstCapacity == Capacity.OWN ? "gez. " + firstSignatory
        : "In Vertretung von " + firstRepresented + " gez. " + firstSignatory;
    String second = secondSignatory == null ? null : "gez. " + secondSignatory + " (Ratsmitglied)";
    return first == null ? second : second == null ? first : first + ", " + second;
  }
}
