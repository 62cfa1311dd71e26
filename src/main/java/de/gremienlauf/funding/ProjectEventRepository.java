package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectEventRepository extends ListCrudRepository<ProjectEvent, Long> {

  List<ProjectEvent> findByProjectIdOrderById(Long projectId);
}
