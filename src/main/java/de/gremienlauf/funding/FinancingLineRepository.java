package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface FinancingLineRepository extends ListCrudRepository<FinancingLine, Long> {

  List<FinancingLine> findByProjectIdOrderByLineNumber(Long projectId);
}
