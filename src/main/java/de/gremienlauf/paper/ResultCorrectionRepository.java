package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ResultCorrectionRepository extends ListCrudRepository<ResultCorrection, Long> {

  List<ResultCorrection> findByConsultationIdOrderById(Long consultationId);
}
