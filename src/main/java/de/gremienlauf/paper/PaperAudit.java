package de.gremienlauf.paper;

import de.gremienlauf.council.Council;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.document.RecordedAct;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was done with a paper, as a Rechnungsprüfung asks for it: who, when, in which capacity, on what. */
@Service
@Transactional
public class PaperAudit {

  private static final String TEXT = "text/plain";

  private final PaperQueries queries;
  private final PaperHistory history;
  private final PaperReleaseRepository releases;
  private final CoSignatureRepository coSignatures;
  private final SignatureRepository signatures;
  private final AttachmentRepository attachments;
  private final AttachmentVersionRepository versions;
  private final ResultCorrectionRepository corrections;
  private final UrgentDecisions urgentDecisions;
  private final PaperExcerpts excerpts;
  private final Wordings wordings;
  private final DocumentStore documents;
  private final Council council;

  PaperAudit(PaperQueries queries, PaperHistory history, PaperReleaseRepository releases,
      CoSignatureRepository coSignatures, SignatureRepository signatures, AttachmentRepository attachments,
      AttachmentVersionRepository versions, ResultCorrectionRepository corrections, UrgentDecisions urgentDecisions,
      PaperExcerpts excerpts, Wordings wordings, DocumentStore documents, Council council) {
    this.queries = queries;
    this.history = history;
    this.releases = releases;
    this.coSignatures = coSignatures;
    this.signatures = signatures;
    this.attachments = attachments;
    this.versions = versions;
    this.corrections = corrections;
    this.urgentDecisions = urgentDecisions;
    this.excerpts = excerpts;
    this.wordings = wordings;
    this.documents = documents;
    this.council = council;
  }

  /** Notes who took an export of the paper, so that the next one bears witness of it. */
  public void exported(Long paperId, String seal) {
    history.add(paperId, "Prüfexport erstellt, Siegel " + seal + ".");
  }

  /** All that is recorded, in no particular order. */
  public List<RecordedAct> acts(Long paperId) {
    PaperDetails paper = queries.details(paperId);
    Map<Integer, PaperRelease> released = releases.findByPaperIdOrderById(paperId).stream()
        .collect(Collectors.toMap(PaperRelease::revision, Function.identity(), (first, second) -> second));
    List<RecordedAct> acts = new ArrayList<>();
    history.of(paperId).forEach(event -> acts.add(new RecordedAct(text(event.happenedAt()), event.userId(), "Verlauf",
        event.description(), Map.of(), Map.of())));
    coSignatures.findOfPaper(paperId).stream().filter(one -> one.decidedAt() != null)
        .forEach(one -> acts.add(coSignature(one)));
    signatures.findOfPaper(paperId).forEach(one -> acts.add(signature(one, released.get(one.revision()))));
    released.values().forEach(one -> acts.add(release(one)));
    attachments.findOfPaper(paperId).forEach(one -> acts.add(attachment(one)));
    versions.findByAttachmentIdInOrderByVersionNumberDesc(paper.attachments().stream()
        .map(PaperDetails.AttachmentLine::id).toList()).forEach(one -> acts.add(formerVersion(one)));
    Map<String, String> wordingHashes = wordingHashes(paperId);
    paper.consultations().stream().filter(station -> station.concludedOn() != null)
        .forEach(station -> acts.add(result(paperId, station, wordingHashes)));
    Map<Long, PaperDetails.Station> stations = paper.consultations().stream()
        .collect(Collectors.toMap(PaperDetails.Station::id, Function.identity()));
    corrections.findByConsultationIdInOrderById(stations.keySet())
        .forEach(one -> acts.add(correction(stations.get(one.consultationId()), one)));
    urgentDecisions.of(paperId).stream().filter(one -> one.decidedOn != null)
        .forEach(one -> acts.add(urgent(one)));
    return acts;
  }

  private static String text(Temporal at) {
    return at == null ? "" : at.toString();
  }

  private RecordedAct coSignature(CoSignature one) {
    String office = council.get(one.organizationId()).name();
    return new RecordedAct(text(one.decidedAt()), one.decidedBy(), "Mitzeichnung", office + ": " + one.state().label(),
        RecordedAct.details("Dienststelle", office, "Runde", one.roundNumber(), "Entscheidung", one.state().label(),
            "Einwand", one.reason(), "Frist", text(one.dueOn())), Map.of());
  }

  private static RecordedAct signature(Signature one, PaperRelease release) {
    return new RecordedAct(text(one.signedOn()), one.signedBy(), "Zeichnung", one.printed(),
        RecordedAct.details("Gezeichnet von", one.signatory(), "Eigenschaft", one.capacity().label(),
            "Vertretene Person", one.represented(), "Neufassung", one.revision(),
            "Prüfsumme des Textes", release == null ? null : release.textHash()), Map.of());
  }

