package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface MeetingRepository extends ListCrudRepository<Meeting, Long> {

  Optional<Meeting> findFirstByOrganizationIdAndDayAndCancelledFalse(Long organizationId, LocalDate day);

  Optional<Meeting> findFirstByOrganizationIdAndDayAfterAndCancelledFalseOrderByDay(Long organizationId,
      LocalDate day);

  List<Meeting> findByOrganizationIdAndDayAfterAndCancelledFalseOrderByDay(Long organizationId, LocalDate day);
}
