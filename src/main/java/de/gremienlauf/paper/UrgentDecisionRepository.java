package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface UrgentDecisionRepository extends ListCrudRepository<UrgentDecision, Long> {

  List<UrgentDecision> findByPaperIdOrderById(Long paperId);
}
