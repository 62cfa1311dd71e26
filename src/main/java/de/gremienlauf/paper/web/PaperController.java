package de.gremienlauf.paper.web;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.Download;
import de.gremienlauf.document.WordCopies;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperAccess;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperExcerpts;
import de.gremienlauf.paper.PaperLine;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.Papers;
import de.gremienlauf.paper.Results;
import de.gremienlauf.paper.SequenceStation;
import de.gremienlauf.paper.Sequences;
import de.gremienlauf.paper.process.TaskPapers;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Papers for the product's own pages and the tabs of Tasklist. */
@RestController
@RequestMapping("/api")
class PaperController {

  private static final int QUERY = 200;
  private static final int LAST_RANK = 999;

  private final PaperPages pages;
  private final PaperAccess access;
  private final PaperQueries queries;
  private final Papers papers;
  private final Sequences sequences;
  private final Results results;
  private final PaperExcerpts excerpts;
  private final TaskPapers taskPapers;
  private final DocumentStore documents;
  private final WordCopies copies;

  PaperController(PaperPages pages, PaperAccess access, PaperQueries queries, Papers papers,
      Sequences sequences, Results results, PaperExcerpts excerpts, TaskPapers taskPapers,
      DocumentStore documents, WordCopies copies) {
    this.pages = pages;
    this.access = access;
    this.queries = queries;
    this.papers = papers;
    this.sequences = sequences;
    this.results = results;
    this.excerpts = excerpts;
    this.taskPapers = taskPapers;
    this.documents = documents;
    this.copies = copies;
  }

  record TaskPaper(Long paperId) {
  }

  @GetMapping("/tasks/{taskId}/paper")
  TaskPaper paperOfTask(@PathVariable String taskId) {
    return new TaskPaper(taskPapers.paperOf(taskId));
  }

  @GetMapping("/papers")
  List<PaperLine> list(@RequestParam(defaultValue = "") String query) {
    return access.list(query.length() > QUERY ? query.substring(0, QUERY) : query);
  }

  @GetMapping("/papers/{id}")
  PaperResponse paper(@PathVariable Long id) {
    return pages.paper(id);
  }

  record SequenceChange(String version, String reason, List<Station> stations) {

    record Station(Long id, Long organizationId, ConsultationRole role, Integer rank, Long meetingId) {
    }
  }

  @PutMapping("/papers/{id}/sequence")
  PaperResponse changeSequence(@PathVariable Long id, @RequestBody SequenceChange change) {
    access.requireSequence(id);
    if (change.stations() == null) {
      throw new BusinessException("Es fehlt die Beratungsfolge.");
    }
    sequences.change(id, change.version(),
        change.stations().stream().map(PaperController::wish).toList(), PaperPages.reason(change.reason()));
    taskPapers.refreshSequence(id);
    return pages.paper(id);
  }

  private static SequenceStation wish(SequenceChange.Station station) {
    if (station == null || station.organizationId() == null || station.role() == null || station.rank() == null) {
      throw new BusinessException("Bitte geben Sie für jede Station Gremium, Rolle und Rang an.");
    }
    if (station.rank() < 1 || station.rank() > LAST_RANK) {
      throw new BusinessException("Der Rang einer Station liegt zwischen 1 und " + LAST_RANK + ".");
    }
    return new SequenceStation(station.id(), station.organizationId(), station.role(), station.rank(),
        station.meetingId());
  }

  /** The released document, or the paper with another of its wordings; as a PDF or a Word file. */
  @GetMapping("/papers/{id}/document")
  ResponseEntity<byte[]> document(@PathVariable Long id, @RequestParam(required = false) Integer wording,
      @RequestParam(defaultValue = "false") boolean word) {
    String name = PaperPages.fileName(readable(id, wording), "Vorlage", ".pdf");
    if (word) {
      return Download.word(name, wording == null ? copies.of(queries.documentHash(id))
          : Optional.of(copies.ofPrinted(queries.document(id, wording))));
    }
    return Download.of(name, MediaType.APPLICATION_PDF_VALUE, true,
        wording == null ? documents.content(queries.documentHash(id)) : queries.document(id, wording));
  }

  /** The paper, if there is a document of it that the person may read. */
  private PaperDetails readable(Long id, Integer wording) {
    access.requireRead(id);
    PaperDetails paper = access.readable(queries.details(id));
    if (wording == null && queries.documentHash(id) == null) {
      throw BusinessException.unknown("Die Vorlage ist noch nicht freigegeben; es gibt noch kein Dokument.");
    }
    if (wording != null && paper.wordings().stream().noneMatch(one -> one.id() == wording)) {
      throw BusinessException.unknown("Diese Fassung gibt es nicht.");
    }
    return paper;
  }

  /** An excerpt from the minutes of a body that dealt with the paper. */
  @GetMapping("/papers/{id}/excerpts/{excerptId}")
  ResponseEntity<byte[]> excerpt(@PathVariable Long id, @PathVariable Long excerptId) {
    access.requireRead(id);
    PaperExcerpts.Content content = excerpts.content(id, excerptId);
    if (!content.publicItem()) {
      access.requireNonPublic(id);
    }
    return Download.of(content.fileName(), MediaType.APPLICATION_PDF_VALUE, true, content.bytes());
  }

  record Reason(String reason) {
  }

  @PostMapping("/papers/{id}/withdraw")
  PaperResponse withdraw(@PathVariable Long id, @RequestBody Reason why) {
    access.requireWrite(id);
    papers.withdraw(id, PaperPages.reason(why.reason()));
    return pages.paper(id);
  }

  @PostMapping("/papers/{id}/revise")
  PaperResponse revise(@PathVariable Long id, @RequestBody Reason why) {
    access.requireWrite(id);
    papers.revise(id, PaperPages.reason(why.reason()));
    return pages.paper(id);
  }

  /** The paper of a station, as the meeting page shows it beside the item. */
  @GetMapping("/consultations/{id}/paper")
  PaperResponse paperOfStation(@PathVariable Long id) {
    return pages.paper(queries.paperOf(id));
  }

  record Correction(String result, ResultKind kind, String vote, String reason) {
  }

  @PostMapping("/consultations/{id}/correction")
  PaperResponse correct(@PathVariable Long id, @RequestBody Correction correction) {
    Long paperId = queries.paperOf(id);
    access.requireCorrection(paperId);
    results.correct(id, PaperPages.stripped(correction.result()), correction.kind(),
        PaperPages.stripped(correction.vote()), PaperPages.reason(correction.reason()));
    return pages.paper(paperId);
  }
}
