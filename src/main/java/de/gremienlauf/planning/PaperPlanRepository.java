package de.gremienlauf.planning;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PaperPlanRepository extends ListCrudRepository<PaperPlan, Long> {

  List<PaperPlan> findByWarningProcessIdIsNotNull();
}
