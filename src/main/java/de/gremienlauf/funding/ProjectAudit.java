package de.gremienlauf.funding;

import de.gremienlauf.document.RecordedAct;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Everything that was done with a funded project, as a Rechnungsprüfung asks for it. */
@Service
@Transactional
public class ProjectAudit {

  private final ProjectQueries queries;
  private final ProjectHistory history;
  private final ProjectDocuments documents;

  ProjectAudit(ProjectQueries queries, ProjectHistory history, ProjectDocuments documents) {
    this.queries = queries;
    this.history = history;
    this.documents = documents;
  }

  /** Notes who took an export of the project, so that the next one bears witness of it. */
  public void exported(Long projectId, String seal) {
    history.add(projectId, "Prüfexport erstellt, Siegel " + seal + ".");
  }

  /** All that is recorded, in no particular order. */
  public List<RecordedAct> acts(Long projectId) {
    ProjectDetails project = queries.details(projectId);
    List<RecordedAct> acts = new ArrayList<>();
    history.of(projectId).forEach(event -> acts.add(new RecordedAct(text(event.happenedAt()), event.userId(),
        "Verlauf", event.description(), Map.of(), Map.of())));
    project.applications().forEach(one -> acts.add(act(one.filedOn(), "Antrag", "Antrag gestellt",
        "Unterlagen", one.documents(), "Bemerkung", one.note(), "Tag angenommen", one.assumed() ? "ja" : null)));
    project.notices().forEach(one -> acts.add(act(one.noticeDate(), "Bescheid", one.title(),
        "Behörde", one.authority(), "Geschäftszeichen", one.fileReference(), "Stand", one.stateLabel(),
        "Zur Post gegeben", one.postedOn(), "Eingegangen", one.receivedOn(), "Höchstbetrag", one.grantLimit(),
        "Fördersatz", one.rate(), "Nebenbestimmungen", one.conditions(), "Klagefrist bis", one.appealUntil(),
        "Rechtsbehelf verzichtet", one.waivedOn(), "Angefochten", one.challengedOn(), "Bestandskräftig", one.finalOn())));
    project.amendments().forEach(one -> acts.add(act(one.begunOn(), "Änderung", one.kindLabel(),
        "Stand", one.stateLabel(), "Bemerkung", one.note(), "Gremien befasst", one.committeesGround(),
        "Ablehnung", one.refusal())));
    project.papers().forEach(one -> acts.add(act(one.endedOn(), "Gremienbeschluss",
        Objects.requireNonNullElse(one.reference(), "") + " " + one.name(), "Zweck", one.purposeLabel(),
        "Erforderlich", one.needLabel(), "Grund", one.ground(), "Ergebnis", one.outcomeLabel())));
    project.reports().forEach(one -> acts.add(act(one.submittedOn(), "Bericht", one.title(),
        "Stand", one.stateLabel(), "Fällig", one.dueOn(), "Tag angenommen", one.submittedAssumed() ? "ja" : null)));
    project.calls().forEach(one -> acts.add(act(one.calledOn(), "Mittelabruf", one.amount() + " €",
        "Stand", one.stateLabel(), "Zweck", one.purpose(), "Ausgezahlt am", one.paidOn(), "Ausgezahlt", one.paid(),
        "Verwendet", one.used(), "Bestätigt am", one.usedConfirmedOn(), "Ablehnung", one.refusal())));
    project.findings().forEach(one -> acts.add(new RecordedAct(text(one.answeredOn() == null ? one.raisedOn()
        : one.answeredOn()), null, "Frage", one.question(), RecordedAct.details("Gestellt am", one.raisedOn(),
        "Antwort", one.answer(), "Beantwortet von", one.answeredBy()), Map.of())));
    if (project.proof() != null) {
      ProjectDetails.ProofLine one = project.proof();
      acts.add(act(one.auditedOn() == null ? one.submittedOn() : one.auditedOn(), "Verwendungsnachweis",
          one.stateLabel(), "Fällig", one.dueOn(), "Vorgelegt", one.submittedOn(), "Zuwendung", one.computedGrant(),
          "Berechnung", one.computation(), "Prüfung", one.auditLabel(), "Bemerkung", one.auditNote(),
          "Rückforderung", one.repayment()));
    }
    documents.of(projectId).forEach(one -> acts.add(new RecordedAct(text(one.createdOn()), null, "Dokument",
        one.name(), RecordedAct.details("Prüfsumme", one.documentHash()),
        Map.of(one.documentHash(), one.fileName()))));
    return acts;
  }

  private static RecordedAct act(Temporal at, String kind, String what, Object... details) {
    return new RecordedAct(text(at), null, kind, what, RecordedAct.details(details), Map.of());
  }

  private static String text(Temporal at) {
    return at == null ? "" : at.toString();
  }
}
