package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface NotificationDutyRepository extends ListCrudRepository<NotificationDuty, Long> {

  List<NotificationDuty> findByProjectIdOrderById(Long projectId);
}
