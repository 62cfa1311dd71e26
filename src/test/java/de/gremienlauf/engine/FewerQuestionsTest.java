package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.StatementCount;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.reflection.MetaObject;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What the engine does not ask its database: the answer is the same as if it had. */
@IntegrationTest
class FewerQuestionsTest {

  private static final String PROCESS = "fewer-questions";

  @Autowired ProcessEngine engine;
  @Autowired TransactionTemplate transaction;
  @Autowired StatementCount count;
  @Autowired JdbcTemplate jdbc;

  private RuntimeService runtime;
  private ManagementService management;
  private String deployment;

  @BeforeEach
  void deploy() {
    runtime = engine.getRuntimeService();
    management = engine.getManagementService();
    deployment = engine.getRepositoryService().createDeployment().addModelInstance("fewer-questions.bpmn",
        Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLive(1).startEvent()
            .serviceTask("Task_Work").camundaExpression("${mayPass}").camundaAsyncBefore()
            .userTask("Task_Look").camundaAssignee("sachbearbeitung").camundaCandidateUsers("sachbearbeitung")
            .camundaCandidateGroups("gremienbuero,kaemmerei,gremienbuero").endEvent().done()).deploy().getId();
  }

  @AfterEach
  void remove() {
    engine.getRepositoryService().deleteDeployment(deployment, true);
  }

  private String start() {
    return runtime.startProcessInstanceByKey(PROCESS).getId();
  }

  private Job job(String instance) {
    return management.createJobQuery().processInstanceId(instance).singleResult();
  }

  private String jobDefinition() {
    return management.createJobDefinitionQuery().processDefinitionKey(PROCESS).singleResult().getId();
  }

  private String processDefinition() {
    return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(PROCESS).singleResult()
        .getId();
  }

  @Test
  void whatDefinitionsSayIsReadOnce() {
    String process = processDefinition();
    String job = jobDefinition();
    assertThat(count.of(() -> read(ProcessDefinitionEntity.class, process)).statements()).isOne();
    assertThat(count.of(() -> read(JobDefinitionEntity.class, job)).statements()).isOne();
    assertThat(count.of(() -> read(ProcessDefinitionEntity.class, process)).statements()).isZero();
    assertThat(count.of(() -> read(JobDefinitionEntity.class, job)).statements()).isZero();
  }

