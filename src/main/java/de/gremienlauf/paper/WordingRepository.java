package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface WordingRepository extends ListCrudRepository<Wording, Long> {

  /** The wordings of a paper in their order. */
  @Query("select * from wording where paper_id = :paper order by wording_number")
  List<Wording> findOfPaper(Long paper);
}
