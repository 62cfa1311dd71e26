package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface QuorumFindingRepository extends ListCrudRepository<QuorumFinding, Long> {

  List<QuorumFinding> findByMeetingIdOrderById(Long meetingId);
}
