package de.gremienlauf.meeting;

import de.gremienlauf.engine.ReadOnce;
import de.gremienlauf.engine.BusinessException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface MeetingRepository extends ListCrudRepository<Meeting, Long> {

  /** The meeting, or one sentence for who asks for one that does not exist. */
  default Meeting required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Diese Sitzung gibt es nicht (mehr)."));
  }

  /** The body's meetings on a day, those with other bodies too. */
  @Query("""
      select m.* from meeting m where (m.organization_id = :organization or :organization = any(m.joint_bodies))
        and m.meeting_day = :day and m.state <> 'CANCELLED' order by m.id""")
  List<Meeting> on(Long organization, LocalDate day);

  /** The body's meetings after a day in these states, those with other bodies too. */
  @Query("""
      select m.* from meeting m where (m.organization_id = :organization or :organization = any(m.joint_bodies))
        and m.meeting_day > :day and m.state in (:states) order by m.meeting_day, m.id""")
  List<Meeting> after(Long organization, LocalDate day, List<String> states);

  /** The meetings of a body by their days. */
  @Query("select * from meeting where organization_id = :organization order by meeting_day, id")
  List<Meeting> findOfOrganization(Long organization);

  /** The days of the meetings that a body has held before a day, the earliest first. */
  @Query("""
      select meeting_day from meeting where organization_id = :organization and meeting_day < :day
        and state in ('CLOSED', 'MINUTES_RELEASED', 'NO_QUORUM') order by meeting_day, id""")
  List<LocalDate> heldBefore(Long organization, LocalDate day);

  List<Meeting> findByState(MeetingState state);

  List<Meeting> findByOrganizationIdAndDayGreaterThanEqualAndStateIn(Long organizationId, LocalDate day,
      List<MeetingState> states);

  /** Lets one change of the meeting wait for another. */
  default void lock(Long id) {
    lock(List.of(id));
  }

  /** The same for several meetings, the earlier first, so that nobody waits for each other in a circle. */
  @Query("select id from meeting where id in (:ids) order by meeting_day, id for update")
  List<Long> lock(Collection<Long> ids);
}
