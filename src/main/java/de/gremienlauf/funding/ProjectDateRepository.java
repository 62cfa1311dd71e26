package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectDateRepository extends ListCrudRepository<ProjectDate, Long> {

  List<ProjectDate> findByProjectIdOrderById(Long projectId);
}
