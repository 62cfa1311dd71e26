package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While nodes are updated one after the other, an old one leaves alone what only a new one can do. */
@IntegrationTest
class JobsOfThisNodeTest {

  @Autowired JobsOfThisNode jobs;
  @Autowired ProcessEngine engine;

  @Test
  void jobsOfModelsDeployedElsewhereAreTakenUp() {
    String deployed = deployedElsewhere("Analyse");
    jobs.takeUp();
    assertThat(registered(deployed)).isTrue();
    engine.getRepositoryService().deleteDeployment(deployed);
  }

  @Test
  void jobsOfBuiltInModelsOfANewerVersionAreLeftToIt() {
    String deployed = deployedElsewhere(ModelDeployment.NAME);
    jobs.takeUp();
    assertThat(registered(deployed)).isFalse();
    engine.getRepositoryService().deleteDeployment(deployed);
  }

  @Test
  void jobsOfTheBuiltInModelsOfThisVersionAreRun() {
    DeploymentQuery builtIn = engine.getRepositoryService().createDeploymentQuery().deploymentName(ModelDeployment.NAME);
    assertThat(builtIn.list()).isNotEmpty().allSatisfy(own -> assertThat(registered(own.getId())).isTrue());
  }

  /** Whoever deploys runs the jobs; another node does not know of it yet. */
  private String deployedElsewhere(String name) {
    String id = engine.getRepositoryService().createDeployment().name(name)
        .addModelInstance("elsewhere.bpmn", Bpmn.createExecutableProcess("elsewhere").camundaHistoryTimeToLive(1)
            .startEvent().endEvent().done())
        .deploy().getId();
    engine.getManagementService().unregisterDeploymentForJobExecutor(id);
    return id;
  }

  private boolean registered(String deployment) {
    return engine.getManagementService().getRegisteredDeployments().contains(deployment);
  }
}
