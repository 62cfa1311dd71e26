package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface SignatureRepository extends ListCrudRepository<Signature, Long> {

  List<Signature> findByPaperIdOrderById(Long paperId);
}
