package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface WordingRepository extends ListCrudRepository<Wording, Long> {

  List<Wording> findByPaperIdOrderByWordingNumber(Long paperId);
}
