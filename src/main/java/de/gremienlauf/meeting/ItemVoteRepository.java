package de.gremienlauf.meeting;

import de.gremienlauf.engine.ReadOnce;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface ItemVoteRepository extends ListCrudRepository<ItemVote, Long> {

  @Query("select * from item_vote where agenda_item_id = :item")
  Optional<ItemVote> findOfItem(Long item);
}
