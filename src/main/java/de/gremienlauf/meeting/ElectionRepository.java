package de.gremienlauf.meeting;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ElectionRepository extends ListCrudRepository<Election, Long> {

  Optional<Election> findByAgendaItemId(Long agendaItemId);
}
