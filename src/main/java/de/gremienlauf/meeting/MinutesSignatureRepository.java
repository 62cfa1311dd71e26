package de.gremienlauf.meeting;

import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MinutesSignatureRepository extends ListCrudRepository<MinutesSignature, Long> {

  @Query("select * from minutes_signature where meeting_id = :meetingId and round_number = :round order by id")
  List<MinutesSignature> ofRound(Long meetingId, int round);

  /** Those of the last round; empty before the first. */
  @Query("select * from minutes_signature where meeting_id = :meetingId and round_number ="
      + " (select max(s.round_number) from minutes_signature s where s.meeting_id = :meetingId) order by id")
  List<MinutesSignature> ofLastRound(Long meetingId);

  /** The signatures under what the minutes say now; none once somebody has objected, for then they are drafted anew. */
  private static List<MinutesSignature> given(List<MinutesSignature> round) {
    return round.stream().anyMatch(one -> one.state() == MinutesSignature.State.OBJECTED) ? List.of()
        : round.stream().filter(one -> one.state() == MinutesSignature.State.SIGNED).toList();
  }

  /** Whether the minutes are signed as they are, by one at least. */
  default boolean signed(Long meetingId) {
    return !given(ofLastRound(meetingId)).isEmpty();
  }

  /** Refuses to change what somebody has already signed, and says which way is left. */
  default void requireUnsigned(Long meetingId) {
    List<MinutesSignature> round = ofLastRound(meetingId);
    List<MinutesSignature> given = given(round);
    if (given.isEmpty()) {
      return;
    }
    String pending = round.stream().filter(one -> one.state() == MinutesSignature.State.REQUESTED)
        .map(MinutesSignature::signer).collect(Collectors.joining(" oder "));
    throw new BusinessException("Die Niederschrift ist schon unterzeichnet ("
        + given.stream().map(one -> one.signatory() + ", " + one.signer()).collect(Collectors.joining("; "))
        + "). Ihr Text, die Ergebnisse, die Anwesenheit und die Feststellungen zur Beschlussfähigkeit lassen sich"
        + " deshalb nicht mehr ändern. " + (pending.isEmpty()
            ? "Ein Fehler lässt sich nach ihrer Freigabe in der nächsten Sitzung mit einer Einwendung berichtigen."
            : "Ist etwas falsch, bitte in der Aufgabe „Niederschrift unterzeichnen“ (" + pending + ") einen Einwand"
                + " erheben; danach wird sie neu entworfen und neu unterzeichnet."));
  }

  @Modifying
  @Query("update minutes_signature set due_on = :day where id = :id")
  void moveDue(Long id, LocalDate day);
}
