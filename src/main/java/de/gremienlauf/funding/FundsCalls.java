package de.gremienlauf.funding;

import static de.gremienlauf.engine.GermanDate.print;
import static de.gremienlauf.engine.GermanDate.printWithWeekday;

import de.gremienlauf.calendar.ExplainedDate;
import de.gremienlauf.calendar.PeriodCalculator;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.ProcessMessages;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Calls for funds: only after finality, only in the approval period, only for payments due within two months (VV Nr. 7
 * zu § 44 LHO NRW). Whoever calls otherwise is asked why.
 */
@Service
@Transactional
public class FundsCalls {

  public static final String PROCESS = "funds-call";
  private static final String PROJECT_ABORTED = "ProjectAborted";

  private final FundsCallRepository calls;
  private final FundedProjectRepository projects;
  private final FundingNoticeRepository noticeRows;
  private final Notices notices;
  private final FundingRules rules;
  private final PeriodCalculator calculator;
  private final Findings findings;
  private final ProjectHistory history;
  private final ProcessMessages messages;
  private final Clock clock;

  FundsCalls(FundsCallRepository calls, FundedProjectRepository projects, FundingNoticeRepository noticeRows,
      Notices notices, FundingRules rules, PeriodCalculator calculator, Findings findings, ProjectHistory history,
      ProcessMessages messages, Clock clock) {
    this.calls = calls;
    this.projects = projects;
    this.noticeRows = noticeRows;
    this.notices = notices;
    this.rules = rules;
    this.calculator = calculator;
    this.findings = findings;
    this.history = history;
    this.messages = messages;
    this.clock = clock;
  }

  /** Begins a call and starts its process. Returns the id of the call. */
  public Long begin(Long projectId) {
    Long callId = create(projectId);
    messages.startProcess(PROCESS, projects.required(projectId).projectNumber,
        Map.of("projectId", projectId, "fundsCallId", callId));
    return callId;
  }

  /** Stores a call that begins. Returns its id. */
  public Long create(Long projectId) {
    if (notices.grant(projectId).isEmpty()) {
      throw new BusinessException("Ohne Zuwendungsbescheid lassen sich keine Mittel abrufen.");
    }
    FundsCall call = new FundsCall();
    call.projectId = projectId;
    return calls.save(call).id;
  }

  /** Binds a stored call to the process instance that runs it. */
  public void attachProcess(Long callId, String processInstanceId) {
    FundsCall call = calls.required(callId);
    if (call.processInstanceId != null) {
      throw new BusinessException("Für diesen Mittelabruf läuft schon ein Vorgang.");
    }
    call.processInstanceId = processInstanceId;
    calls.save(call);
  }

  /**
   * Calls for an amount.
   *
   * @param paymentsUntil the last due day of the payments that the money is for
   */
  public void call(Long callId, LocalDate calledOn, BigDecimal amount, LocalDate paymentsUntil, String purpose) {
    FundsCall call = inState(callId, FundsCallState.PREPARED);
    projects.lock(call.projectId);
    if (calledOn.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Tag des Abrufs liegt in der Zukunft.");
    }
    if (amount.signum() <= 0) {
      throw new BusinessException("Bitte geben Sie einen Betrag über 0,00 € an.");
    }
    refuseMoreThanGranted(call.projectId, amount);
    call.state = FundsCallState.CALLED;
    call.calledOn = calledOn;
    call.amount = amount;
    call.paymentsUntil = paymentsUntil;
    call.purpose = purpose;
    calls.save(call);
    history.add(call.projectId, "Am " + print(calledOn) + " " + Euro.print(amount) + " abgerufen für Zahlungen bis "
        + print(paymentsUntil) + ".");
    askAboutFinality(call);
    askAboutPeriod(call);
    askAboutPayments(call);
  }

  /** What is granted, called and left, in a sentence; empty if the amount of the grant is not known. */
  public String balance(Long projectId) {
    BigDecimal granted = notices.granted(projectId);
    BigDecimal called = called(projectId);
    return granted == null ? "" : "Bewilligt sind " + Euro.print(granted) + ", davon abgerufen " + Euro.print(called)
        + "; es bleiben " + Euro.print(granted.subtract(called)) + ".";
  }

