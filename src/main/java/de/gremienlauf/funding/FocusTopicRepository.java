package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface FocusTopicRepository extends ListCrudRepository<FocusTopic, Long> {

  List<FocusTopic> findByProjectIdOrderByTopicNumber(Long projectId);
}
