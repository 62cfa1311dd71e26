package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ProgressReportRepository extends ListCrudRepository<ProgressReport, Long> {

  /** The report, or one sentence for who asks for one that does not exist. */
  default ProgressReport required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Diesen Bericht gibt es nicht (mehr)."));
  }

  List<ProgressReport> findByProjectIdOrderByReportNumber(Long projectId);
}
