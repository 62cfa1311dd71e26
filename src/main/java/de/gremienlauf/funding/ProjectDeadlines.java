package de.gremienlauf.funding;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.engine.GermanDate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Every day of a project that somebody may ask about, each with the way it came about. */
@Component
class ProjectDeadlines {

  private static final int DAYS_OF_A_WEEK = 7;
  private static final Set<ProjectState> NEVER_CLOSED = Set.of(ProjectState.REFUSED, ProjectState.ABORTED);

  private final FundedProjectRepository projects;
  private final Notices notices;
  private final Amendments amendments;
  private final FundsCalls calls;
  private final ProgressReports reports;
  private final ProofsOfUse proofs;
  private final ProjectPartnerRepository partners;
  private final FundingRules rules;
  private final PeriodCalculator calculator;
  private final Clock clock;

  ProjectDeadlines(FundedProjectRepository projects, Notices notices, Amendments amendments, FundsCalls calls,
      ProgressReports reports, ProofsOfUse proofs, ProjectPartnerRepository partners, FundingRules rules,
      PeriodCalculator calculator, Clock clock) {
    this.projects = projects;
    this.notices = notices;
    this.amendments = amendments;
    this.calls = calls;
    this.reports = reports;
    this.proofs = proofs;
    this.partners = partners;
    this.rules = rules;
    this.calculator = calculator;
    this.clock = clock;
  }

  /** In their order. */
  List<ProjectDeadline> of(Long projectId) {
    FundedProject project = projects.required(projectId);
    LocalDate today = LocalDate.now(clock);
    List<ProjectDeadline> days = new ArrayList<>();
    for (NoticeDetails notice : notices.of(projectId)) {
      addNotice(days, notice, today);
    }
    addPeriod(days, project, today);
    addAmendments(days, projectId, today);
    addCalls(days, projectId, today);
    addReports(days, projectId, today);
    if (!NEVER_CLOSED.contains(project.state)) {
      proofs.due(projectId).ifPresent(due -> days.add(ProjectDeadline.duty("Verwendungsnachweis vorlegen", null, due,
          proofs.of(projectId).filter(proof -> proof.submittedOn() != null).isPresent(), today)));
    }
    addPartners(days, projectId, today);
    addRetention(days, project, today);
    days.sort(Comparator.comparing(ProjectDeadline::date));
    return days;
  }

  private void addNotice(List<ProjectDeadline> days, NoticeDetails notice, LocalDate today) {
    NoticeDeadlines of = notices.deadlines(notice.id());
    boolean dealtWith = notice.checkedOn() != null || notice.waivedOn() != null || notice.challengedOn() != null
        || notice.finalOn() != null;
    days.add(ProjectDeadline.event("Bekanntgabe", notice.title(), of.notified(), today));
    days.add(ProjectDeadline.duty("Ende der Rechtsbehelfsfrist", notice.title(), of.appealUntil(), dealtWith, today));
    if (notice.challengedOn() == null) {
      days.add(ProjectDeadline.event("Bestandskraft", notice.title(), of.finalFrom(), today));
    }
  }

  private void addPeriod(List<ProjectDeadline> days, FundedProject project, LocalDate today) {
    FundingPeriod period = notices.period(project.id);
    if (period.approvalUntil() == null || NEVER_CLOSED.contains(project.state)) {
      return;
    }
    List<NoticeDetails> setting = notices.of(project.id).stream()
        .filter(notice -> notice.period().approvalUntil() != null && notice.state() != NoticeState.ANNULLED).toList();
    List<String> steps = setting.isEmpty()
        ? List.of("Ein Bescheid liegt noch nicht vor; angenommen ist das geplante Ende.")
        : setting.stream().map(ProjectDeadlines::endBy).toList();
    String ground = setting.isEmpty() ? "Planung (angenommen)" : setting.get(setting.size() - 1).title();
    days.add(ProjectDeadline.event("Ende des Bewilligungszeitraums", null,
        new ExplainedDate(period.approvalUntil(), steps, ground), today));
    if (period.executionUntil() != null && !period.executionUntil().equals(period.approvalUntil())) {
      days.add(ProjectDeadline.event("Ende des Durchführungszeitraums", null,
          new ExplainedDate(period.executionUntil(), List.of(), ground), today));
    }
    FundingRule weeks = rules.rule(project.id, RuleKey.CLOSING_WEEKS);
    ExplainedDate closing = calculator.calendarDaysBefore(period.approvalUntil(), weeks.number() * DAYS_OF_A_WEEK);
    days.add(ProjectDeadline.event("Beginn des Abschlussberichts", null, new ExplainedDate(closing.date(),
        Stream.concat(steps.stream(), closing.steps().stream()).toList(), weeks.ground()), today));
  }

