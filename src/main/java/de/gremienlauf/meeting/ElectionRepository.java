package de.gremienlauf.meeting;

import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ElectionRepository extends ListCrudRepository<Election, Long> {

  @Query("select * from election where agenda_item_id = :item")
  Optional<Election> findOfItem(Long item);
}
