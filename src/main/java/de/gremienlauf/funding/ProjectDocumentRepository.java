package de.gremienlauf.funding;

import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

interface ProjectDocumentRepository extends ListCrudRepository<ProjectDocument, Long> {

  List<ProjectDocument> findByProjectIdOrderById(Long projectId);
}
