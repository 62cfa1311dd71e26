package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PaperReleaseRepository extends ListCrudRepository<PaperRelease, Long> {

  List<PaperRelease> findByPaperIdOrderById(Long paperId);
}
