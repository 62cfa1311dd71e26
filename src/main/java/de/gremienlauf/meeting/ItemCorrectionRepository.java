package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ItemCorrectionRepository extends ListCrudRepository<ItemCorrection, Long> {

  List<ItemCorrection> findByAgendaItemIdOrderById(Long agendaItemId);
}
