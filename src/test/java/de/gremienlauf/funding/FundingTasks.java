package de.gremienlauf.funding;

import de.gremienlauf.council.Participation;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.TaskStories;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** The user tasks of funded projects. */
@Component
public class FundingTasks implements TaskStories {

  private static final LocalDate GRANTED = LocalDate.of(2017, 4, 10);
  private static final LocalDate LAST_WINTER = LocalDate.of(2019, 1, 7);
  private static final LocalDate AFTER = LocalDate.of(2019, 4, 1);

  private final ProjectWorld world;
  private final NoticeWorld noticeWorld;
  private final ReportWorld reportWorld;
  private final Projects projects;
  private final Amendments amendments;
  private final FundsCalls calls;
  private final ProgressReports reports;
  private final FinancingPlan plan;
  private final Partners partners;
  private final Duties duties;
  private final NotificationDutyRepository dutyRows;
  private final Findings findings;
  private final FindingRepository findingRows;
  private final FollowUps followUps;
  private final FollowUpRepository followUpRows;
  private final Clerk clerk;

  public FundingTasks(ProjectWorld world, NoticeWorld noticeWorld, ReportWorld reportWorld, Projects projects,
      Amendments amendments, FundsCalls calls, ProgressReports reports, FinancingPlan plan,
      Partners partners, Duties duties, NotificationDutyRepository dutyRows, Findings findings,
      FindingRepository findingRows, FollowUps followUps, FollowUpRepository followUpRows, Clerk clerk) {
    this.world = world;
    this.noticeWorld = noticeWorld;
    this.reportWorld = reportWorld;
    this.projects = projects;
    this.amendments = amendments;
    this.calls = calls;
    this.reports = reports;
    this.plan = plan;
    this.partners = partners;
    this.duties = duties;
    this.dutyRows = dutyRows;
    this.findings = findings;
    this.findingRows = findingRows;
    this.followUps = followUps;
    this.followUpRows = followUpRows;
    this.clerk = clerk;
  }

  @Override
  public Map<String, Supplier<Task>> stories() {
    Map<String, Supplier<Task>> told = new HashMap<>();
    told.put("Task_ArrangePaper", () -> clerk.task(begun(), "Task_ArrangePaper"));
    told.put("Task_FileApplication", () -> clerk.task(begun(), "Task_FileApplication"));
    told.put("Task_RecordNotice", () -> clerk.task(appliedFor(), "Task_RecordNotice"));
    told.put("Task_CheckNotice", () -> clerk.task(granted(), "Task_CheckNotice"));
    told.put("Task_RecordChallengeOutcome", () -> {
      String process = granted();
      clerk.complete(process, "Task_CheckNotice",
          Map.of("stance", "CHALLENGE", "stanceDay", "10.04.2017"));
      return clerk.task(process, "Task_RecordChallengeOutcome");
    });
    told.put("Task_DraftFinalReport", () -> {
      String process = granted();
      clerk.onDay(LocalDate.of(2019, 2, 18));
      return clerk.task(process, "Task_DraftFinalReport");
    });
    told.put("Task_ArchiveProject", this::archive);
    told.put("Task_DecideExtension", () -> amendment("Task_DecideExtension", process -> {
    }));
    told.put("Task_ApplyForAmendment", () -> amendment("Task_ApplyForAmendment", this::decide));
    told.put("Task_RecordAmendment", () -> amendment("Task_RecordAmendment", process -> {
      decide(process);
      clerk.complete(process, "Task_ApplyForAmendment", Map.of("filedOn", "07.01.2019"));
    }));
    told.put("Task_CommentHearing", () -> {
      clerk.onDay(LAST_WINTER);
      return clerk.task(amendments.details(amendments.begin(noticeWorld.granted(), new NewAmendment(
          NoticeKind.REPAYMENT, AmendmentStep.HEARING, LAST_WINTER, LocalDate.of(2019, 2, 4),
          "Die Bezirksregierung will 500 Euro zurückfordern."))).processInstanceId(), "Task_CommentHearing");
    });
    tellFundsCalls(told);
    tellProofs(told);
    told.put("Task_WriteReport", () -> {
      clerk.onDay(LocalDate.of(2018, 3, 5));
      Long report = reports.begin(reportWorld.granted(), new NewReport("Sachstandsbericht 2018", ReportBasis.NOTICE,
          "Nr. 5 der Nebenbestimmungen", LocalDate.of(2018, 3, 30)));
      clerk.runDueJobs();
      return clerk.task(reports.details(report).processInstanceId(), "Task_WriteReport");
    });
    told.put("Task_TellAuthority", () -> {
      clerk.onDay(LocalDate.of(2018, 6, 4));
      Long duty = duties.arise(world.stored(world.city()), DutyKind.MORE_FUNDING, LocalDate.of(2018, 6, 1),
          "Eine Stiftung zahlt mit.");
      return clerk.task(dutyRows.findById(duty).orElseThrow().processInstanceId(), "Task_TellAuthority");
    });
    told.put("Task_AnswerFinding", () -> {
      clerk.onDay(GRANTED);
      Long project = world.stored(world.city());
      findings.raise(project, FindingCode.EARLY_START, "Beginn", "Der Beginn liegt 3 Tage vor dem Beschluss.");
      return clerk.task(findingRows.findByProjectIdOrderById(project).get(0).processInstanceId(),
          "Task_AnswerFinding");
    });
    told.put("Task_RecordSignatures", this::signatures);
    return told;
  }

