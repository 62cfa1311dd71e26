package de.gremienlauf.audit;

import de.gremienlauf.audit.process.CompletedTasks;
import de.gremienlauf.council.Council;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.RecordedAct;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.UserNames;
import de.gremienlauf.funding.ProjectAudit;
import de.gremienlauf.funding.ProjectDetails;
import de.gremienlauf.funding.ProjectQueries;
import de.gremienlauf.paper.PaperAudit;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the audit export of a paper or a project. Its seal is noted in the history of the case: the next export then
 * bears witness of this one, and who rewrites an export has to rewrite the case too.
 */
@Service
@Transactional
public class AuditExports {

  private final PaperAudit paperAudit;
  private final PaperQueries papers;
  private final ProjectAudit projectAudit;
  private final ProjectQueries projects;
  private final CompletedTasks tasks;
  private final DocumentStore documents;
  private final Council council;
  private final UserNames names;
  private final CurrentUser user;
  private final Clock clock;

  AuditExports(PaperAudit paperAudit, PaperQueries papers, ProjectAudit projectAudit, ProjectQueries projects,
      CompletedTasks tasks, DocumentStore documents, Council council, UserNames names, CurrentUser user, Clock clock) {
    this.paperAudit = paperAudit;
    this.papers = papers;
    this.projectAudit = projectAudit;
    this.projects = projects;
    this.tasks = tasks;
    this.documents = documents;
    this.council = council;
    this.names = names;
    this.user = user;
    this.clock = clock;
  }

  /**
   * A finished export.
   *
   * @param file in the temporary directory; whoever gets it removes it
   */
  public record Export(String fileName, Path file, String seal) {
  }

  /** The export of a paper. */
  public Export ofPaper(Long paperId) {
    PaperDetails paper = papers.details(paperId);
    Map<String, String> files = new LinkedHashMap<>();
    List<AuditEntry> entries = new ArrayList<>();
    paperAudit.acts(paperId).forEach(act -> {
      files.putAll(act.files());
      entries.add(entry(act));
    });
    entries.addAll(completed("paperId", paperId));
    Export export = write("paper", paperId, paper.reference(), paper.name(), papers.municipality(paperId), entries,
        files);
    paperAudit.exported(paperId, export.seal());
    return export;
  }

  /** The export of a funded project. */
  public Export ofProject(Long projectId) {
    ProjectDetails.Head project = projects.details(projectId).head();
    Map<String, String> files = new LinkedHashMap<>();
    List<AuditEntry> entries = new ArrayList<>();
    projectAudit.acts(projectId).forEach(act -> {
      files.putAll(act.files());
      entries.add(entry(act));
    });
    entries.addAll(completed("projectId", projectId));
    Export export = write("project", projectId, project.number(), project.name(), council.ownMunicipality(), entries,
        files);
    projectAudit.exported(projectId, export.seal());
    return export;
  }

  private List<AuditEntry> completed(String variable, Long id) {
    return tasks.of(variable, id).stream().map(task -> entry(new RecordedAct(task.at().toString(), task.by(), "Aufgabe",
        task.name() == null ? task.id() : task.name(), Map.of("Modell", task.process(), "Aufgabennummer", task.id()),
        Map.of()))).toList();
  }

  private AuditEntry entry(RecordedAct act) {
    return new AuditEntry(0, act.at(), act.by(), names.of(act.by()), act.kind(), act.what(), act.details(),
        List.copyOf(act.files().keySet()), null, null);
  }

  private static List<AuditEntry> chained(List<AuditEntry> entries) {
    List<AuditEntry> chained = new ArrayList<>();
    String previous = AuditEntry.FIRST;
    for (AuditEntry entry : entries.stream().sorted(Comparator.comparing(AuditEntry::at)).toList()) {
      AuditEntry placed = entry.after(chained.size() + 1, previous);
      chained.add(placed);
      previous = placed.hash();
    }
    return chained;
  }

  private Export write(String kind, Long id, String reference, String subject, String municipality,
      List<AuditEntry> unordered, Map<String, String> called) {
    List<AuditEntry> entries = chained(unordered);
    LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    try {
      Path file = Files.createTempFile("pruefexport", ".zip");
      String seal;
      try (AuditArchive archive = new AuditArchive(new BufferedOutputStream(Files.newOutputStream(file)))) {
        List<AuditRecord.File> files = new ArrayList<>();
        for (Map.Entry<String, String> document : called.entrySet()) {
          files.add(add(archive, document.getKey(), document.getValue()));
        }
        AuditRecord bare = new AuditRecord(AuditRecord.FORMAT, AuditRecord.VERSION, kind, id, reference, subject,
            municipality, now.toString(), user.id(), entries.isEmpty() ? AuditEntry.FIRST
            : entries.get(entries.size() - 1).hash(), entries, List.copyOf(files));
        files.add(made(archive, AuditArchive.PAGE, AuditPage.of(bare)));
        files.add(made(archive, AuditArchive.README, AuditPage.README));
        byte[] json = new AuditRecord(bare.format(), bare.version(), kind, id, reference, subject, municipality,
            bare.exportedAt(), bare.exportedBy(), bare.head(), entries, files).json();
        seal = Sha256.of(json);
        archive.add(AuditArchive.RECORD, json);
        archive.add(AuditArchive.SEAL, (seal + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException | RuntimeException e) {
        Files.deleteIfExists(file);
        throw e;
      }
      return new Export(("Pruefexport " + reference + " " + now.toLocalDate()).replaceAll("[^\\p{L}\\p{N}.-]+", "-")
          + ".zip", file, seal);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private AuditRecord.File add(AuditArchive archive, String hash, String name) throws IOException {
    byte[] content;
    try {
      content = documents.content(hash);
    } catch (NoSuchElementException | IllegalStateException lostOrChanged) {
      return new AuditRecord.File(null, name, hash);
    }
    int dot = name.lastIndexOf('.');
    String path = AuditArchive.DOCUMENTS + hash + (dot < 0 ? ".txt" : name.substring(dot).replaceAll("[^.\\w]", ""));
    archive.add(path, content);
    return new AuditRecord.File(path, name, hash);
  }

  private static AuditRecord.File made(AuditArchive archive, String path, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    archive.add(path, content);
    return new AuditRecord.File(path, null, Sha256.of(content));
  }
}
