package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface ConsultationRepository extends ListCrudRepository<Consultation, Long> {

  /** The stations of a paper in their order. */
  @Query("select * from consultation where paper_id = :paper order by sequence_rank, consultation_number")
  List<Consultation> findOfPaper(Long paper);

  List<Consultation> findByOrganizationId(Long organizationId);

  List<Consultation> findByWaitsForOrganizationId(Long organizationId);
}
