package de.gremienlauf.paper;

import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface PaperExcerptRepository extends ListCrudRepository<PaperExcerpt, Long> {

  List<PaperExcerpt> findByConsultationIdInOrderById(Collection<Long> consultationIds);
}
