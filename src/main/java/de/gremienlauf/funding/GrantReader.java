package de.gremienlauf.funding;

import de.gremienlauf.funding.ProjectDetails.AmendmentLine;
import de.gremienlauf.funding.ProjectDetails.ApplicationLine;
import de.gremienlauf.funding.ProjectDetails.CallLine;
import de.gremienlauf.funding.ProjectDetails.ClauseLine;
import de.gremienlauf.funding.ProjectDetails.DutyLine;
import de.gremienlauf.funding.ProjectDetails.MoneyLine;
import de.gremienlauf.funding.ProjectDetails.NoticeLine;
import de.gremienlauf.funding.ProjectDetails.YearLine;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what was applied for, and what the grantor decided and paid. */
@Component
class GrantReader {

  private final Notices notices;
  private final Amendments amendments;
  private final FundsCalls calls;
  private final FundingApplicationRepository applications;
  private final FinancingLineRepository financing;
  private final NotificationDutyRepository duties;
  private final ProjectDocuments documents;

  GrantReader(Notices notices, Amendments amendments, FundsCalls calls, FundingApplicationRepository applications,
      FinancingLineRepository financing, NotificationDutyRepository duties, ProjectDocuments documents) {
    this.notices = notices;
    this.amendments = amendments;
    this.calls = calls;
    this.applications = applications;
    this.financing = financing;
    this.duties = duties;
    this.documents = documents;
  }

  List<ApplicationLine> applications(Long projectId) {
    return applications.findByProjectIdOrderById(projectId).stream().map(one -> new ApplicationLine(one.id(),
        one.amendmentId(), one.filedOn(), one.filedOnAssumed(), one.documents(), one.note())).toList();
  }

  List<DutyLine> duties(Long projectId) {
    return duties.findByProjectIdOrderById(projectId).stream().map(one -> new DutyLine(one.id(), one.kind().label(),
        one.noticedOn(), one.matter(), one.toldOn(), one.toldHow())).toList();
  }

  List<MoneyLine> financing(Long projectId) {
    return financing.findByProjectIdOrderByLineNumber(projectId).stream().map(one -> new MoneyLine(one.id(),
        one.lineNumber(), one.side(), one.source() == null ? null : one.source().label(), one.label(), one.planned(),
        one.eligible(), one.actual())).toList();
  }

  List<NoticeLine> notices(Long projectId) {
    Map<String, Long> kept = documents.of(projectId).stream()
        .collect(Collectors.toMap(ProjectDocument::documentHash, ProjectDocument::id, (first, later) -> later));
    return notices.of(projectId).stream().map(notice -> line(notice, kept.get(notice.sheetHash()))).toList();
  }

  private static NoticeLine line(NoticeDetails notice, Long sheetId) {
    NoticeLetter letter = notice.letter();
    GrantTerms terms = notice.terms();
    return new NoticeLine(notice.id(), notice.amendmentId(), notice.title(), notice.state().label(),
        letter.authority(), letter.fileReference(), letter.noticeDate(), notice.postedOn(), notice.postedAssumed(),
        notice.method().label(), letter.method() == null, letter.receivedOn(), letter.instruction(), notice.period(),
        terms.financingKind() == null ? null : terms.financingKind().label(),
        terms.paymentKind() == null ? null : terms.paymentKind().label(), terms.rate(), terms.eligibleTotal(),
        terms.grantLimit(), terms.conditions(), notice.appealUntil(), notice.checkedOn(), notice.waivedOn(),
        notice.challengedOn(), notice.challengeOutcome(), notice.finalOn(), sheetId,
        terms.years().entrySet().stream().map(year -> new YearLine(year.getKey(), year.getValue())).toList(),
        terms.clauses().stream().map(GrantReader::line).toList());
  }

  private static ClauseLine line(NoticeClause clause) {
    return RuleKey.find(clause.ruleKey())
        .map(rule -> new ClauseLine(rule.label(), clause.ruleValue() + " " + rule.unit(), clause.printedText()))
        .orElseGet(() -> new ClauseLine(clause.ruleKey(), clause.ruleValue(), clause.printedText()));
  }

  List<AmendmentLine> amendments(Long projectId) {
    return amendments.of(projectId).stream().map(one -> new AmendmentLine(one.id(), one.kind().label(),
        one.state().label(), one.kind() == NoticeKind.REPAYMENT, one.begunOn(), one.until(), one.note(),
        one.committeesNeeded(), one.committeesGround(), one.hearingStatement(), one.refusal())).toList();
  }

  List<CallLine> calls(Long projectId) {
    return calls.of(projectId).stream().map(one -> new CallLine(one.id(), one.state().label(), one.calledOn(),
        one.amount(), one.paymentsUntil(), one.purpose(), one.paidOn(), one.paid(), one.useUntil(), one.used(),
        one.usedConfirmedOn(), one.refusal())).toList();
  }
}
