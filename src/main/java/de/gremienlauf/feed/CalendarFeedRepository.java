package de.gremienlauf.feed;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface CalendarFeedRepository extends ListCrudRepository<CalendarFeed, Long> {

  Optional<CalendarFeed> findBySecretHashAndRevokedOnIsNull(String secretHash);

  List<CalendarFeed> findByUserIdAndRevokedOnIsNullOrderById(String userId);
}
