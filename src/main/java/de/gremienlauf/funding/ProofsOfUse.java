package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The proofs of use of the projects (Verwendungsnachweis, Nr. 7 ANBest): due after the approval period, in words and in
 * numbers along the plan of financing, audited by the grantor; the receipts are kept for years after it.
 */
@Service
@Transactional
public class ProofsOfUse {

  private static final List<RuleKey> PROOF_MONTHS = List.of(RuleKey.PROOF_MONTHS_EXACT, RuleKey.PROOF_MONTHS);
  private static final List<RuleKey> PROOF_RULES =
      List.of(RuleKey.PROOF_DUE, RuleKey.PROOF_MONTHS_EXACT, RuleKey.PROOF_MONTHS);

  private final ProofOfUseRepository proofs;
  private final FundedProjectRepository projectRows;
  private final Projects projects;
  private final Notices notices;
  private final FundingRules rules;
  private final FundsCalls calls;
  private final FinancingPlan plan;
  private final PartnerProofs partners;
  private final ReportFactsReader facts;
  private final Objectives objectives;
  private final Concepts concepts;
  private final ProofSheet sheet;
  private final ProjectDocuments documents;
  private final Findings findings;
  private final ProjectHistory history;
  private final PeriodCalculator calculator;
  private final int filePlanYears;
  private final Clock clock;

  ProofsOfUse(ProofOfUseRepository proofs, FundedProjectRepository projectRows, Projects projects, Notices notices,
      FundingRules rules, FundsCalls calls, FinancingPlan plan, PartnerProofs partners, ReportFactsReader facts,
      Objectives objectives, Concepts concepts, ProofSheet sheet, ProjectDocuments documents, Findings findings,
      ProjectHistory history, PeriodCalculator calculator,
      @Value("${gremienlauf.funding.file-plan-years}") int filePlanYears, Clock clock) {
    this.proofs = proofs;
    this.projectRows = projectRows;
    this.projects = projects;
    this.notices = notices;
    this.rules = rules;
    this.calls = calls;
    this.plan = plan;
    this.partners = partners;
    this.facts = facts;
    this.objectives = objectives;
    this.concepts = concepts;
    this.sheet = sheet;
    this.documents = documents;
    this.findings = findings;
    this.history = history;
    this.calculator = calculator;
    this.filePlanYears = filePlanYears;
    this.clock = clock;
  }

  /**
   * The day on which the proof of use is due as of now, with its steps; empty as long as the end of the approval period
   * is not known. The latest notice that says anything about it counts. A day that it names is not moved, unless the
   * approval period was extended to that day or beyond; the end of a period is (§ 31 Abs. 3 VwVfG NRW).
   */
  @Transactional(readOnly = true)
  public Optional<ExplainedDate> due(Long projectId) {
    LocalDate end = notices.period(projectId).approvalUntil();
    FundingRule rule = rules.findFirst(projectId, PROOF_RULES)
        .orElseGet(() -> rules.rule(projectId, RuleKey.PROOF_MONTHS));
    FundingRule passed = null;
    if (rule.key() == RuleKey.PROOF_DUE) {
      if (end == null || rule.day().isAfter(end)) {
        return Optional.of(new ExplainedDate(rule.day(), List.of("Vorzulegen ist der Verwendungsnachweis an dem Tag,"
            + " den der Bescheid bestimmt: " + printWithWeekday(rule.day()) + "."), rule.ground()));
      }
      passed = rule;
      rule = rules.findFirst(projectId, PROOF_MONTHS)
          .orElseGet(() -> rules.rule(projectId, RuleKey.PROOF_MONTHS));
    }
    return end == null ? Optional.empty() : Optional.of(dueAfter(end, rule, passed));
  }

