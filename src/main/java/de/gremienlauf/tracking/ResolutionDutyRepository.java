package de.gremienlauf.tracking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ResolutionDutyRepository extends ListCrudRepository<ResolutionDuty, Long> {

  List<ResolutionDuty> findByPaperIdOrderById(Long paperId);

  List<ResolutionDuty> findByConsultationId(Long consultationId);

  List<ResolutionDuty> findTop300ByStateInOrderByDueOnAscDecidedOnAscIdAsc(Collection<DutyState> states);

  List<ResolutionDuty> findTop300ByStateInAndDecidedOnGreaterThanEqualOrderByDecidedOnDescIdDesc(
      Collection<DutyState> states, LocalDate day);

  List<ResolutionDuty> findByOrganizationIdAndDecidedOnLessThanEqualOrderByDecidedOnAscIdAsc(Long organizationId,
      LocalDate day);
}