  private BigDecimal called(Long projectId) {
    return calls.findByProjectIdOrderById(projectId).stream()
        .filter(other -> other.state != FundsCallState.REFUSED)
        .map(other -> other.paid == null ? other.amount : other.paid).filter(Objects::nonNull)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void refuseMoreThanGranted(Long projectId, BigDecimal amount) {
    BigDecimal granted = notices.granted(projectId);
    if (granted != null && called(projectId).add(amount).compareTo(granted) > 0) {
      throw new BusinessException(balance(projectId));
    }
  }

  private void askAboutFinality(FundsCall call) {
    FundingNotice grant = noticeRows.required(notices.grant(call.projectId).orElseThrow().id());
    if (!grant.isFinalOn(call.calledOn)) {
      findings.raise(call.projectId, FindingCode.CALL_BEFORE_FINALITY, subject(call), "Am "
          + printWithWeekday(call.calledOn) + " wurden Mittel abgerufen; der " + grant.title() + " ist "
          + (grant.state == NoticeState.CHALLENGED ? "angefochten."
              : "erst ab " + printWithWeekday(grant.finalFrom) + " bestandskräftig (VV Nr. 7.1 zu § 44 LHO NRW)."));
    }
  }

  private void askAboutPeriod(FundsCall call) {
    FundingPeriod period = notices.period(call.projectId);
    if (!period.approves(call.calledOn)) {
      findings.raise(call.projectId, FindingCode.CALL_OUTSIDE_PERIOD, subject(call), "Am "
          + printWithWeekday(call.calledOn) + " wurden Mittel abgerufen; der Bewilligungszeitraum reicht vom "
          + print(period.approvalFrom()) + " bis zum " + print(period.approvalUntil()) + ".");
    }
  }

  /** Money in advance is for payments due soon after it comes; money that is reimbursed for those that were made. */
  private void askAboutPayments(FundsCall call) {
    if (reimbursed(call.projectId)) {
      if (call.paymentsUntil.isAfter(call.calledOn)) {
        findings.raise(call.projectId, FindingCode.CALL_TOO_EARLY, subject(call), "Der Bescheid erstattet nur, was"
            + " schon gezahlt ist; die Zahlungen reichen bis zum " + printWithWeekday(call.paymentsUntil)
            + ", der Abruf ist vom " + printWithWeekday(call.calledOn) + ".");
      }
      return;
    }
    FundingRule rule = rules.rule(call.projectId, RuleKey.CALL_USE_MONTHS);
    LocalDate latest = calculator.months(call.calledOn, rule.number()).date();
    if (call.paymentsUntil.isAfter(latest)) {
      findings.raise(call.projectId, FindingCode.CALL_TOO_EARLY, subject(call), "Abgerufen werden darf, was innerhalb"
          + " von " + rule.number() + " Monaten nach der Auszahlung für fällige Zahlungen gebraucht wird ("
          + rule.ground() + "): bei einem Abruf am " + printWithWeekday(call.calledOn) + " frühestens bis zum "
          + printWithWeekday(latest) + ". Die Zahlungen sind bis zum " + printWithWeekday(call.paymentsUntil)
          + " fällig.");
    }
  }

  /** Notes that the money came. Money in advance has then to be used within the period of the rules. */
  public void paid(Long callId, LocalDate paidOn, BigDecimal paid) {
    FundsCall call = inState(callId, FundsCallState.CALLED);
    if (paidOn.isBefore(call.calledOn) || paidOn.isAfter(LocalDate.now(clock))) {
      throw new BusinessException("Der Tag der Auszahlung muss zwischen dem Abruf vom " + print(call.calledOn)
          + " und heute liegen.");
    }
    if (paid.signum() <= 0 || paid.compareTo(call.amount) > 0) {
      throw new BusinessException("Ausgezahlt werden kann höchstens der abgerufene Betrag von "
          + Euro.print(call.amount) + ".");
    }
    call.paidOn = paidOn;
    call.paid = paid;
    if (reimbursed(call.projectId)) {
      call.state = FundsCallState.USED;
      call.used = paid;
      call.usedConfirmedOn = paidOn;
    } else {
      call.state = FundsCallState.PAID;
      FundingRule rule = rules.rule(call.projectId, RuleKey.CALL_USE_MONTHS);
      ExplainedDate until = calculator.months(paidOn, rule.number());
      call.useUntil = until.date();
      call.useExplained = String.join(" ", until.steps()) + " (" + rule.ground() + ")";
    }
    calls.save(call);
    history.add(call.projectId, "Am " + print(paidOn) + " " + Euro.print(paid) + " ausgezahlt"
        + (call.useUntil == null ? "; Ausgaben sind damit erstattet." : ", zu verwenden bis " + print(call.useUntil)
            + "."));
  }

  /** Notes that the grantor does not pay. */
  public void refused(Long callId, String reason) {
    FundsCall call = inState(callId, FundsCallState.CALLED);
    if (reason == null) {
      throw new BusinessException("Bitte geben Sie den Grund der Ablehnung an.");
    }
    call.state = FundsCallState.REFUSED;
    call.refusal = reason;
    calls.save(call);
    history.add(call.projectId, "Der Mittelabruf über " + Euro.print(call.amount) + " wurde abgelehnt: " + reason);
  }

  /** Confirms how much of the money was used in time; a rest is asked about, since it bears interest. */
  public void used(Long callId, BigDecimal used) {
    FundsCall call = inState(callId, FundsCallState.PAID);
    if (used.compareTo(call.paid) > 0) {
      throw new BusinessException("Verwendet werden kann höchstens der ausgezahlte Betrag von "
          + Euro.print(call.paid) + ".");
    }
    call.state = FundsCallState.USED;
    call.used = used;
    call.usedConfirmedOn = LocalDate.now(clock);
    calls.save(call);
    BigDecimal rest = call.paid.subtract(used);
    history.add(call.projectId, "Von " + Euro.print(call.paid) + " sind bis " + print(call.useUntil) + " "
        + Euro.print(used) + " verwendet.");
    if (rest.signum() > 0) {
      findings.raise(call.projectId, FindingCode.FUNDS_UNUSED, subject(call), "Von den am " + print(call.paidOn)
          + " ausgezahlten " + Euro.print(call.paid) + " sind " + Euro.print(rest) + " nicht bis zum "
          + printWithWeekday(call.useUntil) + " verwendet. Das ist mitzuteilen (ANBest Nr. 5); der Rest kann mit fünf"
          + " Prozentpunkten über dem Basiszinssatz zu verzinsen sein (§ 49a Abs. 3 und 4 VwVfG NRW).");
    }
  }

  /** Asks about calls that turn out to have come before finality. */
  @EventListener
  void onPosted(NoticePosted posted) {
    if (notices.grant(posted.projectId()).filter(grant -> grant.id().equals(posted.noticeId())).isPresent()) {
      calls.findByProjectIdOrderById(posted.projectId()).stream()
          .filter(call -> call.calledOn != null && call.state != FundsCallState.REFUSED)
          .forEach(this::askAboutFinality);
    }
  }

  /** Nothing more is called for a project that is aborted; what was called before is followed to its end. */
  @EventListener
  void onStopped(ProjectStopped stopped) {
    for (FundsCall call : calls.findByProjectIdOrderById(stopped.projectId())) {
      if (call.state != FundsCallState.PREPARED) {
        continue;
      }
      call.state = FundsCallState.REFUSED;
      call.refusal = "Das Projekt wird abgebrochen: " + stopped.reason();
      calls.save(call);
      if (call.processInstanceId != null && messages.awaits(PROJECT_ABORTED, call.processInstanceId)) {
        messages.send(PROJECT_ABORTED, call.processInstanceId, Map.of());
      }
    }
  }

  private boolean reimbursed(Long projectId) {
    return notices.grant(projectId).map(grant -> grant.terms().paymentKind() == PaymentKind.REIMBURSEMENT)
        .orElse(false);
  }

  private FundsCall inState(Long callId, FundsCallState state) {
    FundsCall call = calls.required(callId);
    if (call.state != state) {
      throw BusinessException.conflict("Dieser Mittelabruf ist inzwischen " + call.state.label() + ".");
    }
    return call;
  }

  private static String subject(FundsCall call) {
    return "Mittelabruf " + call.id;
  }

  /** The calls of a project in the order in which they began. */
  @Transactional(readOnly = true)
  public List<FundsCallDetails> of(Long projectId) {
    return calls.findByProjectIdOrderById(projectId).stream().map(FundsCallDetails::of).toList();
  }

  @Transactional(readOnly = true)
  public FundsCallDetails details(Long callId) {
    return FundsCallDetails.of(calls.required(callId));
  }
}
