package de.gremienlauf.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ItemExclusionRepository extends ListCrudRepository<ItemExclusion, Long> {

  @Query("select * from item_exclusion where agenda_item_id = :item order by id")
  List<ItemExclusion> findOfItem(Long item);

  Optional<ItemExclusion> findByAgendaItemIdAndPersonId(Long agendaItemId, Long personId);

  @Query("select e.* from item_exclusion e join agenda_item i on i.id = e.agenda_item_id where i.meeting_id = :meeting"
      + " order by e.id")
  List<ItemExclusion> ofMeeting(Long meeting);
}