  private <T extends DbEntity> Map<String, Object> read(Class<T> type, String id) {
    ProcessEngineConfigurationImpl configuration =
        (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    return configuration.getCommandExecutorTxRequired().execute(context -> {
      Configuration mapping = context.getDbSqlSession().getSqlSession().getConfiguration();
      MetaObject row = mapping.newMetaObject(context.getDbEntityManager().selectById(type, id));
      Map<String, Object> values = new HashMap<>();
      for (ResultMapping column : mapping.getMappedStatement(
          context.getDbSqlSession().getDbSqlSessionFactory().getSelectStatement(type)).getResultMaps().get(0)
          .getResultMappings()) {
        values.put(column.getProperty(), row.getValue(column.getProperty()));
      }
      return values;
    });
  }

  @Test
  void nothingIsMissingInWhatIsRemembered() {
    String process = processDefinition();
    Map<String, Object> asked = read(ProcessDefinitionEntity.class, process);
    assertThat(read(ProcessDefinitionEntity.class, process)).isEqualTo(asked)
        .containsEntry("key", PROCESS).containsEntry("deploymentId", deployment).containsEntry("historyTimeToLive", 1);
    String job = jobDefinition();
    Map<String, Object> ofJob = read(JobDefinitionEntity.class, job);
    assertThat(read(JobDefinitionEntity.class, job)).isEqualTo(ofJob).containsEntry("activityId", "Task_Work");
  }

  @Test
  void whatIsSuspendedHereIsSeenAtOnce() {
    start();
    engine.getRepositoryService().suspendProcessDefinitionByKey(PROCESS);
    assertThatThrownBy(this::start).isInstanceOf(SuspendedEntityInteractionException.class);
    engine.getRepositoryService().activateProcessDefinitionByKey(PROCESS);
    management.suspendJobDefinitionById(jobDefinition());
    assertThat(job(start()).isSuspended()).isTrue();
    management.activateJobDefinitionById(jobDefinition());
    assertThat(job(start()).isSuspended()).isFalse();
  }

  @Test
  void whatIsRolledBackNobodyKnows() {
    start();
    transaction.executeWithoutResult(status -> {
      management.setOverridingJobPriorityForJobDefinition(jobDefinition(), 7);
      assertThat(job(start()).getPriority()).isEqualTo(7);
      status.setRollbackOnly();
    });
    assertThat(job(start()).getPriority()).isZero();
    management.setOverridingJobPriorityForJobDefinition(jobDefinition(), 7);
    assertThat(job(start()).getPriority()).isEqualTo(7);
  }

  @Test
  void whatAnotherNodeChangedMeanwhileIsNotOverwritten() {
    start();
    String definition = jobDefinition();
    jdbc.update("update ACT_RU_JOBDEF set REV_ = REV_ + 1 where ID_ = ?", definition);
    assertThatThrownBy(() -> management.setOverridingJobPriorityForJobDefinition(definition, 7))
        .isInstanceOf(OptimisticLockingException.class);
  }

  @Test
  void thoseSeeATaskWhomItIsFor() {
    String task = task();
    assertThat(authorizations(task)).extracting(one -> one.getUserId() == null ? one.getGroupId() : one.getUserId())
        .containsExactlyInAnyOrder("sachbearbeitung", "gremienbuero", "kaemmerei");
    assertThat(authorizations(task)).allMatch(one -> one.isPermissionGranted(Permissions.READ));
    engine.getTaskService().addCandidateGroup(task, "gremienbuero");
    engine.getTaskService().addCandidateGroup(task, "foerderung");
    engine.getTaskService().setOwner(task, "sachbearbeitung");
    assertThat(authorizations(task)).hasSize(4);
  }

  @Test
  void variablesOfATaskAreThereInTheNextTransaction() {
    String task = task();
    engine.getTaskService().setVariableLocal(task, "note", "Ä");
    assertThat(engine.getTaskService().getVariablesLocal(task)).isEqualTo(Map.of("note", "Ä"));
  }

  private String task() {
    String instance = start();
    runtime.setVariable(instance, "mayPass", true);
    management.executeJob(job(instance).getId());
    return engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult().getId();
  }

  private List<Authorization> authorizations(String task) {
    return engine.getAuthorizationService().createAuthorizationQuery().resourceType(Resources.TASK).resourceId(task)
        .list();
  }

  @Test
  void theIncidentOfAFailedJobGoesWithIt() {
    String instance = start();
    fail(instance);
    assertThat(incidents(instance)).isZero();
    fail(instance);
    fail(instance);
    assertThat(incidents(instance)).isOne();
    runtime.setVariable(instance, "mayPass", true);
    management.setJobRetries(job(instance).getId(), 1);
    assertThat(incidents(instance)).isZero();
    management.executeJob(job(instance).getId());
    assertThat(incidents(instance)).isZero();
  }

  @Test
  void aJobThatFailedOnceOrWasStoppedLeavesNoIncidentBehind() {
    String once = start();
    fail(once);
    runtime.setVariable(once, "mayPass", true);
    management.executeJob(job(once).getId());
    assertThat(incidents(once)).isZero();
    String stopped = start();
    management.setJobRetries(job(stopped).getId(), 0);
    assertThat(incidents(stopped)).isOne();
    runtime.setVariable(stopped, "mayPass", true);
    management.executeJob(job(stopped).getId());
    assertThat(incidents(stopped)).isZero();
    String deleted = start();
    management.setJobRetries(job(deleted).getId(), 0);
    runtime.deleteProcessInstance(deleted, "Test");
    assertThat(incidents(deleted)).isZero();
  }

  @Test
  void aSignalOnItsWayIsForgottenWithWhoAwaitedIt() {
    String catching = "fewer-questions-catch";
    String throwing = "fewer-questions-throw";
    BpmnModelInstance thrown = Bpmn.createExecutableProcess(throwing).camundaHistoryTimeToLive(1).startEvent()
        .endEvent("Event_Thrown").signal("Signal_FewerQuestions").done();
    thrown.getModelElementsByType(SignalEventDefinition.class).forEach(signal -> signal.setCamundaAsync(true));
    String signals = engine.getRepositoryService().createDeployment()
        .addModelInstance("catch.bpmn", Bpmn.createExecutableProcess(catching).camundaHistoryTimeToLive(1).startEvent()
            .intermediateCatchEvent().signal("Signal_FewerQuestions").endEvent().done())
        .addModelInstance("throw.bpmn", thrown).deploy().getId();
    try {
      String instance = runtime.startProcessInstanceByKey(catching).getId();
      runtime.startProcessInstanceByKey(throwing);
      assertThat(job(instance)).isNotNull();
      runtime.deleteProcessInstance(instance, "Test");
      assertThat(management.createJobQuery().processDefinitionKey(catching).count()).isZero();
    } finally {
      engine.getRepositoryService().deleteDeployment(signals, true);
    }
  }

  @Test
  void aJobThatWasStoppedAndGoesOnWithAllOfItsKindLeavesNoIncidentBehind() {
    String stopped = start();
    management.setJobRetries(job(stopped).getId(), 0);
    assertThat(job(stopped).getExceptionMessage()).isEqualTo("Wiederholungen von Hand auf 0 gesetzt.");
    management.setJobRetriesByJobDefinitionId(jobDefinition(), 1);
    runtime.setVariable(stopped, "mayPass", true);
    management.executeJob(job(stopped).getId());
    assertThat(incidents(stopped)).isZero();
  }

  /** Fails without a word. */
  public static class Silent implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
      throw new IllegalStateException();
    }
  }

  @Test
  void aJobThatFailedWithoutAWordWasNotStoppedByHand() {
    String silent = engine.getRepositoryService().createDeployment().addModelInstance("silent.bpmn",
        Bpmn.createExecutableProcess("fewer-questions-silent").camundaHistoryTimeToLive(1).startEvent()
            .serviceTask().camundaClass(Silent.class.getName()).camundaAsyncBefore().endEvent().done()).deploy()
        .getId();
    String instance = runtime.startProcessInstanceByKey("fewer-questions-silent").getId();
    for (int time = 0; time < 3; time++) {
      fail(instance);
    }
    assertThat(incidents(instance)).isOne();
    assertThat(job(instance).getExceptionMessage()).isNull();
    engine.getRepositoryService().deleteDeployment(silent, true);
  }

  /** What another node does is done here past the engine. */
  @Test
  void whatAnotherNodeActivatesIsSeenAtOnce() {
    String process = processDefinition();
    String job = jobDefinition();
    management.suspendJobDefinitionById(job);
    engine.getRepositoryService().suspendProcessDefinitionById(process);
    assertThatThrownBy(this::start).isInstanceOf(SuspendedEntityInteractionException.class);
    assertThat(read(JobDefinitionEntity.class, job)).containsEntry("suspensionState", 2);
    jdbc.update("update ACT_RE_PROCDEF set SUSPENSION_STATE_ = 1 where ID_ = ?", process);
    jdbc.update("update ACT_RU_JOBDEF set SUSPENSION_STATE_ = 1 where ID_ = ?", job);
    assertThat(job(start()).isSuspended()).isFalse();
  }

  @Test
  void whoDeploysAsksTheDatabaseForTheLatestVersion() {
    String table = "fewer-questions-table";
    DmnModelInstance model = Dmn.readModelFromStream(new ByteArrayInputStream(("""
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="fewer" name="fewer" namespace="test">
          <decision id="%s" name="Tabelle" camunda:historyTimeToLive="1"
              xmlns:camunda="http://camunda.org/schema/1.0/dmn">
            <variable id="variable" name="eins" typeRef="integer"/>
            <literalExpression id="expression"><text>1</text></literalExpression>
          </decision>
        </definitions>""").formatted(table).getBytes(StandardCharsets.UTF_8)));
    List<String> deployments = new ArrayList<>();
    try {
      for (int version = 1; version <= 2; version++) {
        deployments.add(engine.getRepositoryService().createDeployment().addModelInstance("fewer.dmn", model).deploy()
            .getId());
        assertThat((Object) engine.getDecisionService().evaluateDecisionByKey(table).evaluate().getSingleEntry())
            .isNotNull();
      }
      // Another node deploys a third.
      jdbc.update("update ACT_RE_DECISION_DEF set VERSION_ = 3 where KEY_ = ? and VERSION_ = 2", table);
      deployments.add(engine.getRepositoryService().createDeployment().addModelInstance("fewer.dmn", model).deploy()
          .getId());
      assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().decisionDefinitionKey(table).list())
          .extracting(DecisionDefinition::getVersion).containsExactlyInAnyOrder(1, 3, 4);
    } finally {
      deployments.forEach(one -> engine.getRepositoryService().deleteDeployment(one, true));
    }
  }

  @Test
  void anEarlierVersionIsTheLatestWhenTheLastIsDeleted() {
    String last = engine.getRepositoryService().createDeployment().addModelInstance("fewer-questions.bpmn",
        Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLive(1).startEvent().userTask().endEvent().done())
        .deploy().getId();
    start();
    engine.getRepositoryService().deleteProcessDefinition(engine.getRepositoryService().createProcessDefinitionQuery()
        .processDefinitionKey(PROCESS).latestVersion().singleResult().getId(), true);
    assertThat(job(start())).isNotNull();
    engine.getRepositoryService().deleteDeployment(last, true);
  }

  private void fail(String instance) {
    String job = job(instance).getId();
    assertThatThrownBy(() -> management.executeJob(job)).isNotInstanceOf(NullValueException.class);
  }

  private long incidents(String instance) {
    return runtime.createIncidentQuery().processInstanceId(instance).count();
  }
}
