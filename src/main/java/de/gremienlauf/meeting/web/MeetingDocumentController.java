package de.gremienlauf.meeting.web;

import de.gremienlauf.document.Download;
import de.gremienlauf.document.WordCopies;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.meeting.MeetingAccess;
import de.gremienlauf.meeting.MeetingDocument;
import de.gremienlauf.meeting.MeetingDocuments;
import de.gremienlauf.meeting.Meetings;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The files of a meeting, each only for whom it is. */
@RestController
@RequestMapping("/api/meetings/{meetingId}/documents")
class MeetingDocumentController {

  private final Meetings meetings;
  private final MeetingDocuments documents;
  private final MeetingAccess access;
  private final WordCopies copies;

  MeetingDocumentController(Meetings meetings, MeetingDocuments documents, MeetingAccess access,
      WordCopies copies) {
    this.meetings = meetings;
    this.documents = documents;
    this.access = access;
    this.copies = copies;
  }

  /**
   * A file as the page lists it.
   *
   * @param part öffentlich or nichtöffentlich
   * @param note what people should know of it; null for nothing
   * @param word whether it can be had as a Word file
   */
  record Line(Long id, String label, String part, String fileName, LocalDate day, String note, boolean word) {
  }

  @GetMapping
  List<Line> list(@PathVariable Long meetingId) {
    meetings.get(meetingId);
    return visible(meetingId).stream().map(document -> new Line(document.id(),
        document.kind().label() + (document.supplementNumber() == null ? ""
            : ", " + document.supplementNumber() + ". Nachtrag"),
        document.publicPart() ? "öffentlich" : "nichtöffentlich", document.fileName(), document.createdOn(),
        document.note(), copies.exists(document.documentHash()))).toList();
  }

  @GetMapping("/{id}")
  ResponseEntity<byte[]> content(@PathVariable Long meetingId, @PathVariable Long id,
      @RequestParam(defaultValue = "false") boolean word) {
    MeetingDocument document = visible(meetingId).stream().filter(one -> one.id().equals(id)).findFirst()
        .orElseThrow(() -> BusinessException.unknown("Dieses Dokument gibt es nicht."));
    if (word) {
      return Download.word(document.fileName(), copies.of(document.documentHash()));
    }
    return Download.of(document.fileName(), document.mediaType(), true,
        documents.content(meetingId, id, !access.seesNonPublic()));
  }

  private List<MeetingDocument> visible(Long meetingId) {
    access.requireRead();
    return documents.of(meetingId, !access.seesNonPublic());
  }
}
