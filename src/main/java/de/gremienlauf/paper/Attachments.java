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
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The files of a paper: attachments until it is signed, dated supplements after its release. What was signed stays as
 * it is; a file that was replaced before stays readable as an earlier version.
 */
@Service
@Transactional
public class Attachments {

  private static final int NAME = 500;

  private final AttachmentRepository attachments;
  private final AttachmentVersionRepository versions;
  private final Papers papers;
  private final PaperRepository paperRows;
  private final ConsultationRepository consultations;
  private final Agenda agenda;
  private final UploadCheck check;
  private final DocumentStore documents;
  private final FourEyes fourEyes;
  private final PaperHistory history;
  private final ProcessMessages messages;
  private final CurrentUser user;
  private final Clock clock;

  Attachments(AttachmentRepository attachments, AttachmentVersionRepository versions, Papers papers,
      PaperRepository paperRows, ConsultationRepository consultations, Agenda agenda, UploadCheck check,
      DocumentStore documents, FourEyes fourEyes, PaperHistory history, ProcessMessages messages, CurrentUser user,
      Clock clock) {
    this.attachments = attachments;
    this.versions = versions;
    this.papers = papers;
    this.paperRows = paperRows;
    this.consultations = consultations;
    this.agenda = agenda;
    this.check = check;
    this.documents = documents;
    this.fourEyes = fourEyes;
    this.history = history;
    this.messages = messages;
    this.user = user;
    this.clock = clock;
  }

  /**
   * A file with what a browser needs to show it.
   *
   * @param forAll whether everybody may read it who may read the paper; earlier versions never are
   */
  public record Content(String fileName, String mediaType, byte[] bytes, boolean forAll) {
  }

  /** Adds a public file to a draft. */
  public void add(Long paperId, String fileName, byte[] content, String name, boolean printed, boolean mainText) {
    add(paperId, fileName, content, name, printed, true, mainText);
  }

  /** Adds a file to a draft. */
  public void add(Long paperId, String fileName, byte[] content, String name, boolean printed,
      boolean publicAttachment, boolean mainText) {
    CheckedUpload upload = check.check(fileName, content);
    requireUnsigned(paperId);
    Attachment added = store(paperId, upload, name, printed, publicAttachment, mainText, null, null);
    if (mainText) {
      fourEyes.wrote(paperId);
    }
    history.add(paperId, (mainText ? "Text der Vorlage hochgeladen: " : added.label() + ": ")
        + added.name() + fingerprint(added.documentHash()));
  }

  /** Puts a newer file in the place of an attachment, whose number stays. The former file stays readable. */
  public void replace(Long paperId, Long attachmentId, String fileName, byte[] content) {
    CheckedUpload upload = check.check(fileName, content);
    requireUnsigned(paperId);
    Attachment former = get(paperId, attachmentId);
    requireNoSupplement(former);
    String hash = documents.put(content, upload.mediaType()).hash();
    requireNew(paperId, upload.fileName(), hash);
    versions.save(former.formerVersion());
    Attachment current = attachments.save(
        former.replaced(upload.fileName(), hash, upload.mediaType(), content.length, user.id(), now()));
    if (current.mainText()) {
      fourEyes.wrote(paperId);
    }
    history.add(paperId, current.label() + " hat eine neue Fassung (" + current.versionNumber() + "): "
        + current.name() + fingerprint(hash));
  }

  /** Changes what an attachment of a draft is called and who gets it. */
  public void describe(Long paperId, Long attachmentId, String name, boolean printed, boolean publicAttachment) {
    requireDraft(paperId);
    Attachment former = get(paperId, attachmentId);
    requireNoSupplement(former);
    Attachment changed = attachments.save(former.described(title(name, former.fileName()), printed, publicAttachment));
    if (!changed.equals(former)) {
      history.add(paperId, changed.label() + " geändert: „" + changed.name() + "“, "
          + (printed ? "wird mitgedruckt" : "wird nicht mitgedruckt") + ", "
          + (publicAttachment ? "öffentlich" : "nichtöffentlich") + ".");
    }
  }

