package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;

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
    assertThat(engine.getManagementService().createJobQuery().noRetriesLeft().count()).as("failed jobs").isZero();
    assertThat(engine.getRuntimeService().createIncidentQuery().count()).as("incidents").isZero();
    engine.getManagementService().createJobQuery().list().stream().filter(job -> job.getProcessInstanceId() != null)
        .forEach(job -> assertThat(runs(engine, job.getProcessInstanceId())).as("instance of a job").isTrue());
    engine.getRuntimeService().createEventSubscriptionQuery().list().stream()
        .filter(subscription -> subscription.getProcessInstanceId() != null)
        .forEach(subscription -> assertThat(runs(engine, subscription.getProcessInstanceId()))
            .as("instance of a subscription").isTrue());
  }

  private static List<String> instances(ProcessEngine engine, String process, String variable, Long value) {
    return engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey(process)
        .variableValueEquals(variable, value).list().stream().map(ProcessInstance::getId).toList();
  }

  private static boolean runs(ProcessEngine engine, String processInstanceId) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(processInstanceId).count() == 1;
  }
}
