package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface MeetingDocumentRepository extends ListCrudRepository<MeetingDocument, Long> {

  List<MeetingDocument> findByMeetingIdOrderById(Long meetingId);

  List<MeetingDocument> findByAgendaItemIdOrderById(Long agendaItemId);

  int countByMeetingIdAndKind(Long meetingId, MeetingDocumentKind kind);
}