  /** Puts the attachments of a draft in this order and numbers them anew. */
  public void order(Long paperId, List<Long> attachmentIds) {
    Paper paper = requireDraft(paperId);
    if (paper.revision > 0) {
      throw new BusinessException("Die Nummern der Anlagen stehen seit der ersten Freigabe fest.");
    }
    List<Long> known = numbered(paperId).stream().map(Attachment::id).toList();
    if (attachmentIds.size() != known.size() || !new HashSet<>(attachmentIds).equals(new HashSet<>(known))) {
      throw BusinessException.conflict("Die Anlagen wurden inzwischen geändert. Bitte laden Sie die Seite neu.");
    }
    if (!attachmentIds.equals(known)) {
      renumber(attachmentIds);
      history.add(paperId, "Anlagen neu geordnet.");
    }
  }

  /** Adds a public dated supplement and sends it to all bodies that still have to meet. */
  public void supplement(Long paperId, String fileName, byte[] content, String name, String reason) {
    supplement(paperId, fileName, content, name, true, reason);
  }

  /** Adds a dated supplement and sends it to all bodies that still have to meet. */
  public void supplement(Long paperId, String fileName, byte[] content, String name, boolean publicAttachment,
      String reason) {
    Papers.requireReason(reason);
    CheckedUpload upload = check.check(fileName, content);
    paperRows.lock(paperId);
    Paper paper = papers.get(paperId);
    if (!messages.isRunning(paper.processInstanceId)) {
      throw new BusinessException("Die Vorlage " + paper.printedReference()
          + " ist abgeschlossen; eine Ergänzung erreicht kein Gremium mehr.");
    }
    if (paper.releasedOn == null) {
      throw new BusinessException("Die Vorlage " + paper.printedReference()
          + " ist zurzeit nicht freigegeben. Bitte laden Sie die Datei als Anlage hoch, solange die Vorlage ein Entwurf"
          + " ist; als Ergänzung lässt sie sich erst nach der Freigabe nachreichen.");
    }
    Attachment added = store(paperId, upload, name, true, publicAttachment, false, LocalDate.now(clock), reason);
    history.add(paperId, "Ergänzung vom " + GermanDate.print(added.supplementOn()) + ", Anlage "
        + added.attachmentNumber() + ": " + added.name() + " (" + reason + ")"
        + fingerprint(added.documentHash()));
    messages.send("SupplementReceived", paper.processInstanceId, Map.of("attachmentId", added.id()));
  }

  /** Assigns a supplement to every station that is still open; to a meeting already invited to it is a Tischvorlage. */
  public void distribute(Long attachmentId) {
    Attachment supplement = attachments.findById(attachmentId).orElseThrow();
    consultations.findOfPaper(supplement.paperId()).stream()
        .filter(Consultation::open)
        .forEach(station -> {
          attachments.addRecipient(attachmentId, station.id);
          if (station.agendaItemId != null) {
            agenda.tablePaper(station.agendaItemId, supplement.name(), supplement.supplementOn());
          }
        });
  }

  /** Takes a file off a draft. What was never released is numbered anew. */
  public void remove(Long paperId, Long attachmentId) {
    paperRows.lock(paperId);
    Paper paper = papers.get(paperId);
    Attachment attachment = get(paperId, attachmentId);
    if (paper.state != PaperState.DRAFT || attachment.supplementOn() != null) {
      throw new BusinessException("Anlagen lassen sich nur entfernen, solange die Vorlage ein Entwurf ist.");
    }
    versions.deleteByAttachmentId(attachmentId);
    attachments.delete(attachment);
    if (paper.revision == 0) {
      renumber(numbered(paperId).stream().map(Attachment::id).toList());
    }
    history.add(paperId, attachment.label() + " entfernt: " + attachment.name()
        + fingerprint(attachment.documentHash()));
  }

  /**
   * The file of an attachment.
   *
   * @param version null for the latest
   */
  @Transactional(readOnly = true)
  public Content content(Long paperId, Long attachmentId, Integer version) {
    Attachment attachment = get(paperId, attachmentId);
    if (version == null || version == attachment.versionNumber()) {
      return new Content(attachment.fileName(), attachment.mediaType(), documents.content(attachment.documentHash()),
          attachment.publicAttachment());
    }
    AttachmentVersion former = versions.findByAttachmentIdAndVersionNumber(attachmentId, version)
        .orElseThrow(() -> BusinessException.unknown("Diese Fassung der Anlage gibt es nicht."));
    return new Content(former.fileName(), former.mediaType(), documents.content(former.documentHash()), false);
  }

