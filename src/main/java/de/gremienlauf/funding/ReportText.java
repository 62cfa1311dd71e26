package de.gremienlauf.funding;

import java.util.List;
import org.springframework.stereotype.Component;

/** Proposes the text of papers that inform the committees: progress reports and the final report. */
@Component
class ReportText implements PaperText {

  private final FundedProjectRepository projects;
  private final ProgressReports progress;
  private final FinalReports finals;
  private final ReportFactsReader facts;

  ReportText(FundedProjectRepository projects, ProgressReports progress, FinalReports finals,
      ReportFactsReader facts) {
    this.projects = projects;
    this.progress = progress;
    this.finals = finals;
    this.facts = facts;
  }

  @Override
  public boolean serves(PaperPurpose purpose) {
    return purpose == PaperPurpose.PROGRESS_REPORT || purpose == PaperPurpose.FINAL_REPORT;
  }

  @Override
  public Proposal propose(ProjectPaper paper) {
    if (paper.purpose() == PaperPurpose.FINAL_REPORT) {
      return finals.proposal(paper.projectId());
    }
    ReportDetails report = progress.details(paper.reportId());
    return new Proposal(report.title() + " zum Projekt „" + projects.required(paper.projectId()).name + "“", null,
        report.text(), null, facts.references(paper.projectId()), List.of());
  }
}