  private ExplainedDate dueAfter(LocalDate end, FundingRule months, FundingRule passed) {
    boolean exact = months.key() == RuleKey.PROOF_MONTHS_EXACT;
    ExplainedDate computed = exact ? calculator.months(end, months.number())
        : calculator.endOfMonthAfter(end, months.number());
    List<String> steps = new ArrayList<>();
    steps.add("Der Bewilligungszeitraum endet am " + printWithWeekday(end) + ".");
    if (passed != null) {
      steps.add("Der Termin " + printWithWeekday(passed.day()) + " (" + passed.ground()
          + ") liegt nicht danach und gilt deshalb nicht.");
    }
    steps.add("Vorzulegen ist der Verwendungsnachweis " + (exact ? months.number() + " Monate danach"
        : "bis zum Ende des " + months.number() + ". Monats danach") + "; das bestimmt: " + months.ground() + ".");
    steps.addAll(computed.steps());
    return new ExplainedDate(computed.date(), steps, months.ground() + "; " + computed.ground());
  }

  /** Computes when the proof and those of the partners are due, and asks what is still open about concepts. */
  public void schedule(Long projectId) {
    ExplainedDate due = due(projectId).orElseThrow(() -> new BusinessException(
        "Das Ende des Bewilligungszeitraums ist nicht bekannt; eine Frist lässt sich nicht berechnen."));
    ProofOfUse proof = proofs.findByProjectId(projectId).orElseGet(ProofOfUse::new);
    proof.projectId = projectId;
    proof.dueOn = due.date();
    proof.dueExplained = String.join("\n", due.steps()) + "\nRechtsgrund: " + due.ground() + ".";
    proofs.save(proof);
    partners.schedule(projectId, due.date());
    history.add(projectId, "Verwendungsnachweis vorzulegen bis " + printWithWeekday(due.date()) + ".");
    concepts.checkOpenPoints(projectId);
  }

  /** Binds the proof to the process instance that sees to it. */
  public void attachProcess(Long projectId, String processInstanceId) {
    ProofOfUse proof = required(projectId);
    proof.processInstanceId = processInstanceId;
    proofs.save(proof);
  }

  private ProofOfUse required(Long projectId) {
    return proofs.findByProjectId(projectId).orElseThrow(
        () -> BusinessException.unknown("Für dieses Projekt ist noch kein Verwendungsnachweis fällig."));
  }

  /**
   * Whether the project runs again because its approval period has not ended yet, as after an extension that came late;
   * one that was aborted does not.
   */
  @Transactional(readOnly = true)
  public boolean runsOn(Long projectId) {
    LocalDate end = notices.period(projectId).approvalUntil();
    return projectRows.required(projectId).state != ProjectState.ABORTED && end != null
        && !end.isBefore(LocalDate.now(clock));
  }

  /** A draft of the narrative from what is known. */
  @Transactional(readOnly = true)
  public String narrativeDraft(Long projectId) {
    FundedProject project = projectRows.required(projectId);
    return NarrativeText.of(facts.read(projectId, null), project.idea, project.targetGroup, objectives.of(projectId));
  }

  /**
   * Keeps the proof as it was written and submitted, and asks about what stands out: late, items exceeded, partners'
   * proofs missing.
   *
   * @throws BusinessException if a line of the plan has no amount, or the proof has no narrative or is of the future
   */
  public void submit(Long projectId, WrittenProof written) {
    projectRows.lock(projectId);
    ProofOfUse proof = required(projectId);
    LocalDate today = LocalDate.now(clock);
    if (proof.state != ProofState.OPEN) {
      throw BusinessException.conflict("Der Verwendungsnachweis ist schon vorgelegt.");
    }
    if (written.narrative() == null) {
      throw new BusinessException("Bitte schreiben Sie den Sachbericht.");
    }
    if (written.submittedOn() != null && written.submittedOn().isAfter(today)) {
      throw new BusinessException("Der Verwendungsnachweis kann nicht erst am " + print(written.submittedOn())
          + " vorgelegt worden sein.");
    }
    plan.actuals(projectId, written.actuals());
    String missing = plan.lines(projectId).stream().filter(line -> line.actual() == null).map(PlanLine::label)
        .collect(Collectors.joining(", "));
    if (!missing.isEmpty()) {
      throw new BusinessException("Bitte geben Sie zu jeder Zeile des Finanzierungsplans den tatsächlichen Betrag an;"
          + " es fehlt: " + missing + ".");
    }
    NumericStatement numbers = numbers(projectId);
    proof.narrative = written.narrative();
    proof.submittedOn = Objects.requireNonNullElse(written.submittedOn(), today);
    proof.state = ProofState.SUBMITTED;
    if (numbers.grant() != null) {
      proof.computedGrant = numbers.grant().amount();
      proof.computation = Stream.of(numbers.grant().steps(), numbers.repayment().steps()).flatMap(List::stream)
          .collect(Collectors.joining("\n"));
    }
    proofs.save(proof);
    history.add(projectId, "Verwendungsnachweis vorgelegt am " + print(proof.submittedOn)
        + (proof.computedGrant == null ? "." : "; Zuwendung nach dem Nachweis: " + Euro.print(proof.computedGrant)
            + "."));
    ask(proof, numbers);
  }

