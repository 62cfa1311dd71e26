package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface CoSignatureRepository extends ListCrudRepository<CoSignature, Long> {

  @Query("select * from co_signature where paper_id = :paper order by round_number, id")
  List<CoSignature> findOfPaper(Long paper);

  @Query("select * from co_signature where paper_id in (:papers) order by paper_id, round_number, id")
  List<CoSignature> findOfPapers(Collection<Long> papers);

  @Modifying
  @Query("update co_signature set due_on = :day where id = :id")
  void moveDue(Long id, LocalDate day);
}
