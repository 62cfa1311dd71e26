package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface AttendanceRepository extends ListCrudRepository<AttendanceRow, Long> {

  @Query("select * from attendance where meeting_id = :meeting order by id")
  List<AttendanceRow> findOfMeeting(Long meeting);
}
