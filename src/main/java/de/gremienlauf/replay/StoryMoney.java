package de.gremienlauf.replay;

import de.gremienlauf.engine.Euro;
import de.gremienlauf.engine.OpenTask;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.funding.ActualLines;
import de.gremienlauf.funding.AmendmentStep;
import de.gremienlauf.funding.Amendments;
import de.gremienlauf.funding.FinancingPlan;
import de.gremienlauf.funding.FinancingSource;
import de.gremienlauf.funding.FundsCalls;
import de.gremienlauf.funding.NewAmendment;
import de.gremienlauf.funding.NoticeDetails;
import de.gremienlauf.funding.NoticeKind;
import de.gremienlauf.funding.Notices;
import de.gremienlauf.funding.Partners;
import de.gremienlauf.funding.PlanLine;
import de.gremienlauf.funding.Projects;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What happens in a story between the city and the grantor: applications, notices, calls for funds, proofs. */
@Component
class StoryMoney {

  private static final String NOT_TOLD = "nicht überliefert";
  private static final String RECORD_AMENDMENT = "Task_RecordAmendment";
  private static final String APPLY_FOR_AMENDMENT = "Task_ApplyForAmendment";

  private final Projects projects;
  private final Notices notices;
  private final Amendments amendments;
  private final FundsCalls fundsCalls;
  private final Partners partners;
  private final FinancingPlan plan;
  private final StoryTasks tasks;
  private final TaskDriver driver;

  StoryMoney(Projects projects, Notices notices, Amendments amendments, FundsCalls fundsCalls, Partners partners,
      FinancingPlan plan, StoryTasks tasks, TaskDriver driver) {
    this.projects = projects;
    this.notices = notices;
    this.amendments = amendments;
    this.fundsCalls = fundsCalls;
    this.partners = partners;
    this.plan = plan;
    this.tasks = tasks;
    this.driver = driver;
  }

  /** Lets the event happen; false if it is about something else. */
  boolean happen(Long project, StoryEvent event, StorySteps steps) {
    Deed deed = event.deed();
    if (deed instanceof Deed.Application told) {
      apply(project, event, told);
    } else if (deed instanceof Deed.Notice told) {
      record(project, event, told);
    } else if (deed instanceof Deed.NoNotice told) {
      tasks.complete(project, RECORD_AMENDMENT, Map.of("noticeOutcome", "NONE", "noOutcomeReason", told.reason()));
    } else if (deed instanceof Deed.Posting told) {
      notices.post(latest(project), told.posted());
    } else if (deed instanceof Deed.AppealWaiver) {
      notices.waive(latest(project), event.date());
    } else if (deed instanceof Deed.ExtensionOption told) {
      option(project, event, told);
    } else if (deed instanceof Deed.RepaymentHearing told) {
      begin(project, new NewAmendment(NoticeKind.REPAYMENT, AmendmentStep.HEARING, event.date(), told.until(), null));
      tasks.complete(project, "Task_CommentHearing",
          Map.of("statement", Objects.requireNonNullElse(told.statement(), NOT_TOLD)));
    } else if (deed instanceof Deed.FundsCall told) {
      call(project, event, told, steps);
    } else {
      return prove(project, event);
    }
    return true;
  }

  private void apply(Long project, StoryEvent event, Deed.Application told) {
    Map<String, Object> entered = new HashMap<>();
    entered.put("filedOn", told.dayUnknown() ? null : event.date().toString());
    entered.put("filedOnAssumed", told.dayUnknown() || event.assumed().of("date"));
    entered.put("documents", told.documents());
    String expenditure = told.expenditure().stream().map(line -> line.label() + "; " + Euro.plain(line.amount())
        + (line.notEligible() ? "; nicht zuwendungsfähig" : "")).collect(Collectors.joining("\n"));
    String financing = told.financing().stream().map(line -> (line.source() == null ? FinancingSource.OWN
        : line.source()).label() + "; " + line.label() + "; " + Euro.plain(line.amount()))
        .collect(Collectors.joining("\n"));
    if (tasks.open(project, APPLY_FOR_AMENDMENT).isEmpty()) {
      entered.put("note", told.remark());
      entered.put("expenditure", expenditure);
      entered.put("financing", financing);
      tasks.complete(project, "Task_FileApplication", entered);
    } else {
      entered.put("applicationNote", told.remark());
      tasks.complete(project, APPLY_FOR_AMENDMENT, entered);
      if (!told.expenditure().isEmpty()) {
        plan.replace(project, FinancingPlan.read(expenditure, financing));
      }
    }
  }

  private void record(Long project, StoryEvent event, Deed.Notice told) {
    String task = "Task_RecordNotice";
    if (told.decides().amends()) {
      task = RECORD_AMENDMENT;
      if (tasks.open(project, RECORD_AMENDMENT).isEmpty()) {
        begin(project, new NewAmendment(told.decides(), AmendmentStep.NOTICE, null, null, null));
      }
    } else if (!tasks.open(project, RECORD_AMENDMENT).isEmpty()) {
      task = RECORD_AMENDMENT;
    }
    tasks.complete(project, task, entered(project, event, told));
    for (OpenTask check : tasks.open(project, "Task_CheckNotice")) {
      driver.complete(check, Map.of("stance", "KEEP"));
    }
  }

