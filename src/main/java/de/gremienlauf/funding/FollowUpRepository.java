package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface FollowUpRepository extends ListCrudRepository<FollowUp, Long> {

  default FollowUp required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Dieses Folgeprojekt gibt es nicht (mehr)."));
  }

  List<FollowUp> findByEarlierProjectIdOrderById(Long projectId);

  List<FollowUp> findByLaterProjectIdOrderById(Long projectId);

  /** Keeps everybody else off the entry until the transaction ends. */
  @Query("select id from follow_up where id = :id for update")
  Long lock(Long id);
}
