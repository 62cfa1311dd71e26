package de.gremienlauf.paper;

import de.gremienlauf.engine.ReadOnce;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;

@ReadOnce
interface PaperRepository extends ListCrudRepository<Paper, Long> {

  Optional<Paper> findByMunicipalityAndReference(String municipality, String reference);

  /** Lets results of one paper take effect one after the other. */
  @Query("select id from paper where id = :id for update")
  Long lock(Long id);
}
