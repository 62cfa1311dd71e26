package de.gremienlauf.benchmark;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.StatementCount;
import de.gremienlauf.support.StatementCount.Cost;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
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

  private static final Long PAPER = 1L;

  private final ProcessEngine engine;
  private final StatementCount count = new StatementCount();
  private final Map<Long, String> consultations = new ConcurrentHashMap<>();
  private final List<LocalDate> days;

  /**
   * With one meeting for each of these days, in which a body takes note of the paper.
   *
   * @param database empty, for this engine alone
   */
  public BareEngine(ApplicationContext application, DataSource database, List<LocalDate> days) {
    this.days = List.copyOf(days);
    ProcessEngine original = application.getBean(ProcessEngine.class);
    SpringProcessEngineConfiguration like =
        (SpringProcessEngineConfiguration) original.getProcessEngineConfiguration();
    DataSource counted = (DataSource) count.postProcessAfterInitialization(database, "bare");
    SpringProcessEngineConfiguration bare = new SpringProcessEngineConfiguration();
    bare.setProcessEngineName("bare");
    bare.setDataSource(counted);
    bare.setTransactionManager(new DataSourceTransactionManager(counted));
    bare.setDatabaseSchemaUpdate("true");
    bare.setJobExecutorActivate(false);
    bare.setIdGenerator(new StrongUuidGenerator());
    bare.setCustomHistoryLevels(List.of(like.getHistoryLevel()));
    bare.setHistory(like.getHistoryLevel().getName());
    bare.setAuthorizationEnabled(like.isAuthorizationEnabled());
    bare.setDefaultUserPermissionNameForTask(like.getDefaultUserPermissionNameForTask());
    bare.setProcessEnginePlugins(List.of(new SpinProcessEnginePlugin()));
    bare.setBeans(beans(application));
    this.engine = bare.buildProcessEngine();
    deploy(original);
    for (long meeting = 1; meeting <= days.size(); meeting++) {
      engine.getRuntimeService().startProcessInstanceByKey("meeting", String.valueOf(meeting));
    }
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
      case "openStations" -> LongStream.rangeClosed(1, days.size()).boxed().toList();
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
    beans.does("createPaper", (instance, scope) -> scope.setVariable("paperId", PAPER));
    beans.does("createMeeting", (instance, scope) -> scope.setVariable("meetingId",
        Long.valueOf(((DelegateExecution) scope).getProcessBusinessKey())));
    beans.does("signForm", (instance, scope) -> scope.setVariable("signed", true));
    beans.does("registerStation", (instance, scope) -> {
      consultations.put((Long) scope.getVariable("consultationId"), instance);
      scope.setVariable("awaits", "MEETING_DAY");
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

  private LocalDate day(Object meeting) {
    return days.get(((Long) meeting).intValue() - 1);
  }

  private static Date start(LocalDate day) {
    return EngineClock.startOf(day);
  }

  /** One paper from the draft to the last body, on the days of the meetings. */
  public Cost run() {
    Cost cost = count.of(() -> engine.getRuntimeService().startProcessInstanceByKey("paper", "bare"));
    cost = cost.plus(jobs());
    for (String task : List.of("Task_Draft", "Task_ConfirmSequence", "Task_CoSign", "Task_Sign")) {
      cost = cost.plus(complete(task));
    }
    for (LocalDate day : days) {
      EngineClock.set(EngineClock.startOf(day).toInstant().plusSeconds(3600));
      cost = cost.plus(jobs()).plus(complete("Task_RecordResult"));
    }
    if (engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("paper").count() > 0) {
      throw new IllegalStateException("The paper has not come to its end; open are " + engine.getHistoryService()
          .createHistoricActivityInstanceQuery().unfinished().list().stream()
          .map(HistoricActivityInstance::getActivityId).toList());
    }
    return cost;
  }

  private Cost complete(String key) {
    String task = engine.getTaskService().createTaskQuery().taskDefinitionKey(key).singleResult().getId();
    return count.of(() -> engine.getTaskService().complete(task)).plus(jobs());
  }

  private Cost jobs() {
    Cost cost = new Cost(0, 0, 0);
    List<Job> due;
    while (!(due = engine.getManagementService().createJobQuery().executable().active().list()).isEmpty()) {
      String first = due.get(0).getId();
      cost = cost.plus(count.of(() -> engine.getManagementService().executeJob(first)));
    }
    return cost;
  }

  @Override
  public void close() {
    engine.close();
  }
}
