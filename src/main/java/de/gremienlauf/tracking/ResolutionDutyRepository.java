package de.gremienlauf.tracking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

interface ResolutionDutyRepository extends ListCrudRepository<ResolutionDuty, Long> {

  List<ResolutionDuty> findByPaperIdOrderById(Long paperId);

  List<ResolutionDuty> findByConsultationId(Long consultationId);

  /** The offices that have to do with resolutions; an empty text where none is named. */
  @Query("select distinct coalesce(office, '') from resolution_duty")
  List<String> offices();

  /** What these offices still have to implement, what is due first comes first, what has no date yet comes last. */
  @Query("select * from resolution_duty where state in ('PASSED', 'OPEN', 'REPORTED')"
      + " and coalesce(office, '') in (:offices) order by due_on nulls last, decided_on, id limit 300")
  List<ResolutionDuty> findOpen(Collection<String> offices);

  /** What ended since a day; no day is kept of what came to nothing, so the one counts on which it was due. */
  @Query("select * from resolution_duty where (state = 'DONE' and done_on >= :day"
      + " or state = 'OBSOLETE' and coalesce(due_on, decided_on) >= :day) and coalesce(office, '') in (:offices)"
      + " order by coalesce(done_on, due_on, decided_on) desc, id desc limit 300")
  List<ResolutionDuty> findEnded(Collection<String> offices, LocalDate day);

  List<ResolutionDuty> findByOrganizationIdAndDecidedOnLessThanEqualOrderByDecidedOnAscIdAsc(Long organizationId,
      LocalDate day);
}
