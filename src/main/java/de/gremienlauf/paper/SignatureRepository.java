package de.gremienlauf.paper;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface SignatureRepository extends ListCrudRepository<Signature, Long> {

  List<Signature> findByPaperIdOrderById(Long paperId);
}
