package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface CoSignatureRepository extends ListCrudRepository<CoSignature, Long> {

  List<CoSignature> findByPaperIdOrderByRoundNumberAscIdAsc(Long paperId);
}
