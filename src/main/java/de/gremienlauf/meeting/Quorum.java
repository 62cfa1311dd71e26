package de.gremienlauf.meeting;

import de.gremienlauf.council.Seat;
import java.util.List;

/**
 * Whether a body is quorate at a time.
 *
 * @param body the name of the body; of several ones in a joint meeting
 * @param present voting members who are there, or their deputies
 * @param statutory the statutory number of members; null if it is not known or does not matter
 * @param needed how many have to be there; null if any number will do or it is not known
 * @param reached whether enough are there. Not reached does not yet mean without quorum: a body counts as quorate until
 *     the contrary is established (§ 49 (1) GO NRW)
 * @param attendanceKept whether anybody noted who is there; if not, the numbers mean nothing
 * @param incapacityEstablished whether the chair has established that the body is not quorate, and nothing else since
 * @param explanation German, for the minute taker
 */
public record Quorum(String body, int present, Integer statutory, Integer needed, boolean reached,
    boolean attendanceKept, boolean incapacityEstablished, String explanation, String ground) {

  /**
   * Applies a rule to those who are there.
   *
   * @param statutory null if not known
   * @param second whether the meeting was called for the second time on the same matters (§ 49 (2) GO NRW)
   */
  static Quorum of(String body, QuorumRule rule, Integer statutory, List<Seat> present, boolean second, boolean kept,
      String ground) {
    int number = present.size();
    if (rule == QuorumRule.NONE) {
      return new Quorum(body, number, null, null, true, kept, false,
          "Für dieses Gremium ist keine Zahl von Anwesenden vorgeschrieben.", ground);
    }
    if (second) {
      return new Quorum(body, number, statutory, null, true, kept, false, "Zum zweiten Mal wegen Beschlussunfähigkeit"
          + " einberufen: ohne Rücksicht auf die Zahl der Erschienenen beschlussfähig.", "§ 49 Abs. 2 GO NRW");
    }
    if (statutory == null) {
      return new Quorum(body, number, null, null, false, kept, false,
          "Die gesetzliche Mitgliederzahl ist nicht bekannt; die Beschlussfähigkeit lässt sich nicht berechnen.",
          ground);
    }
    int needed = statutory / 2 + 1;
    if (!kept) {
      return new Quorum(body, number, statutory, needed, false, false, false,
          "Die Anwesenheit ist nicht erfasst; " + needed + " von " + statutory + " müssten anwesend sein.", ground);
    }
    String counted = number + " von " + statutory + " Stimmberechtigten sind anwesend, mindestens " + needed
        + " müssen es sein";
    long members = present.stream().filter(seat -> seat == Seat.COUNCIL_MEMBER).count();
    long citizens = present.stream().filter(seat -> seat == Seat.EXPERT_CITIZEN).count();
    boolean outnumbered = rule == QuorumRule.COMMITTEE && members <= citizens;
    String judged = number < needed ? counted + ": nicht erreicht."
        : !outnumbered ? counted + ": beschlussfähig."
            : counted + ". Es sind aber nicht mehr Ratsmitglieder (" + members
                + ") als sachkundige Bürgerinnen und Bürger (" + citizens + ") anwesend: nicht erreicht.";
    return new Quorum(body, number, statutory, needed, number >= needed && !outnumbered, true, false, judged, ground);
  }

  /** The same after the chair has said whether it is quorate; null if the chair has not. */
  Quorum after(QuorumFinding finding) {
    if (finding == null || finding.quorate()) {
      return reached || needed == null || !attendanceKept ? this : explained(false,
          explanation + " Das Gremium gilt als beschlussfähig, solange das Gegenteil nicht festgestellt ist.");
    }
    return explained(true, explanation + " Die Beschlussunfähigkeit ist um " + SessionTime.print(finding.foundAt())
        + " festgestellt worden.");
  }

  private Quorum explained(boolean incapacity, String text) {
    return new Quorum(body, present, statutory, needed, reached, attendanceKept, incapacity, text, ground);
  }
}
