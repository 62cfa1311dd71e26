package de.gremienlauf.funding;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface FindingRepository extends ListCrudRepository<Finding, Long> {

  Optional<Finding> findByProjectIdAndCodeAndSubject(Long projectId, FindingCode code, String subject);

  List<Finding> findByProjectIdOrderById(Long projectId);
}
