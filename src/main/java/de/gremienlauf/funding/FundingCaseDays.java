package de.gremienlauf.funding;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.deadline.CaseDays;
import de.gremienlauf.deadline.TaskCase;
import de.gremienlauf.engine.GermanDate;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The days of funded projects, notices and reports from which the periods of tasks are counted. */
@Component
class FundingCaseDays implements CaseDays {

  private final Notices notices;
  private final Amendments amendments;
  private final ProgressReports reports;
  private final PartnerProofs partners;
  private final ProofsOfUse proofs;

  FundingCaseDays(Notices notices, Amendments amendments, ProgressReports reports, PartnerProofs partners,
      ProofsOfUse proofs) {
    this.notices = notices;
    this.amendments = amendments;
    this.reports = reports;
    this.partners = partners;
    this.proofs = proofs;
  }

  @Override
  public Map<String, Function<TaskCase, ExplainedDate>> days() {
    return Map.of(
        "APPEAL_END", of("noticeId", id -> notices.deadlines(id).appealUntil()),
        "AMENDMENT_UNTIL", of("amendmentId",
            id -> told("Die Bewilligungsbehörde hat einen Tag gesetzt", amendments.details(id).until())),
        "EXTENSION_BEFORE", of("amendmentId", this::endBeforeExtension),
        "APPROVAL_END", of("projectId", this::approvalEnd),
        "REPORT_DUE", of("reportId", id -> explained(reports.details(id).dueOn(), reports.details(id).dueExplained())),
        "PARTNER_PROOF_DUE", of("partnerId",
            id -> explained(partners.details(id).dueOn(), partners.details(id).dueExplained())),
        "PROOF_DUE", of("projectId", id -> proofs.of(id)
            .map(proof -> explained(proof.dueOn(), proof.dueExplained())).orElse(null)));
  }

  private static Function<TaskCase, ExplainedDate> of(String variable, Function<Long, ExplainedDate> day) {
    return about -> about.id(variable) == null ? null : day.apply(about.id(variable));
  }

  private ExplainedDate endBeforeExtension(Long amendmentId) {
    AmendmentDetails amendment = amendments.details(amendmentId);
    return amendment.kind() == NoticeKind.EXTENSION ? approvalEnd(amendment.projectId()) : null;
  }

  private ExplainedDate approvalEnd(Long projectId) {
    return told("Der Bewilligungszeitraum endet", notices.period(projectId).approvalUntil());
  }

  private static ExplainedDate told(String what, LocalDate day) {
    return day == null ? null : new ExplainedDate(day, List.of(what + ": " + GermanDate.print(day) + "."), "");
  }

  private static ExplainedDate explained(LocalDate day, String why) {
    return day == null ? null
        : new ExplainedDate(day, why == null || why.isBlank() ? List.of() : why.lines().toList(), "");
  }
}
