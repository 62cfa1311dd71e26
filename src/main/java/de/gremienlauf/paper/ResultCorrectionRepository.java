package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.Collection;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface ResultCorrectionRepository extends ListCrudRepository<ResultCorrection, Long> {

  List<ResultCorrection> findByConsultationIdInOrderById(Collection<Long> consultationIds);
}
