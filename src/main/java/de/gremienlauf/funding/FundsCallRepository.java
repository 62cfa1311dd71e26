package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface FundsCallRepository extends ListCrudRepository<FundsCall, Long> {

  /** The call, or one sentence for who asks for one that does not exist. */
  default FundsCall required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Diesen Mittelabruf gibt es nicht (mehr)."));
  }

  List<FundsCall> findByProjectIdOrderById(Long projectId);
}