  private void ask(ProofOfUse proof, NumericStatement numbers) {
    if (proof.submittedOn.isAfter(proof.dueOn)) {
      findings.raise(proof.projectId, FindingCode.PROOF_LATE, "Verwendungsnachweis", "Der Verwendungsnachweis war bis "
          + printWithWeekday(proof.dueOn) + " vorzulegen; vorgelegt wurde er am "
          + printWithWeekday(proof.submittedOn) + ".");
    }
    numbers.exceeded().forEach(item -> findings.raise(proof.projectId, FindingCode.SINGLE_ITEM_EXCEEDED,
        "Zeile " + item.line().id(), String.join(" ", item.excess().steps()) + " Rechtsgrund: "
            + item.excess().ground() + "."));
  }

  /** The numbers as of now. */
  @Transactional(readOnly = true)
  NumericStatement numbers(Long projectId) {
    List<PlanLine> lines = plan.lines(projectId);
    List<NoticeDetails> all = notices.of(projectId).stream()
        .filter(notice -> notice.kind() != NoticeKind.REFUSAL && notice.state() != NoticeState.ANNULLED).toList();
    return NumericStatement.of(lines, new NumericStatement.Terms(
        latest(all.stream().map(notice -> notice.terms().financingKind()), FinancingKind.SHARE),
        granted(projectId, all, lines), rate(all),
        calls.of(projectId).stream().map(FundsCallDetails::paid).filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        rules.rule(projectId, RuleKey.ITEM_EXCESS_PERCENT).number()));
  }

  private static <T> T latest(Stream<T> values, T otherwise) {
    return values.filter(Objects::nonNull).reduce((earlier, later) -> later).orElse(otherwise);
  }

  /** The rate that the notices name; null if none does, or the latest names another for what it adds. */
  private static BigDecimal rate(List<NoticeDetails> all) {
    List<NoticeDetails> naming = all.stream().filter(notice -> notice.terms().rate() != null).toList();
    BigDecimal rate = latest(naming.stream().map(notice -> notice.terms().rate()), null);
    return !naming.isEmpty() && naming.get(naming.size() - 1).kind().effect() == NoticeKind.AmountEffect.ADDS
        && naming.stream().anyMatch(notice -> notice.terms().rate().compareTo(rate) != 0) ? null : rate;
  }

  /** What was granted by the notices; where none names an amount, what the plan expects, less what was taken back. */
  private BigDecimal granted(Long projectId, List<NoticeDetails> all, List<PlanLine> lines) {
    if (all.stream().anyMatch(ProofsOfUse::namesAmount)) {
      return notices.granted(projectId).max(BigDecimal.ZERO);
    }
    BigDecimal takenBack = all.stream().filter(notice -> notice.kind() == NoticeKind.REPAYMENT)
        .map(notice -> notice.terms().amount()).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    return NumericStatement.sum(lines, line -> line.source() == FinancingSource.LAND, PlanLine::planned)
        .subtract(takenBack).max(BigDecimal.ZERO);
  }

