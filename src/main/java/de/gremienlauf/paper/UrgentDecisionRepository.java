package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface UrgentDecisionRepository extends ListCrudRepository<UrgentDecision, Long> {

  @Query("select * from urgent_decision where paper_id = :paper order by id")
  List<UrgentDecision> findOfPaper(Long paper);
}
