package de.gremienlauf.meeting;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ItemCorrectionRepository extends ListCrudRepository<ItemCorrection, Long> {

  @Query("select * from item_correction where agenda_item_id = :item order by id")
  List<ItemCorrection> findOfItem(Long item);
}
