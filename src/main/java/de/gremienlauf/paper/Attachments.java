package de.gremienlauf.paper;

import de.gremienlauf.document.CheckedUpload;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.UploadCheck;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.meeting.Agenda;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of a paper: attachments before release, dated supplements after it. */
@Service
@Transactional
public class Attachments {

  private final AttachmentRepository attachments;
  private final Papers papers;
  private final ConsultationRepository consultations;
  private final Agenda agenda;
  private final UploadCheck check;
  private final DocumentStore documents;
  private final PaperHistory history;
  private final ProcessMessages messages;
  private final CurrentUser user;
  private final Clock clock;

  Attachments(AttachmentRepository attachments, Papers papers, ConsultationRepository consultations,
      Agenda agenda, UploadCheck check, DocumentStore documents, PaperHistory history, ProcessMessages messages,
      CurrentUser user, Clock clock) {
    this.attachments = attachments;
    this.papers = papers;
    this.consultations = consultations;
    this.agenda = agenda;
    this.check = check;
    this.documents = documents;
    this.history = history;
    this.messages = messages;
    this.user = user;
    this.clock = clock;
  }

  /** A file with what a browser needs to show it. */
  public record Content(String fileName, String mediaType, byte[] bytes) {
  }

  /** Adds a file to a draft. */
  public void add(Long paperId, String fileName, byte[] content, String name, boolean printed, boolean mainText) {
    Paper paper = papers.get(paperId);
    if (paper.releasedOn != null || paper.state == PaperState.SIGNED) {
      throw new BusinessException("Die Vorlage ist gezeichnet; was jetzt noch kommt, wird als Ergänzung nachgereicht.");
    }
    Attachment added = store(paperId, fileName, content, name, printed, mainText, null, null);
    history.add(paperId, (mainText ? "Text der Vorlage hochgeladen: " : "Anlage " + added.attachmentNumber() + ": ")
        + added.name() + ".");
  }

  /** Adds a dated supplement and sends it to all bodies that still have to meet. */
  public void supplement(Long paperId, String fileName, byte[] content, String name, String reason) {
    Papers.requireReason(reason);
    Paper paper = papers.get(paperId);
    if (!messages.isRunning(paper.processInstanceId)) {
      throw new BusinessException("Die Vorlage " + paper.printedReference()
          + " ist abgeschlossen; eine Ergänzung erreicht kein Gremium mehr.");
    }
    Attachment added = store(paperId, fileName, content, name, true, false, LocalDate.now(clock), reason);
    history.add(paperId, "Ergänzung vom " + GermanDate.print(added.supplementOn()) + ", Anlage "
        + added.attachmentNumber() + ": " + added.name() + " (" + reason + ").");
    messages.send("SupplementReceived", paper.processInstanceId, Map.of("attachmentId", added.id()));
  }

  /** Assigns a supplement to every station that is still open; to a meeting already invited to it is a Tischvorlage. */
  public void distribute(Long attachmentId) {
    Attachment supplement = attachments.findById(attachmentId).orElseThrow();
    consultations.findByPaperIdOrderBySequenceRankAscConsultationNumberAsc(supplement.paperId()).stream()
        .filter(Consultation::open)
        .forEach(station -> {
          attachments.addRecipient(attachmentId, station.id);
          if (station.agendaItemId != null) {
            agenda.tablePaper(station.agendaItemId, supplement.name(), supplement.supplementOn());
          }
        });
  }

  /** Takes a file off a draft. */
  public void remove(Long paperId, Long attachmentId) {
    Paper paper = papers.get(paperId);
    Attachment attachment = get(paperId, attachmentId);
    if (paper.state != PaperState.DRAFT || attachment.supplementOn() != null) {
      throw new BusinessException("Anlagen lassen sich nur entfernen, solange die Vorlage ein Entwurf ist.");
    }
    attachments.delete(attachment);
    history.add(paperId, "Anlage " + attachment.attachmentNumber() + " entfernt: " + attachment.name() + ".");
  }

  public Content content(Long paperId, Long attachmentId) {
    Attachment attachment = get(paperId, attachmentId);
    return new Content(attachment.fileName(), attachment.mediaType(), documents.content(attachment.documentHash()));
  }

  private Attachment get(Long paperId, Long attachmentId) {
    return attachments.findById(attachmentId).filter(attachment -> attachment.paperId().equals(paperId))
        .orElseThrow(() -> BusinessException.unknown("Diese Anlage gibt es nicht."));
  }

  private Attachment store(Long paperId, String fileName, byte[] content, String name, boolean printed,
      boolean mainText, LocalDate supplementOn, String reason) {
    CheckedUpload upload = check.check(fileName, content);
    String title = name == null || name.isBlank() ? upload.fileName() : name.strip();
    if (title.length() > 500) {
      throw new BusinessException("Die Bezeichnung der Anlage darf höchstens 500 Zeichen haben.");
    }
    int number = attachments.findByPaperIdOrderByAttachmentNumber(paperId).stream()
        .mapToInt(Attachment::attachmentNumber).max().orElse(0) + 1;
    return attachments.save(new Attachment(null, paperId, number, title, upload.fileName(),
        documents.put(content, upload.mediaType()).hash(), upload.mediaType(), content.length, printed, mainText,
        supplementOn, reason, user.id()));
  }
}
