package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface AgendaItemRepository extends ListCrudRepository<AgendaItem, Long> {

  List<AgendaItem> findByMeetingIdOrderByPositionAscIdAsc(Long meetingId);

  List<AgendaItem> findByMeetingIdAndStateIn(Long meetingId, List<AgendaItemState> states);
}
