package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MinutesObjectionRepository extends ListCrudRepository<MinutesObjection, Long> {

  @Query("select * from minutes_objection where meeting_id = :meeting order by id")
  List<MinutesObjection> findOfMeeting(Long meeting);

  List<MinutesObjection> findByRaisedInMeetingIdOrderById(Long meetingId);
}
