package de.gremienlauf.paper;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.ListCrudRepository;

interface AttachmentVersionRepository extends ListCrudRepository<AttachmentVersion, Long> {

  List<AttachmentVersion> findByAttachmentIdInOrderByVersionNumberDesc(Collection<Long> attachmentIds);

  Optional<AttachmentVersion> findByAttachmentIdAndVersionNumber(Long attachmentId, int versionNumber);

  void deleteByAttachmentId(Long attachmentId);
}