  private static boolean namesAmount(NoticeDetails notice) {
    BigDecimal amount = notice.terms().amount();
    return amount != null && switch (notice.kind().effect()) {
      case ADDS -> amount.signum() > 0;
      case REPLACES -> true;
      case TAKES_BACK, NONE -> false;
    };
  }

  /** Prints the proof as it was submitted and files it. */
  public void file(Long projectId) {
    ProofOfUse proof = required(projectId);
    if (proof.state == ProofState.OPEN) {
      throw new BusinessException("Der Verwendungsnachweis ist noch nicht vorgelegt.");
    }
    byte[] pdf = sheet.print(projectRows.required(projectId), notices.period(projectId), proof, numbers(projectId),
        partners.of(projectId));
    proof.documentHash = documents.keep(projectId, ProjectDocumentKind.PROOF_OF_USE,
        "Verwendungsnachweis vom " + print(proof.submittedOn), pdf).documentHash();
    proofs.save(proof);
  }

  /** Keeps what the grantor made of the proof. */
  public void audit(Long projectId, ProofAudit audit) {
    ProofOfUse proof = required(projectId);
    if (proof.state != ProofState.SUBMITTED) {
      throw BusinessException.conflict("Der Verwendungsnachweis ist " + proof.state.label() + ".");
    }
    if (audit.result() == null || audit.auditedOn() == null) {
      throw new BusinessException("Bitte geben Sie Tag und Ergebnis des Prüfvermerks an.");
    }
    if (audit.auditedOn().isBefore(proof.submittedOn) || audit.auditedOn().isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Tag des Prüfvermerks muss zwischen der Vorlage am " + print(proof.submittedOn)
          + " und heute liegen.");
    }
    boolean amount = audit.repayment() != null && audit.repayment().signum() > 0;
    if (amount == (audit.result() == AuditResult.ACCEPTED)) {
      throw new BusinessException(amount ? "Ist der Nachweis anerkannt, gibt es keinen Betrag zu erstatten."
          : "Bitte geben Sie den Betrag an, der gekürzt oder zurückverlangt wird.");
    }
    proof.auditResult = audit.result();
    proof.auditNote = audit.note();
    proof.auditedOn = audit.auditedOn();
    proof.repayment = amount ? Euro.cents(audit.repayment()) : null;
    proof.state = ProofState.AUDITED;
    proofs.save(proof);
    history.add(projectId, "Prüfvermerk vom " + print(audit.auditedOn()) + ": " + audit.result().label()
        + (amount ? ", " + Euro.print(proof.repayment) : "") + ".");
  }

  /** Until when the receipts have to be kept: years after the proof was submitted, longer if the file plan says so. */
  @Transactional(readOnly = true)
  public ExplainedDate retention(Long projectId) {
    LocalDate submitted = required(projectId).submittedOn;
    FundingRule years = rules.rule(projectId, RuleKey.RETENTION_YEARS);
    LocalDate byRule = submitted.plusYears(years.number());
    LocalDate byPlan = submitted.plusYears(filePlanYears);
    boolean planWins = byPlan.isAfter(byRule);
    return new ExplainedDate(planWins ? byPlan : byRule, List.of(
        "Vorgelegt wurde der Verwendungsnachweis am " + printWithWeekday(submitted) + ".",
        "Danach sind die Belege " + years.number() + " Jahre aufzubewahren, bis " + printWithWeekday(byRule) + " ("
            + years.ground() + ").",
        "Der Aktenplan der Stadt verlangt " + filePlanYears + " Jahre, bis " + printWithWeekday(byPlan)
            + (planWins ? "; das ist länger und gilt." : "; das ist nicht länger.")),
        planWins ? "Aktenplan der Stadt" : years.ground());
  }

  /** Lays down until when the receipts have to be kept. */
  public void retain(Long projectId) {
    ExplainedDate until = retention(projectId);
    projects.retain(projectId, until.date(), String.join("\n", until.steps()));
  }

  /** The proof of a project; empty as long as none is due. */
  @Transactional(readOnly = true)
  public Optional<ProofDetails> of(Long projectId) {
    return proofs.findByProjectId(projectId).map(ProofDetails::of);
  }
}
