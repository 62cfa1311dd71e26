package de.gremienlauf.funding;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface ProofOfUseRepository extends ListCrudRepository<ProofOfUse, Long> {

  Optional<ProofOfUse> findByProjectId(Long projectId);
}
