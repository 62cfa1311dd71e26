package de.gremienlauf.meeting;

import de.gremienlauf.engine.ReadOnce;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface ItemVoteRepository extends ListCrudRepository<ItemVote, Long> {

  Optional<ItemVote> findByAgendaItemId(Long agendaItemId);
}
