package de.gremienlauf.paper;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface WordingRepository extends ListCrudRepository<Wording, Long> {

  List<Wording> findByPaperIdOrderByWordingNumber(Long paperId);

  Optional<Wording> findByPaperIdAndWordingNumber(Long paperId, int wordingNumber);
}
