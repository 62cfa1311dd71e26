package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectPartnerRepository extends ListCrudRepository<ProjectPartner, Long> {

  default ProjectPartner required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Diesen Partner gibt es nicht (mehr)."));
  }

  List<ProjectPartner> findByProjectIdOrderById(Long projectId);
}
