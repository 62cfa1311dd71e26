package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface WordingRepository extends ListCrudRepository<Wording, Long> {

  /** The wordings of a paper in their order. */
  @Query(resultSetExtractorClass = WordingRows.class, value = """
      select w.id, w.paper_id, w.wording_number, w.label, w.created_on, w.consultation_id, p.point_number, p.text,
        p.rich
      from wording w left join resolution_point p on p.wording = w.id
      where w.paper_id = :paper order by w.wording_number, w.id, p.point_number""")
  List<Wording> findOfPaper(Long paper);
}
