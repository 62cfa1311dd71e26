package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface AttendanceRepository extends ListCrudRepository<AttendanceRow, Long> {

  List<AttendanceRow> findByMeetingIdOrderById(Long meetingId);
}
