package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface FundingApplicationRepository extends ListCrudRepository<FundingApplication, Long> {

  List<FundingApplication> findByProjectIdOrderById(Long projectId);
}
