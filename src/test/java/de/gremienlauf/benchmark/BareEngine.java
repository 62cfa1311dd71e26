package de.gremienlauf.benchmark;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.StatementCount;
import de.gremienlauf.support.StatementCount.Cost;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * An engine of its own with the application's models, history level and authorizations, but without anything behind
 * them: what a committee run costs if the domain costs nothing.
 */
public final class BareEngine implements AutoCloseable {

  private static final int STATIONS = 100;

  private final ProcessEngine engine;
  private final StatementCount count = new StatementCount();
  private final Map<Long, String> consultations = new ConcurrentHashMap<>();
  private final AtomicLong papers = new AtomicLong();
  private final List<LocalDate> days;
  private final boolean meetings;

  /**
   * With a meeting for each of these days, in which a body takes note of a paper.
   *
   * @param database empty, for this engine alone
   */
  public BareEngine(ApplicationContext application, DataSource database, List<LocalDate> days) {
    this(application, database, days, true);
    deploy(application.getBean(ProcessEngine.class));
  }

  /**
   * On the application's own database and models, for so many bodies; their meetings are left out, so that nothing
   * waits for a day. The application must not run jobs meanwhile.
   */
  static BareEngine beside(ApplicationContext application, DataSource database, int bodies) {
    return new BareEngine(application, database, Collections.nCopies(bodies, LocalDate.EPOCH), false);
  }

  private BareEngine(ApplicationContext application, DataSource database, List<LocalDate> days, boolean meetings) {
    this.days = List.copyOf(days);
    this.meetings = meetings;
    SpringProcessEngineConfiguration like = (SpringProcessEngineConfiguration) application.getBean(ProcessEngine.class)
        .getProcessEngineConfiguration();
    DataSource counted = meetings ? (DataSource) count.postProcessAfterInitialization(database, "bare") : database;
    SpringProcessEngineConfiguration bare = new SpringProcessEngineConfiguration();
    bare.setProcessEngineName("bare");
    bare.setDataSource(counted);
    bare.setTransactionManager(new DataSourceTransactionManager(counted));
    bare.setDatabaseSchemaUpdate(meetings ? "true" : "false");
    bare.setJobExecutorActivate(false);
    bare.setIdGenerator(new StrongUuidGenerator());
    bare.setCustomHistoryLevels(List.of(like.getHistoryLevel()));
    bare.setHistory(like.getHistoryLevel().getName());
    bare.setAuthorizationEnabled(like.isAuthorizationEnabled());
    bare.setDefaultUserPermissionNameForTask(like.getDefaultUserPermissionNameForTask());
    bare.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
    bare.setBeans(beans(application));
    this.engine = bare.buildProcessEngine();
  }

  private void deploy(ProcessEngine original) {
    Deployment models = original.getRepositoryService().createDeploymentQuery().deploymentName("Gremienlauf")
        .orderByDeploymentTime().desc().listPage(0, 1).get(0);
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name(models.getName());
    original.getRepositoryService().getDeploymentResourceNames(models.getId()).forEach(name -> deployment
        .addInputStream(name, original.getRepositoryService().getResourceAsStream(models.getId(), name)));
    deployment.deploy();
  }

  private EmptyBeans beans(ApplicationContext application) {
    EmptyBeans beans = new EmptyBeans(application);
    beans.answers("paperFlow", (method, argument) -> switch (method) {
      case "type" -> "Mitteilung";
      case "author" -> List.of();
      case "leadOfficeGroup" -> "amt-integration";
      case "pendingCoSignatures" -> List.of(1L);
      case "coSigningGroup" -> "kaemmerei";
      default -> false;
    });
    beans.answers("consultationFlow", (method, argument) -> switch (method) {
      case "openStations" -> stations((Long) argument);
      case "businessKey" -> "bare#" + argument;
      case "phrase" -> "kenntnis genommen";
      case "role" -> "NOTICE";
      case "competence" -> "NONE";
      default -> false;
    });
    beans.answers("meetingFlow", (method, argument) -> switch (method) {
      case "submissionDeadline" -> start(day(argument).minusDays(14));
      case "day", "dayWithoutInvitation" -> start(day(argument));
      case "invitationAct" -> "INVITATION";
      default -> false;
    });
    beans.answers("mailFlow", (method, argument) -> List.of());
    beans.does("createPaper", (instance, scope) -> scope.setVariable("paperId", papers.incrementAndGet() * STATIONS));
    beans.does("createMeeting", (instance, scope) -> scope.setVariable("meetingId",
        Long.valueOf(((DelegateExecution) scope).getProcessBusinessKey())));
    beans.does("signForm", (instance, scope) -> scope.setVariable("signed", true));
    beans.does("registerStation", (instance, scope) -> {
      if (meetings) {
        consultations.put((Long) scope.getVariable("consultationId"), instance);
      }
      scope.setVariable("awaits", meetings ? "MEETING_DAY" : "RESULT");
      scope.setVariable("resultKind", Variables.untypedNullValue());
    });
    beans.does("reachMeeting", (instance, scope) -> engine.getRuntimeService()
        .createMessageCorrelation("MeetingReached")
        .processInstanceId(consultations.get((Long) scope.getVariable("meetingId"))).correlate());
    beans.does("applyResult", (instance, scope) -> engine.getRuntimeService().startProcessInstanceByKey("excerpt",
        "item", Map.of("agendaItemId", 1L, "certified", false)));
    beans.does("makeExcerpt", (instance, scope) -> scope.setVariable("batch", "none"));
    return beans;
  }

  /** The stations of a paper, which bear the same numbers as their meetings. */
  private List<Long> stations(Long paper) {
    return LongStream.rangeClosed(paper + 1, paper + days.size()).boxed().toList();
  }

  private LocalDate day(Object meeting) {
    return days.get((int) ((Long) meeting % STATIONS) - 1);
  }

  private static Date start(LocalDate day) {
    return EngineClock.startOf(day);
  }

  ProcessEngine engine() {
    return engine;
  }

  StatementCount count() {
    return count;
  }

  /** One paper from the draft to the last body, on the days of the meetings. */
  public Cost run() {
    Steps steps = new Steps(count);
    run(steps);
    return steps.total().cost();
  }

  /** The same, with what each step costs. */
  void run(Steps steps) {
    stations((papers.get() + 1) * STATIONS).forEach(meeting ->
        engine.getRuntimeService().startProcessInstanceByKey("meeting", String.valueOf(meeting)));
    steps.spend("begin", () -> engine.getRuntimeService().startProcessInstanceByKey("paper", "bare"));
    jobs(steps);
    complete(steps, "draft", "Task_Draft");
    complete(steps, "confirm sequence", "Task_ConfirmSequence");
    complete(steps, "co-sign", "Task_CoSign");
    complete(steps, "sign", "Task_Sign");
    for (LocalDate day : days) {
      EngineClock.set(EngineClock.startOf(day).toInstant().plusSeconds(3600));
      jobs(steps);
      complete(steps, "record result", "Task_RecordResult");
    }
    if (engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("paper").count() > 0) {
      throw new IllegalStateException("The paper has not come to its end; open are " + engine.getHistoryService()
          .createHistoricActivityInstanceQuery().unfinished().list().stream()
          .map(HistoricActivityInstance::getActivityId).toList());
    }
  }

  private void complete(Steps steps, String step, String key) {
    String task = engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult().getId();
    steps.spend(step, () -> engine.getTaskService().complete(task));
    jobs(steps);
  }

  private void jobs(Steps steps) {
    Steps.runDueJobs(engine, steps);
  }

  @Override
  public void close() {
    engine.close();
  }
}
