package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface FundingNoticeRepository extends ListCrudRepository<FundingNotice, Long> {

  /** The notice, or one sentence for who asks for one that does not exist. */
  default FundingNotice required(Long id) {
    return findById(id).orElseThrow(() -> BusinessException.unknown("Diesen Bescheid gibt es nicht (mehr)."));
  }

  List<FundingNotice> findByProjectIdOrderByNoticeDateAscIdAsc(Long projectId);

  List<FundingNotice> findByAmendmentIdOrderById(Long amendmentId);
}
