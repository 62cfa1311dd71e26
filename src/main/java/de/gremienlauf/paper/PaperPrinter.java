package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.PaperDocument;
import de.gremienlauf.document.PaperRenderer;
import de.gremienlauf.document.RichText;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.meeting.Meetings;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the document of a paper and freezes its text. */
@Component
class PaperPrinter {

  private static final String PDF = "application/pdf";
  private static final String TEXT = "text/plain";

  private final PaperRenderer renderer;
  private final DocumentStore documents;
  private final ConsultationRepository consultations;
  private final AttachmentRepository attachments;
  private final SignatureRepository signatures;
  private final PaperReleaseRepository releases;
  private final Wordings wordings;
  private final Council council;
  private final Meetings meetings;
  private final CurrentUser user;
  private final Clock clock;
  private final String sender;

  PaperPrinter(PaperRenderer renderer, DocumentStore documents, ConsultationRepository consultations,
      AttachmentRepository attachments, SignatureRepository signatures, PaperReleaseRepository releases,
      Wordings wordings, Council council, Meetings meetings, CurrentUser user, Clock clock, @Value("${gremienlauf.sender}") String sender) {
    this.renderer = renderer;
    this.documents = documents;
    this.consultations = consultations;
    this.attachments = attachments;
    this.signatures = signatures;
    this.releases = releases;
    this.wordings = wordings;
    this.council = council;
    this.meetings = meetings;
    this.user = user;
    this.clock = clock;
    this.sender = sender;
  }

  /** The file that holds the text of the paper itself, if one was uploaded. */
  Optional<Attachment> uploadedText(Long paperId) {
    return attachments.findOfPaper(paperId).stream().filter(Attachment::mainText)
        .reduce((earlier, later) -> later);
  }

  /** Stores the text as it stands, unless it is an uploaded file, and returns the hash under which it is kept. */
  String textHash(Paper paper) {
    return uploadedText(paper.id).map(Attachment::documentHash).orElseGet(
        () -> documents.put(canonicalText(paper).getBytes(StandardCharsets.UTF_8), TEXT).hash());
  }

  /** Renders the document, stores it, and notes the hashes of text, document and attachments with the paper. */
  void print(Paper paper) {
    paper.textHash = textHash(paper);
    paper.documentHash = documents.put(render(paper, wordings.current(paper)), PDF).hash();
    releases.save(new PaperRelease(null, paper.id, paper.revision, paper.releasedOn, user.id(), paper.textHash,
        paper.documentHash, attachments.findOfPaper(paper.id).stream()
            .map(file -> new PaperRelease.File(file.attachmentNumber(), file.name(), file.fileName(),
                file.documentHash(), file.printed(), file.publicAttachment()))
            .collect(Collectors.toSet())));
  }

  /** The document with one of the paper's wordings. */
  byte[] render(Paper paper, Wording wording) {
    List<Attachment> all = attachments.findOfPaper(paper.id).stream()
        .filter(attachment -> !attachment.mainText()).toList();
    List<PaperDocument.ResolutionPoint> points = new ArrayList<>();
    for (Wording.Point point : wording.points()) {
      points.add(new PaperDocument.ResolutionPoint(points.size() + 1, point.read()));
    }
    return renderer.render(new PaperDocument(
        "Stadt " + Council.displayName(paper.municipality).replaceFirst("^Stadt ", ""),
        paper.fromPolitics() ? null : sender,
        paper.leadOffice,
        Objects.requireNonNullElse(paper.reference, "ohne Nummer"),
        paper.revision,
        paper.releasedOn,
        paper.paperType,
        paper.publicPaper,
        paper.nonPublicGround,
        stations(paper),
        paper.name,
        wording.wordingNumber() == 1 ? null : wording.label(),
        points,
        Stream.of(block(paper.informs() ? null : "Begründung", paper.reasons, paper.reasonsRich),
                block("Haushaltsmäßige Auswirkungen", paper.budget, paper.budgetRich),
                block("Alternative", paper.alternative, paper.alternativeRich))
            .filter(Objects::nonNull).toList(),
        uploadedText(paper.id)
            .map(text -> new PaperDocument.TextFile(text.fileName(), text.documentHash())).orElse(null),
        all.stream().filter(attachment -> attachment.supplementOn() == null).map(PaperPrinter::line).toList(),
        all.stream().filter(attachment -> attachment.supplementOn() != null)
            .map(attachment -> new PaperDocument.Supplement(attachment.supplementOn(), attachment.supplementReason(),
                List.of(line(attachment)))).toList(),
        signatures.findOfPaper(paper.id).stream()
            .filter(signature -> signature.revision() == paper.revision).map(Signature::printed).toList(),
        paper.fromPolitics() && paper.originator != null ? List.of(paper.originator) : List.of(),
        paper.releasedOn == null ? LocalDate.now(clock) : paper.releasedOn));
  }

  private List<PaperDocument.Station> stations(Paper paper) {
    List<Consultation> stations = consultations.findOfPaper(paper.id)
        .stream().filter(station -> station.state != ConsultationState.DROPPED).toList();
    boolean onlyNotice = stations.stream().allMatch(station -> station.consultationRole == ConsultationRole.NOTICE);
    return stations.stream().map(station -> new PaperDocument.Station(council.get(station.organizationId).name(),
        station.meetingId == null ? null : meetings.get(station.meetingId).day(),
        onlyNotice ? null : station.consultationRole.label())).toList();
  }

  private static PaperDocument.Block block(String heading, String text, String rich) {
    return text == null ? null : new PaperDocument.Block(heading, RichText.ofStored(text, rich));
  }

  private static PaperDocument.Attachment line(Attachment attachment) {
    return new PaperDocument.Attachment(attachment.attachmentNumber(),
        attachment.name() + (attachment.publicAttachment() ? "" : " (nichtöffentlich)"), attachment.printed());
  }

  /** The words and, where there is more than words, the look: a table says something by its rows and columns. */
  private String canonicalText(Paper paper) {
    List<Wording.Point> points = wordings.current(paper).points();
    String words = Stream.of(paper.paperType, paper.name, Wordings.text(points), paper.reasons, paper.budget,
            paper.alternative)
        .map(part -> Objects.requireNonNullElse(part, ""))
        .collect(Collectors.joining("\n\f\n"));
    List<String> looks = new ArrayList<>(points.stream().map(Wording.Point::rich).toList());
    looks.addAll(Arrays.asList(paper.reasonsRich, paper.budgetRich, paper.alternativeRich));
    return looks.stream().allMatch(Objects::isNull) ? words
        : words + looks.stream().map(look -> Objects.requireNonNullElse(look, ""))
            .collect(Collectors.joining("\n\f\n", "\n\f\n", ""));
  }
}