  private String begun() {
    clerk.onDay(LocalDate.of(2017, 3, 6));
    return projects.process(projects.begin(ProjectWorld.project(world.city(), null)));
  }

  private String appliedFor() {
    String process = begun();
    clerk.complete(process, "Task_ArrangePaper", Map.of("need", "NONE", "ground", "Schon beschlossen"));
    clerk.complete(process, "Task_FileApplication", Map.of("filedOn", "01.03.2017", "expenditure",
        "Personal; 434.150,00", "financing", "Eigenmittel; 43.415,00\nLandesmittel; 390.735,00"));
    clerk.onDay(GRANTED);
    return process;
  }

  private String granted() {
    String process = appliedFor();
    clerk.complete(process, "Task_RecordNotice", Map.of("noticeOutcome", "GRANTED", "authority",
        "Bezirksregierung Arnsberg", "noticeDate", "10.04.2017", "postedOn", "10.04.2017", "method", "LETTER",
        "instruction", true, "approvalFrom", "01.04.2017", "approvalUntil", "31.03.2019"));
    return process;
  }

  private Task archive() {
    String process = granted();
    clerk.complete(process, "Task_CheckNotice", Map.of("stance", "KEEP"));
    clerk.onDay(LocalDate.of(2019, 2, 18));
    clerk.complete(process, "Task_DraftFinalReport",
        Map.of("subject", "Abschlussbericht", "text", "Das Projekt ist fertig."));
    clerk.complete(process, "Task_ArrangePaper", Map.of("need", "NONE", "ground", "Nur an den Fördergeber"));
    clerk.onDay(AFTER);
    String actuals = (String) clerk.fields(clerk.task(process, "Task_WriteProof")).get("actuals");
    clerk.complete(process, "Task_WriteProof", Map.of("narrative", "Alles wurde erreicht.", "actuals",
        actuals.replaceAll("(?m)Plan (\\S+); Ist.*$", "Plan $1; Ist $1")));
    clerk.complete(process, "Task_RecordAudit",
        Map.of("result", "ACCEPTED", "note", "In Ordnung", "auditedOn", "01.04.2019"));
    Long project = (Long) clerk.variable(process, "projectId");
    clerk.onDay(projects.retention(project).until().plusDays(1));
    return clerk.task(process, "Task_ArchiveProject");
  }

  private Task amendment(String task, Consumer<String> before) {
    clerk.onDay(LAST_WINTER);
    String process = amendments.details(amendments.begin(noticeWorld.granted(), new NewAmendment(NoticeKind.EXTENSION,
        AmendmentStep.OPTION, LAST_WINTER, LocalDate.of(2019, 2, 15), "Schreiben des Landes"))).processInstanceId();
    before.accept(process);
    return clerk.task(process, task);
  }

