package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface MeetingEventRepository extends ListCrudRepository<MeetingEvent, Long> {

  List<MeetingEvent> findByMeetingIdOrderById(Long meetingId);
}