  private static String endBy(NoticeDetails notice) {
    return notice.title() + ": " + (notice.kind() == NoticeKind.EXTENSION ? "verlängert" : "bewilligt") + " bis zum "
        + GermanDate.printWithWeekday(notice.period().approvalUntil()) + ".";
  }

  private void addAmendments(List<ProjectDeadline> days, Long projectId, LocalDate today) {
    for (AmendmentDetails one : amendments.of(projectId)) {
      if (one.until() != null) {
        boolean hearing = one.kind() == NoticeKind.REPAYMENT;
        days.add(ProjectDeadline.duty(hearing ? "Stellungnahme in der Anhörung" : "Ende der eröffneten Möglichkeit",
            one.kind().label(), new ExplainedDate(one.until(), one.note() == null ? List.of() : List.of(one.note()),
                hearing ? "Anhörungsschreiben, § 28 VwVfG NRW" : "Mitteilung der Bewilligungsbehörde"),
            hearing && one.hearingStatement() != null
                || one.state() != AmendmentState.OPEN && one.state() != AmendmentState.AGREED, today));
      }
    }
  }

  private void addCalls(List<ProjectDeadline> days, Long projectId, LocalDate today) {
    for (FundsCallDetails call : calls.of(projectId)) {
      if (call.useUntil() != null) {
        days.add(ProjectDeadline.duty("Abgerufene Mittel verwenden", "Auszahlung vom "
            + GermanDate.print(call.paidOn()), new ExplainedDate(call.useUntil(), List.of(call.useExplained()),
                rules.rule(projectId, RuleKey.CALL_USE_MONTHS).ground()), call.usedConfirmedOn() != null, today));
      }
    }
  }

  private void addReports(List<ProjectDeadline> days, Long projectId, LocalDate today) {
    for (ReportDetails report : reports.of(projectId)) {
      if (report.dueOn() != null) {
        days.add(ProjectDeadline.duty("Bericht vorlegen", report.title(), new ExplainedDate(report.dueOn(),
            report.dueExplained().lines().toList(), report.basis().label()
                + (report.basisNote() == null ? "" : ", " + report.basisNote())), report.submittedOn() != null, today));
      }
    }
  }

  private void addPartners(List<ProjectDeadline> days, Long projectId, LocalDate today) {
    for (ProjectPartner partner : partners.findByProjectIdOrderById(projectId)) {
      if (partner.proofDue != null) {
        days.add(ProjectDeadline.duty("Nachweis des Partners", partner.name, new ExplainedDate(partner.proofDue,
            partner.proofExplained.lines().toList(),
            rules.rule(projectId, RuleKey.PARTNER_PROOF_BUFFER_WEEKS).ground()), partner.proofReceivedOn != null,
            today));
      }
    }
  }

  private void addRetention(List<ProjectDeadline> days, FundedProject project, LocalDate today) {
    if (project.retentionUntil != null) {
      days.add(ProjectDeadline.event("Ende der Aufbewahrung", null, new ExplainedDate(project.retentionUntil,
          project.retentionExplained.lines().toList(), rules.rule(project.id, RuleKey.RETENTION_YEARS).ground()),
          today));
    }
  }
}
