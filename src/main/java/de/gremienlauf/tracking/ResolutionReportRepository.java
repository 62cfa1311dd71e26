package de.gremienlauf.tracking;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ResolutionReportRepository extends ListCrudRepository<ResolutionReport, Long> {

  List<ResolutionReport> findByDutyIdInOrderById(Collection<Long> dutyIds);
}