  private Map<String, Object> entered(Long project, StoryEvent event, Deed.Notice told) {
    Map<String, Object> entered = new HashMap<>();
    entered.put("noticeOutcome", told.decides() == NoticeKind.REFUSAL ? "REFUSED" : "GRANTED");
    entered.put("authority", told.authority() != null ? told.authority()
        : Objects.requireNonNullElse(projects.head(project).grantor(), NOT_TOLD));
    entered.put("fileReference", told.fileReference());
    entered.put("noticeDate", event.date().toString());
    entered.put("postedOn", text(told.posted()));
    entered.put("method", told.method() == null ? "UNKNOWN" : told.method().name());
    entered.put("receivedOn", text(told.received()));
    entered.put("instruction", true);
    entered.put("approvalFrom", text(told.approvalFrom()));
    entered.put("approvalUntil", text(told.approvalUntil()));
    entered.put("executionFrom", text(told.executionFrom()));
    entered.put("executionUntil", text(told.executionUntil()));
    entered.put("financingKind", told.financing() == null ? null : told.financing().name());
    entered.put("paymentKind", told.payment() == null ? null : told.payment().name());
    entered.put("rate", told.rate() == null ? null : told.rate().toPlainString().replace('.', ','));
    entered.put("eligibleTotal", amount(told.eligible()));
    entered.put("grantLimit", amount(told.limit()));
    entered.put("years", told.years().entrySet().stream()
        .map(year -> year.getKey() + ": " + Euro.plain(year.getValue())).collect(Collectors.joining("\n")));
    entered.put("conditions", told.conditions());
    entered.put("clauses", told.clauses().stream().map(clause -> clause.rule() + ": " + clause.value()
        + (clause.text() == null ? "" : " (" + clause.text() + ")")).collect(Collectors.joining("\n")));
    return entered;
  }

  private static String text(LocalDate day) {
    return day == null ? null : day.toString();
  }

  private static String amount(BigDecimal amount) {
    return amount == null ? null : Euro.plain(amount);
  }

  private Long latest(Long project) {
    return notices.of(project).stream().reduce((first, second) -> second).map(NoticeDetails::id).orElseThrow();
  }

  private void begin(Long project, NewAmendment begun) {
    amendments.begin(project, begun);
    driver.runDueJobs();
  }

  private void option(Long project, StoryEvent event, Deed.ExtensionOption told) {
    begin(project, new NewAmendment(NoticeKind.EXTENSION, AmendmentStep.OPTION, event.date(), told.until(),
        told.remark()));
    Map<String, Object> entered = new HashMap<>();
    entered.put("extension", "EXTEND");
    entered.put("committees", told.committees() == null ? "OPEN" : told.committees() ? "YES" : "NO");
    entered.put("ground", told.ground());
    tasks.complete(project, "Task_DecideExtension", entered);
  }

  private void call(Long project, StoryEvent event, Deed.FundsCall told, StorySteps steps) {
    fundsCalls.begin(project);
    driver.runDueJobs();
    Map<String, Object> entered = new HashMap<>(Map.of("calledOn", event.date().toString(),
        "amount", Euro.plain(told.amount())));
    entered.put("paymentsUntil", text(Objects.requireNonNullElse(told.paymentsUntil(), event.date())));
    entered.put("callPurpose", told.purpose());
    tasks.complete(project, "Task_CallFunds", entered);
    if (told.paidOn() != null) {
      steps.add(event, told.paidOn(), () -> tasks.complete(project, "Task_RecordPayout", Map.of("payoutOutcome",
          "PAID", "paidOn", told.paidOn().toString(),
          "paid", Euro.plain(Objects.requireNonNullElse(told.paid(), told.amount())))));
    }
    if (told.usedOn() != null) {
      steps.add(event, told.usedOn(), () -> tasks.complete(project, "Task_ConfirmUse",
          Map.of("used", Euro.plain(Objects.requireNonNullElse(told.used(), told.amount())))));
    }
  }

  private boolean prove(Long project, StoryEvent event) {
    Deed deed = event.deed();
    String today = event.date().toString();
    if (deed instanceof Deed.PartnerProof told) {
      Map<String, Object> entered = new HashMap<>(Map.of("receivedOn", today));
      entered.put("accepted", amount(told.accepted()));
      tasks.complete(project, "Task_CheckPartnerProof", "partnerId", partners.of(project).stream()
          .filter(partner -> partner.name().equals(told.partner())).findFirst().orElseThrow().id(), entered);
    } else if (deed instanceof Deed.ProofOfUse told) {
      List<PlanLine> actual = plan.lines(project).stream().map(line -> new PlanLine(line.id(), line.side(),
          line.source(), line.label(), line.planned(), line.eligible(), told.actual().get(line.label()))).toList();
      tasks.complete(project, "Task_WriteProof", Map.of("narrative", told.narrative(),
          "actuals", ActualLines.write(actual), "submittedOn", today));
    } else if (deed instanceof Deed.Audit told) {
      Map<String, Object> entered = new HashMap<>(Map.of("result", told.result().name(), "auditedOn", today,
          "note", Objects.requireNonNullElse(told.remark(), NOT_TOLD)));
      entered.put("repayment", amount(told.repayment()));
      tasks.complete(project, "Task_RecordAudit", entered);
    } else {
      return false;
    }
    return true;
  }
}
