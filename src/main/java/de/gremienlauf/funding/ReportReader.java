package de.gremienlauf.funding;

import de.gremienlauf.funding.ProjectDetails.FinalReportLine;
import de.gremienlauf.funding.ProjectDetails.ProofLine;
import de.gremienlauf.funding.ProjectDetails.ReportLine;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads what a project reports: on its way, at its end, and how the money was used. */
@Component
class ReportReader {

  private final ProgressReports reports;
  private final FinalReports finalReports;
  private final ProofsOfUse proofs;

  ReportReader(ProgressReports reports, FinalReports finalReports, ProofsOfUse proofs) {
    this.reports = reports;
    this.finalReports = finalReports;
    this.proofs = proofs;
  }

  List<ReportLine> reports(Long projectId) {
    return reports.of(projectId).stream().map(one -> new ReportLine(one.id(), one.number(), one.title(),
        one.basis().label(), one.basisNote(), one.dueOn(), one.beginOn(), one.announces(), one.committees(),
        one.submittedOn(), one.submittedAssumed(), one.state().label())).toList();
  }

  FinalReportLine finalReport(Long projectId) {
    return finalReports.kept(projectId).map(report -> new FinalReportLine(report.subject(), report.finishedOn()))
        .orElse(null);
  }

  ProofLine proof(Long projectId) {
    return proofs.of(projectId).map(proof -> new ProofLine(proof.state().label(), proof.dueOn(),
        proof.computedGrant(), proof.computation(), proof.submittedOn(),
        proof.auditResult() == null ? null : proof.auditResult().label(), proof.auditNote(), proof.auditedOn(),
        proof.repayment())).orElse(null);
  }
}
