package de.gremienlauf.funding;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface FinalReportRepository extends ListCrudRepository<FinalReport, Long> {

  Optional<FinalReport> findByProjectId(Long projectId);
}
