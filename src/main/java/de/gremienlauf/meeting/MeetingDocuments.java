package de.gremienlauf.meeting;

import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.BusinessException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of the meetings. */
@Service
@Transactional
public class MeetingDocuments {

  static final String PDF = "application/pdf";
  private static final int NAME = 190;

  private final MeetingDocumentRepository rows;
  private final DocumentStore store;
  private final Clock clock;

  MeetingDocuments(MeetingDocumentRepository rows, DocumentStore store, Clock clock) {
    this.rows = rows;
    this.store = store;
    this.clock = clock;
  }

  /** What is known of a file before it is stored; the last three as in {@link MeetingDocument}. */
  record NewDocument(MeetingDocumentKind kind, boolean publicPart, String name, String mediaType,
      Integer supplementNumber, Long agendaItemId, boolean certified, String note) {

    static NewDocument pdf(MeetingDocumentKind kind, boolean publicPart, String name) {
      return new NewDocument(kind, publicPart, name + ".pdf", PDF, null, null, true, null);
    }

    NewDocument ofSupplement(Integer number) {
      return new NewDocument(kind, publicPart, name, mediaType, number, agendaItemId, certified, note);
    }

    NewDocument ofItem(Long itemId) {
      return new NewDocument(kind, publicPart, name, mediaType, supplementNumber, itemId, certified, note);
    }

    NewDocument provisional() {
      return new NewDocument(kind, publicPart, name, mediaType, supplementNumber, agendaItemId, false, note);
    }

    NewDocument noting(String finding) {
      return new NewDocument(kind, publicPart, name, mediaType, supplementNumber, agendaItemId, certified, finding);
    }
  }

  MeetingDocument add(Long meetingId, NewDocument document, byte[] content) {
    return rows.save(new MeetingDocument(null, meetingId, document.kind(), document.publicPart(),
        document.supplementNumber(), document.agendaItemId(), store.put(content, document.mediaType()).hash(),
        fileName(document.name()), document.mediaType(), LocalDate.now(clock), document.certified(), document.note()));
  }

  private static String fileName(String name) {
    int dot = name.lastIndexOf('.');
    String clean = name.substring(0, dot).replaceAll("[^\\p{L}\\p{N}.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
    return (clean.length() <= NAME ? clean : clean.substring(0, NAME)) + name.substring(dot);
  }

  /**
   * The files of a meeting in the order in which they were issued.
   *
   * @param everybody whether they are for everybody, without drafts of the minutes and what belongs to single
   *     recipients; else for those who may read the non-public part
   */
  @Transactional(readOnly = true)
  public List<MeetingDocument> of(Long meetingId, boolean everybody) {
    return rows.findByMeetingIdOrderById(meetingId).stream()
        .filter(document -> !everybody || document.publicPart() && document.kind().forEverybody()).toList();
  }

  /** The bytes of one of the files that {@link #of} names. */
  @Transactional(readOnly = true)
  public byte[] content(Long meetingId, Long documentId, boolean everybody) {
    return of(meetingId, everybody).stream().filter(document -> document.id().equals(documentId)).findFirst()
        .map(document -> store.content(document.documentHash()))
        .orElseThrow(() -> BusinessException.unknown("Dieses Dokument gibt es nicht."));
  }

  int count(Long meetingId, MeetingDocumentKind kind) {
    return rows.countByMeetingIdAndKind(meetingId, kind);
  }

  int excerptsOf(Long itemId) {
    return (int) rows.findOfItem(itemId).stream()
        .filter(document -> document.kind() == MeetingDocumentKind.EXCERPT).count();
  }
}
