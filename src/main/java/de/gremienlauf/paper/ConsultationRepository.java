package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ConsultationRepository extends ListCrudRepository<Consultation, Long> {

  List<Consultation> findByPaperIdOrderBySequenceRankAscConsultationNumberAsc(Long paperId);

  List<Consultation> findByOrganizationId(Long organizationId);

  List<Consultation> findByWaitsForOrganizationId(Long organizationId);
}
