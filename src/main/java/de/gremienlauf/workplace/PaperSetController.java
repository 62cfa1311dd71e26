package de.gremienlauf.workplace;

import de.gremienlauf.council.Council;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.Download;
import de.gremienlauf.document.PdfSet;
import de.gremienlauf.document.ProjectSheet;
import de.gremienlauf.document.ProjectSheetRenderer;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Several papers with the attachments that are printed with them as one PDF. A set with a paper that the person may not
 * read is refused as a whole; what has no document yet or is no PDF is named on the first page.
 */
@RestController
class PaperSetController {

  private static final int PAPERS = 50;
  private static final int PAGES = 1500;
  private static final long BYTES = 200_000_000;

  private final PaperAccess access;
  private final PaperQueries queries;
  private final Attachments attachments;
  private final DocumentStore documents;
  private final ProjectSheetRenderer renderer;
  private final Council council;
  private final Clock clock;

  PaperSetController(PaperAccess access, PaperQueries queries, Attachments attachments, DocumentStore documents,
      ProjectSheetRenderer renderer, Council council, Clock clock) {
    this.access = access;
    this.queries = queries;
    this.attachments = attachments;
    this.documents = documents;
    this.renderer = renderer;
    this.council = council;
    this.clock = clock;
  }

  private record Part(String title, byte[] pdf, boolean below) {
  }

  @GetMapping("/api/paper-set")
  ResponseEntity<byte[]> print(@RequestParam(defaultValue = "") List<Long> id) {
    List<Long> ids = id.stream().distinct().toList();
    if (ids.isEmpty()) {
      throw new BusinessException("Bitte wählen Sie mindestens eine Vorlage aus.");
    }
    if (ids.size() > PAPERS) {
      throw new BusinessException("Bitte wählen Sie höchstens " + PAPERS + " Vorlagen auf einmal aus.");
    }
    ids.forEach(access::requireRead);
    List<Part> parts = new ArrayList<>();
    List<List<String>> contents = new ArrayList<>();
    ids.forEach(paper -> collect(paper, parts, contents));
    if (parts.isEmpty()) {
      throw new BusinessException("Von den ausgewählten Vorlagen ist noch keine freigegeben; es gibt noch kein Dokument.");
    }
    LocalDate today = LocalDate.now(clock);
    try (PdfSet set = new PdfSet()) {
      set.add("Übersicht", overview(contents, today));
      for (Part part : parts) {
        if (part.below) {
          set.addBelow(part.title, part.pdf);
        } else {
          set.add(part.title, part.pdf);
        }
        if (set.pages() > PAGES) {
          throw new BusinessException("Zusammen hätten die Vorlagen mehr als " + PAGES
              + " Seiten. Bitte wählen Sie weniger Vorlagen aus.");
        }
      }
      return Download.of("Vorlagen-" + today + ".pdf", MediaType.APPLICATION_PDF_VALUE, false, set.bytes());
    }
  }

  private void collect(Long paperId, List<Part> parts, List<List<String>> contents) {
    PaperDetails paper = access.readable(queries.details(paperId));
    String hash = queries.documentHash(paperId);
    List<String> notes = new ArrayList<>();
    if (hash == null) {
      notes.add("noch nicht freigegeben, deshalb ohne Dokument");
    } else {
      add(parts, new Part(paper.reference() + " " + paper.name(), documents.content(hash), false));
      for (PaperDetails.AttachmentLine attachment : paper.attachments()) {
        if (!attachment.printed()) {
          continue;
        }
        String title = "Anlage " + attachment.number() + ": " + attachment.name();
        if (attachment.fileName() == null) {
          notes.add(title + " ist nichtöffentlich und fehlt hier");
          continue;
        }
        byte[] file = attachments.content(paperId, attachment.id()).bytes();
        if (MediaType.APPLICATION_PDF_VALUE.equals(attachment.mediaType()) && PdfSet.readable(file)) {
          add(parts, new Part(title, file, true));
        } else {
          notes.add(title + " ist kein PDF und fehlt hier");
        }
      }
    }
    contents.add(Arrays.asList(paper.reference(), paper.name(),
        notes.isEmpty() ? "vollständig" : String.join("; ", notes)));
  }

  private static void add(List<Part> parts, Part part) {
    parts.add(part);
    if (parts.stream().mapToLong(one -> one.pdf.length).sum() > BYTES) {
      throw new BusinessException("Zusammen wären die Dateien größer als " + BYTES / 1_000_000
          + " MB. Bitte wählen Sie weniger Vorlagen aus.");
    }
  }

  private byte[] overview(List<List<String>> contents, LocalDate today) {
    return renderer.render(new ProjectSheet(Council.displayName(council.ownMunicipality()), null, "Vorlagen",
        contents.size() == 1 ? "1 Vorlage" : contents.size() + " Vorlagen",
        List.of(new ProjectSheet.Fact("Zusammengestellt", GermanDate.print(today))),
        List.of(ProjectSheet.Section.of("Inhalt", new ProjectSheet.Table(List.of(
            new ProjectSheet.Column("Vorlage", 30, false), new ProjectSheet.Column("Betreff", null, false),
            new ProjectSheet.Column("Hinweis", 60, false)), contents, List.of()), null)), List.of(), today));
  }
}
