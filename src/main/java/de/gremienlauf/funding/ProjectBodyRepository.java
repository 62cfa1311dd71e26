package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectBodyRepository extends ListCrudRepository<ProjectBody, Long> {

  List<ProjectBody> findByProjectIdOrderById(Long projectId);

  List<ProjectBody> findByOrganizationIdOrderById(Long organizationId);
}
