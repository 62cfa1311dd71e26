package de.gremienlauf.funding;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ConceptVersionRepository extends ListCrudRepository<ConceptVersion, Long> {

  List<ConceptVersion> findByConceptOrderByVersionNumber(Long concept);

  Optional<ConceptVersion> findByConceptAndVersionNumber(Long concept, int versionNumber);
}
