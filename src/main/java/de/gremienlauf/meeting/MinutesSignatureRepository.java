package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MinutesSignatureRepository extends ListCrudRepository<MinutesSignature, Long> {

  @Query("select * from minutes_signature where meeting_id = :meetingId and round_number = :round order by id")
  List<MinutesSignature> ofRound(Long meetingId, int round);

  @Modifying
  @Query("update minutes_signature set due_on = :day where id = :id")
  void moveDue(Long id, LocalDate day);
}
