package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The signature that somebody gives, or refuses, under the minutes (§ 52 (1) GO NRW).
 *
 * @param round each time the minutes are presented is a round of its own
 * @param signer as what the person signs, e.g. "Vorsitz"
 * @param candidateGroup the group that does it
 * @param ground the rule that demands it
 * @param signatory the name under the minutes; null unless signed
 * @param reason of the objection; null unless one was raised
 */
@Table("minutes_signature")
public record MinutesSignature(@Id Long id, Long meetingId, @Column("round_number") int round, String signer,
    String candidateGroup, String ground, LocalDate dueOn, State state, String signatory, String reason,
    LocalDateTime decidedAt, String decidedBy) {

  /** Where it stands. */
  public enum State {
    REQUESTED,
    SIGNED,
    OBJECTED
  }

  MinutesSignature decided(State decision, String name, String objection, LocalDateTime at, String by) {
    return new MinutesSignature(id, meetingId, round, signer, candidateGroup, ground, dueOn, decision, name,
        objection, at, by);
  }

  /** The line under the minutes. */
  String printed() {
    return "gez. " + signatory + ", " + signer;
  }
}
