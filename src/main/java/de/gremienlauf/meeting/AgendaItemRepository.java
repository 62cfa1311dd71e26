package de.gremienlauf.meeting;

import de.gremienlauf.engine.ReadOnce;
import de.gremienlauf.engine.BusinessException;
import java.util.List;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface AgendaItemRepository extends ListCrudRepository<AgendaItem, Long> {

  /** The item, or one sentence for who asks for one that does not exist. */
  default AgendaItem required(Long id) {
    return findById(id)
        .orElseThrow(() -> BusinessException.unknown("Diesen Tagesordnungspunkt gibt es nicht (mehr)."));
  }

  /** The items of a meeting in their order. */
  @Query("select * from agenda_item where meeting_id = :meeting order by position, id")
  List<AgendaItem> findOfMeeting(Long meeting);

  /** Titles of the headings that other agendas of a body have. */
  @Query("""
      select distinct i.section from agenda_item i join meeting m on m.id = i.meeting_id
      where m.organization_id = :organization and m.id <> :meeting and m.state <> 'CANCELLED'
        and i.item_kind = 'STANDING' and i.state in ('ON_AGENDA', 'CONCLUDED')""")
  Set<String> sections(Long organization, Long meeting);

  @Query("select coalesce(max(supplement_number), 0) from agenda_item where meeting_id = :meeting")
  int lastSupplement(Long meeting);

  /** Those of a meeting's items that are in one of these states, in their order. */
  default List<AgendaItem> in(Long meetingId, AgendaItemState... states) {
    return findOfMeeting(meetingId).stream()
        .filter(item -> List.of(states).contains(item.state)).toList();
  }
}
