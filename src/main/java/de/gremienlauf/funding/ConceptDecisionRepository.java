package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ConceptDecisionRepository extends ListCrudRepository<ConceptDecision, Long> {

  List<ConceptDecision> findByConceptVersionOrderById(Long conceptVersion);
}
