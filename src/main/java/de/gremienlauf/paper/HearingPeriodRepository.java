package de.gremienlauf.paper;

import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface HearingPeriodRepository extends ListCrudRepository<HearingPeriod, Long> {

  Optional<HearingPeriod> findByConsultationId(Long consultationId);
}