  /** The latest file of an attachment. */
  @Transactional(readOnly = true)
  public Content content(Long paperId, Long attachmentId) {
    return content(paperId, attachmentId, null);
  }

  private Paper requireUnsigned(Long paperId) {
    // Several files come at once, and each takes the next number.
    paperRows.lock(paperId);
    Paper paper = papers.get(paperId);
    if (paper.releasedOn != null || paper.state == PaperState.SIGNED || paper.state.closed()) {
      throw new BusinessException("Die Vorlage ist gezeichnet; was jetzt noch kommt, wird als Ergänzung nachgereicht.");
    }
    return paper;
  }

  private Paper requireDraft(Long paperId) {
    Paper paper = requireUnsigned(paperId);
    if (paper.state != PaperState.DRAFT) {
      throw new BusinessException("Anlagen lassen sich nur ändern, solange die Vorlage ein Entwurf ist.");
    }
    return paper;
  }

  private static void requireNoSupplement(Attachment attachment) {
    if (attachment.supplementOn() != null) {
      throw new BusinessException("Die Ergänzung vom " + GermanDate.print(attachment.supplementOn())
          + " haben die Gremien schon; sie lässt sich nicht mehr ändern.");
    }
  }

  private void requireNew(Long paperId, String fileName, String hash) {
    attachments.findOfPaper(paperId).stream()
        .filter(attachment -> attachment.documentHash().equals(hash)).findFirst()
        .ifPresent(same -> {
          throw new BusinessException("Die Datei „" + fileName + "“ ist schon da: " + same.label() + " („"
              + same.name() + "“) hat denselben Inhalt.");
        });
  }

  private List<Attachment> numbered(Long paperId) {
    return attachments.findOfPaper(paperId).stream()
        .filter(attachment -> !attachment.mainText() && attachment.supplementOn() == null).toList();
  }

  private void renumber(List<Long> attachmentIds) {
    // Two attachments never share a number, not even for a moment.
    for (int i = 0; i < attachmentIds.size(); i++) {
      attachments.number(attachmentIds.get(i), -1 - i);
    }
    for (int i = 0; i < attachmentIds.size(); i++) {
      attachments.number(attachmentIds.get(i), i + 1);
    }
  }

  private Attachment get(Long paperId, Long attachmentId) {
    return attachments.findById(attachmentId).filter(attachment -> attachment.paperId().equals(paperId))
        .orElseThrow(() -> BusinessException.unknown("Diese Anlage gibt es nicht."));
  }

  private Attachment store(Long paperId, CheckedUpload upload, String name, boolean printed,
      boolean publicAttachment, boolean mainText, LocalDate supplementOn, String reason) {
    String title = title(name, upload.fileName());
    String hash = documents.put(upload.content(), upload.mediaType()).hash();
    requireNew(paperId, upload.fileName(), hash);
    List<Attachment> known = attachments.findOfPaper(paperId);
    if (mainText && known.stream().anyMatch(Attachment::mainText)) {
      throw new BusinessException("Der Text der Vorlage ist schon hochgeladen; bitte laden Sie die Datei dort als neue"
          + " Fassung hoch.");
    }
    int number = mainText ? 0 : known.stream().mapToInt(Attachment::attachmentNumber).max().orElse(0) + 1;
    return attachments.save(new Attachment(null, paperId, number, title, upload.fileName(), hash, upload.mediaType(),
        upload.content().length, printed, publicAttachment, mainText, supplementOn, reason, 1, user.id(), now()));
  }

  private static String title(String name, String fileName) {
    String title = name == null || name.isBlank() ? fileName : name.strip();
    if (title.length() > NAME || title.chars().anyMatch(Character::isISOControl)) {
      throw new BusinessException("Die Bezeichnung der Anlage darf höchstens " + NAME
          + " Zeichen haben und steht in einer Zeile.");
    }
    return title;
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String fingerprint(String hash) {
    return ", Prüfsumme " + hash + ".";
  }
}
