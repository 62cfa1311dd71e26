package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface RecommendationRepository extends ListCrudRepository<Recommendation, Long> {

  List<Recommendation> findByProjectIdOrderByRecommendationNumber(Long projectId);
}
