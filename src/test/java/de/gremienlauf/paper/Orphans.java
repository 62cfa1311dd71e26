package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;

/** What must not be left behind in the engine or in the tables, whatever was done to a paper. */
final class Orphans {

  private Orphans() {
  }

  /** Fails if an instance, a job, a subscription, a task or an open station of the paper belongs to nobody. */
  static void assertNone(ProcessEngine engine, PaperQueries queries, Long paperId) {
    PaperDetails paper = queries.details(paperId);
    List<PaperDetails.Station> open =
        paper.consultations().stream().filter(station -> station.state().open()).toList();
    List<String> papers = instances(engine, "paper", "paperId", paperId);
    List<String> runs = instances(engine, "committee-run", "paperId", paperId);
    List<String> stations = paper.consultations().stream()
        .flatMap(station -> instances(engine, "consultation", "consultationId", station.id()).stream()).toList();
    if (paper.state().closed()) {
      assertThat(papers).as("instances of a closed paper").isEmpty();
      assertThat(open).as("open stations of a closed paper").isEmpty();
    } else {
      assertThat(papers).as("instances of a living paper").hasSize(1);
    }
    if (paper.state().closed() || paper.released() == null) {
      assertThat(runs).as("runs of a paper that is not in its bodies").isEmpty();
      assertThat(stations).as("consultations of a paper that is not in its bodies").isEmpty();
    } else {
      assertThat(runs).hasSizeLessThanOrEqualTo(1);
      assertThat(stations).as("each open station and nothing else is being dealt with")
          .containsExactlyInAnyOrderElementsOf(open.stream().map(PaperDetails.Station::processInstanceId).toList());
    }
    List<Long> heard = open.stream().filter(station -> station.role() == ConsultationRole.HEARING)
        .map(PaperDetails.Station::id).toList();
    assertThat(engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("hearing-period")
        .variableValueEquals("paperId", paperId).list()).as("periods that nobody is waiting for any more")
        .allMatch(instance -> heard.contains((Long) engine.getRuntimeService()
            .getVariable(instance.getId(), "consultationId")));
    assertThat(instances(engine, "urgent-decision", "paperId", paperId)).as("urgent decisions that are open")
        .hasSize((int) paper.urgentDecisions().stream().filter(decision -> decision.state().open()).count());
    assertThat(engine.getManagementService().createJobQuery().noRetriesLeft().count()).as("failed jobs").isZero();
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).as("incidents").isZero();
    List<String> running =
        engine.getRuntimeService().createProcessInstanceQuery().list().stream().map(ProcessInstance::getId).toList();
    assertThat(engine.getManagementService().createJobQuery().list()).extracting(Job::getProcessInstanceId)
        .filteredOn(Objects::nonNull).as("instances of jobs").isSubsetOf(running);
    assertThat(engine.getRuntimeService().createEventSubscriptionQuery().list())
        .extracting(EventSubscription::getProcessInstanceId).filteredOn(Objects::nonNull)
        .as("instances of subscriptions").isSubsetOf(running);
    assertThat(engine.getTaskService().createTaskQuery().list()).extracting(Task::getProcessInstanceId)
        .as("instances of tasks").isSubsetOf(running);
  }

  private static List<String> instances(ProcessEngine engine, String process, String variable, Long value) {
    return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process)
        .variableValueEquals(variable, value).list().stream().map(ProcessInstance::getId).toList();
  }
}
