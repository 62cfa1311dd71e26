package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface QuorumFindingRepository extends ListCrudRepository<QuorumFinding, Long> {

  @Query("select * from quorum_finding where meeting_id = :meeting order by id")
  List<QuorumFinding> findOfMeeting(Long meeting);
}
