package de.gremienlauf.funding;

import de.gremienlauf.document.CheckedUpload;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.UploadCheck;
import de.gremienlauf.document.WordCopies;
import de.gremienlauf.engine.BusinessException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The documents of the projects, made here or brought from outside. */
@Service
@Transactional
public class ProjectDocuments {

  static final String PDF = "application/pdf";

  private final ProjectDocumentRepository documents;
  private final FundedProjectRepository projects;
  private final UploadCheck check;
  private final DocumentStore store;
  private final WordCopies copies;
  private final ProjectHistory history;
  private final Clock clock;

  ProjectDocuments(ProjectDocumentRepository documents, FundedProjectRepository projects, UploadCheck check,
      DocumentStore store, WordCopies copies, ProjectHistory history, Clock clock) {
    this.documents = documents;
    this.projects = projects;
    this.check = check;
    this.store = store;
    this.copies = copies;
    this.history = history;
    this.clock = clock;
  }

  /** A file with what a browser needs to show it. */
  public record Content(String fileName, String mediaType, byte[] bytes) {
  }

  /** Keeps a PDF that was made here; its file name follows from its name. */
  ProjectDocument keep(Long projectId, ProjectDocumentKind kind, String name, byte[] pdf) {
    return save(projectId, kind, name, name.replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^[-.]+|[-.]+$", "")
        + ".pdf", pdf, PDF);
  }

  /**
   * Takes a file from outside.
   *
   * @param name what people call it; the file's name if null
   * @throws BusinessException if the file is none that may be kept
   */
  public Long upload(Long projectId, ProjectDocumentKind kind, String name, String fileName, byte[] content) {
    projects.required(projectId);
    CheckedUpload checked = check.check(fileName, content);
    return save(projectId, kind, name == null ? checked.fileName() : name, checked.fileName(), content,
        checked.mediaType()).id();
  }

  private ProjectDocument save(Long projectId, ProjectDocumentKind kind, String name, String fileName, byte[] content,
      String mediaType) {
    ProjectDocument saved = documents.save(new ProjectDocument(null, projectId, kind, name, fileName,
        store.put(content, mediaType).hash(), LocalDate.now(clock)));
    history.add(projectId, "Dokument abgelegt: " + name + ".");
    return saved;
  }

  /** The documents of a project in the order in which they came. */
  @Transactional(readOnly = true)
  public List<ProjectDocument> of(Long projectId) {
    return documents.findByProjectIdOrderById(projectId);
  }

  /** One of the files that {@link #of} names as a Word file; empty if it came from outside. */
  @Transactional(readOnly = true)
  public Optional<byte[]> word(Long projectId, Long documentId) {
    return copies.of(found(projectId, documentId).documentHash());
  }

  boolean hasWord(ProjectDocument document) {
    return copies.exists(document.documentHash());
  }

  private ProjectDocument found(Long projectId, Long documentId) {
    return documents.findById(documentId)
        .filter(document -> document.projectId().equals(projectId))
        .orElseThrow(() -> BusinessException.unknown("Dieses Dokument gibt es nicht."));
  }

  /** One of the files that {@link #of} names. */
  @Transactional(readOnly = true)
  public Content content(Long projectId, Long documentId) {
    ProjectDocument found = found(projectId, documentId);
    return new Content(found.fileName(), store.find(found.documentHash()).orElseThrow().mediaType(),
        store.content(found.documentHash()));
  }
}
