package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface OpenPointRepository extends ListCrudRepository<OpenPoint, Long> {

  List<OpenPoint> findByConceptOrderById(Long concept);
}
