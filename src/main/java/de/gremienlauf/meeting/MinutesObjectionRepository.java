package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface MinutesObjectionRepository extends ListCrudRepository<MinutesObjection, Long> {

  List<MinutesObjection> findByMeetingIdOrderById(Long meetingId);

  List<MinutesObjection> findByRaisedInMeetingIdOrderById(Long meetingId);
}
