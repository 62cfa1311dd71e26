package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface TopicOutcomeRepository extends ListCrudRepository<TopicOutcome, Long> {

  List<TopicOutcome> findByFocusTopicOrderById(Long focusTopic);
}
