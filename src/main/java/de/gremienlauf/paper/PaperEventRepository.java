package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PaperEventRepository extends ListCrudRepository<PaperEvent, Long> {

  List<PaperEvent> findByPaperIdOrderById(Long paperId);
}
