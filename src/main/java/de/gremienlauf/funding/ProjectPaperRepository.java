package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectPaperRepository extends ListCrudRepository<ProjectPaper, Long> {

  default ProjectPaper required(Long id) {
    return findById(id)
        .orElseThrow(() -> BusinessException.unknown("Diese Beteiligung der Gremien gibt es nicht (mehr)."));
  }

  List<ProjectPaper> findByProjectIdOrderById(Long projectId);

  List<ProjectPaper> findByPaperIdOrderById(Long paperId);

  List<ProjectPaper> findByProjectIdAndPurposeOrderById(Long projectId, PaperPurpose purpose);
}
