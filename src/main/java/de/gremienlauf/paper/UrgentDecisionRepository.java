package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface UrgentDecisionRepository extends ListCrudRepository<UrgentDecision, Long> {

  List<UrgentDecision> findByPaperIdOrderById(Long paperId);
}
