package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface AmendmentRepository extends ListCrudRepository<Amendment, Long> {

  /** The amendment, or one sentence for who asks for one that does not exist. */
  default Amendment required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Diese Änderung gibt es nicht (mehr)."));
  }

  List<Amendment> findByProjectIdOrderById(Long projectId);
}
