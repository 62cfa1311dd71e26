package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface PaperExcerptRepository extends ListCrudRepository<PaperExcerpt, Long> {

  List<PaperExcerpt> findByConsultationIdInOrderById(Collection<Long> consultationIds);
}
