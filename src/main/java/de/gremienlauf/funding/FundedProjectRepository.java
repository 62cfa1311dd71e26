package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface FundedProjectRepository extends ListCrudRepository<FundedProject, Long> {

  /** The project, or one sentence for who asks for one that does not exist. */
  default FundedProject required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Dieses Förderprojekt gibt es nicht (mehr)."));
  }

  Optional<FundedProject> findByMunicipalityAndProjectNumber(String municipality, String projectNumber);

  List<FundedProject> findByMunicipalityOrderByProjectNumber(String municipality);

  /** Keeps everybody else off the project until the transaction ends. */
  @Query("select id from funded_project where id = :id for update")
  Long lock(Long id);
}