  private void decide(String process) {
    clerk.complete(process, "Task_DecideExtension", Map.of("extension", "EXTEND", "committees", "NO", "ground",
        "Geschäft der laufenden Verwaltung"));
  }

  private void tellFundsCalls(Map<String, Supplier<Task>> told) {
    Function<Integer, String> process = steps -> {
      clerk.onDay(LocalDate.of(2017, 12, 20));
      Long project =
          noticeWorld.granted(NoticeWorld.terms(null, NoticeWorld.years(2017, 10000, 2018, 20000), null));
      String call = calls.details(calls.begin(project)).processInstanceId();
      if (steps > 0) {
        clerk.complete(call, "Task_CallFunds", Map.of("calledOn", "20.12.2017", "amount", "12.345,67",
            "paymentsUntil", "28.02.2018", "callPurpose", "Personal"));
      }
      if (steps > 1) {
        clerk.complete(call, "Task_RecordPayout",
            Map.of("payoutOutcome", "PAID", "paidOn", "20.12.2017", "paid", "12.345,67"));
        clerk.onDay(LocalDate.of(2018, 2, 21));
      }
      return call;
    };
    told.put("Task_CallFunds", () -> clerk.task(process.apply(0), "Task_CallFunds"));
    told.put("Task_RecordPayout", () -> clerk.task(process.apply(1), "Task_RecordPayout"));
    told.put("Task_ConfirmUse", () -> clerk.task(process.apply(2), "Task_ConfirmUse"));
  }

  private void tellProofs(Map<String, Supplier<Task>> told) {
    Supplier<Long> planned = () -> {
      clerk.onDay(AFTER);
      Long project = reportWorld.granted();
      plan.replace(project, FinancingPlan.read("Personal; 80.000,00\nSachkosten; 20.000",
          "Eigenmittel; 10.000,00\nLandesmittel; 90.000,00"));
      return project;
    };
    told.put("Task_WriteProof", () -> clerk.task(proof(planned.get()), "Task_WriteProof"));
    told.put("Task_CheckPartnerProof", () -> {
      Long project = planned.get();
      Long partner = partners.add(project,
          new NewPartner("Caritas", PartnerKind.COOPERATION, Participation.PERMANENT, null));
      partners.passOn(partner, new BigDecimal("30000"), LocalDate.of(2018, 1, 2));
      return clerk.task(proof(project), "Task_CheckPartnerProof");
    });
    told.put("Task_RecordAudit", () -> {
      String process = proof(planned.get());
      clerk.complete(process, "Task_WriteProof", Map.of("narrative", "Es wurde beraten.", "actuals",
          "1; Personal; Plan 80.000,00; Ist 80.000,00\n2; Sachkosten; Plan 20.000,00; Ist 20.000,00\n"
              + "3; Eigenmittel; Plan 10.000,00; Ist 10.000,00\n4; Landesmittel; Plan 90.000,00; Ist 90.000,00"));
      return clerk.task(process, "Task_RecordAudit");
    });
  }

  private String proof(Long project) {
    String process = world.start("proof-of-use", Map.of("projectId", project));
    clerk.runDueJobs();
    return process;
  }

  private Task signatures() {
    clerk.onDay(LocalDate.of(2019, 11, 7));
    String city = world.city();
    List<NewPartner> named = IntStream.rangeClosed(1, 4).mapToObj(number -> new NewPartner("Träger " + number,
        PartnerKind.COOPERATION, Participation.PERMANENT, null)).toList();
    FollowUp followUp = followUpRows.findById(followUps.plan(
        new NewFollowUp(world.stored(city), "Das Konzept wird fortgeführt.", 4), ProjectWorld.project(city, "KOKIP"),
        named)).orElseThrow();
    return clerk.task(followUp.processInstanceId(), "Task_RecordSignatures");
  }
}
