package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface SignatureRepository extends ListCrudRepository<Signature, Long> {

  @Query("select * from signature where paper_id = :paper order by id")
  List<Signature> findOfPaper(Long paper);
}
