package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ConceptRepository extends ListCrudRepository<Concept, Long> {

  List<Concept> findByProjectIdOrderById(Long projectId);
}
