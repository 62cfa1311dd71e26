package de.gremienlauf.meeting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface MeetingRepository extends ListCrudRepository<Meeting, Long> {

  Optional<Meeting> findFirstByOrganizationIdAndDayAndStateNotOrderById(Long organizationId, LocalDate day,
      MeetingState state);

  Optional<Meeting> findFirstByOrganizationIdAndDayAfterAndStateInOrderByDayAscIdAsc(Long organizationId,
      LocalDate day, List<MeetingState> states);

  List<Meeting> findByOrganizationIdAndDayAfterAndStateInOrderByDayAscIdAsc(Long organizationId, LocalDate day,
      List<MeetingState> states);

  List<Meeting> findByOrganizationIdOrderByDayAscIdAsc(Long organizationId);

  /** Lets one change of the meeting wait for another. */
  @Query("select id from meeting where id = :id for update")
  Long lock(Long id);
}
