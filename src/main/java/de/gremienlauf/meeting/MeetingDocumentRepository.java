package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MeetingDocumentRepository extends ListCrudRepository<MeetingDocument, Long> {

  List<MeetingDocument> findByMeetingIdOrderById(Long meetingId);

  @Query("select * from meeting_document where agenda_item_id = :item order by id")
  List<MeetingDocument> findOfItem(Long item);

  int countByMeetingIdAndKind(Long meetingId, MeetingDocumentKind kind);
}
