package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface ConsultationRepository extends ListCrudRepository<Consultation, Long> {

  List<Consultation> findByPaperIdOrderBySequenceRankAscConsultationNumberAsc(Long paperId);

  List<Consultation> findByOrganizationId(Long organizationId);

  List<Consultation> findByWaitsForOrganizationId(Long organizationId);
}
