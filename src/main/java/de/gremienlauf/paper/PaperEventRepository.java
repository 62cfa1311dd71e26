package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface PaperEventRepository extends ListCrudRepository<PaperEvent, Long> {

  List<PaperEvent> findByPaperIdOrderById(Long paperId);
}