  private static RecordedAct release(PaperRelease one) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put(one.textHash(), "Text der Vorlage");
    files.put(one.documentHash(), "Vorlage.pdf");
    Map<String, String> details = RecordedAct.details("Neufassung", one.revision(),
        "Prüfsumme des Textes", one.textHash(), "Prüfsumme des Dokuments", one.documentHash());
    one.files().stream().sorted((a, b) -> Integer.compare(a.attachmentNumber(), b.attachmentNumber()))
        .forEach(file -> {
          details.put("Anlage " + file.attachmentNumber(), file.name() + " ("
              + (file.printed() ? "wird mitgedruckt" : "wird nicht mitgedruckt") + ", "
              + (file.publicAttachment() ? "öffentlich" : "nichtöffentlich") + "), Prüfsumme " + file.documentHash());
          files.putIfAbsent(file.documentHash(), file.fileName());
        });
    return new RecordedAct(text(one.releasedOn()), one.releasedBy(), "Freigabe", "Vorlage freigegeben", details, files);
  }

  private static RecordedAct attachment(Attachment one) {
    return new RecordedAct(one.addedAt() == null ? text(one.supplementOn()) : text(one.addedAt()), one.addedBy(),
        one.supplementOn() == null ? "Anlage" : "Ergänzung", one.label() + ": " + one.name(),
        RecordedAct.details("Fassung", one.versionNumber(), "Begründung", one.supplementReason(),
            "Prüfsumme", one.documentHash()), Map.of(one.documentHash(), one.fileName()));
  }

  private static RecordedAct formerVersion(AttachmentVersion one) {
    return new RecordedAct(text(one.addedAt()), one.addedBy(), "Anlage", "Frühere Fassung: " + one.fileName(),
        RecordedAct.details("Fassung", one.versionNumber(), "Prüfsumme", one.documentHash()),
        Map.of(one.documentHash(), one.fileName()));
  }

  /** The text of each wording, stored so that its hash can be checked. */
  private Map<String, String> wordingHashes(Long paperId) {
    Map<String, String> hashes = new LinkedHashMap<>();
    wordings.of(paperId).stream().filter(wording -> !wording.points().isEmpty())
        .forEach(wording -> hashes.put(wording.label(), documents.put(
            Wordings.text(wording.points()).getBytes(StandardCharsets.UTF_8), TEXT).hash()));
    return hashes;
  }

  private RecordedAct result(Long paperId, PaperDetails.Station station, Map<String, String> wordingHashes) {
    PaperDetails.VoteLine vote = station.vote();
    String wording = wordingHashes.get(station.wordingLabel());
    Map<String, String> files = new LinkedHashMap<>();
    if (wording != null) {
      files.put(wording, station.wordingLabel() + ".txt");
    }
    for (PaperDetails.ExcerptLine excerpt : station.excerpts()) {
      PaperExcerpts.Content content = excerpts.content(paperId, excerpt.id());
      files.put(documents.put(content.bytes(), "application/pdf").hash(), content.fileName());
    }
    return new RecordedAct(text(station.concludedOn()), null, "Ergebnis",
        station.organization() + ": " + (station.result() == null ? station.stateLabel() : station.result()),
        RecordedAct.details("Gremium", station.organization(), "Rolle", station.roleLabel(), "Ergebnis", station.result(),
            "Art", station.kindLabel(), "Wirkung", station.effectLabel(), "Bedingung", station.condition(),
            "Abstimmung", vote == null ? null : vote.text(), "Ja", vote == null ? null : vote.yes(),
            "Nein", vote == null ? null : vote.no(),
            "Enthaltungen", vote == null ? null : vote.abstentions(),
            "Fassung", station.wordingLabel(), "Prüfsumme der Fassung", wording,
            "Nichtöffentlich beraten", station.behindClosedDoors() ? "ja" : null,
            "Vorläufig", station.provisional() ? "ja" : null, "Bemerkung", station.remark()), files);
  }

  private static RecordedAct correction(PaperDetails.Station station, ResultCorrection one) {
    return new RecordedAct(text(one.correctedAt()), one.correctedBy(), "Berichtigung",
        station.organization() + ": Ergebnis berichtigt",
        RecordedAct.details("Begründung", one.reason(), "Vorher", one.formerResult(), "Abstimmung vorher", one.formerVoteText()),
        Map.of());
  }

  private RecordedAct urgent(UrgentDecision one) {
    Set<String> known = documents.find(one.textHash == null ? "" : one.textHash).isPresent()
        ? Set.of(one.textHash) : Set.of();
    return new RecordedAct(text(one.decidedOn), one.firstBy, "Dringlichkeitsentscheidung", one.title(),
        RecordedAct.details("Anstelle von", council.get(one.organizationId).name(), "Dringlichkeit", one.urgency,
            "Rechtsgrund", one.ground, "Unterschriften", one.signatures(), "Zweite Unterschrift durch", one.secondBy,
            "Prüfsumme des Textes", one.textHash),
        known.stream().collect(Collectors.toMap(Function.identity(), hash -> "Text der Entscheidung.txt")));
  }
}
