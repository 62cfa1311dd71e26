package de.gremienlauf.meeting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ItemExclusionRepository extends ListCrudRepository<ItemExclusion, Long> {

  List<ItemExclusion> findByAgendaItemIdOrderById(Long agendaItemId);

  Optional<ItemExclusion> findByAgendaItemIdAndPersonId(Long agendaItemId, Long personId);
}
