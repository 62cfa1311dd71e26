package de.gremienlauf.meeting;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ItemVoteRepository extends ListCrudRepository<ItemVote, Long> {

  Optional<ItemVote> findByAgendaItemId(Long agendaItemId);
}
