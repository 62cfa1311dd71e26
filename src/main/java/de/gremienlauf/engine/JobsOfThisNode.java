package de.gremienlauf.engine;

import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which jobs this node runs: those of all models but the built-in ones of a newer version, which needs code that is not
 * here. So an old and a new version work side by side while nodes are updated one after the other.
 */
@Component
class JobsOfThisNode {

  private final RepositoryService repository;
  private final ManagementService management;
  private final Date builtIn;

  JobsOfThisNode(RepositoryService repository, ManagementService management) {
    this.repository = repository;
    this.management = management;
    this.builtIn = repository.createDeploymentQuery().deploymentName(ModelDeployment.NAME).orderByDeploymentTime()
        .desc().listPage(0, 1).stream().map(Deployment::getDeploymentTime).findFirst().orElse(new Date(0));
  }

  /** Takes up what was deployed meanwhile, on this node or on another. */
  @EventListener(ApplicationReadyEvent.class)
  @Scheduled(initialDelayString = "PT15S", fixedDelayString = "PT15S")
  void takeUp() {
    Set<String> known = management.getRegisteredDeployments();
    repository.createDeploymentQuery().list().stream()
        .filter(deployment -> !known.contains(deployment.getId()) && !isNewer(deployment))
        .forEach(deployment -> management.registerDeploymentForJobExecutor(deployment.getId()));
  }

  private boolean isNewer(Deployment deployment) {
    return ModelDeployment.NAME.equals(deployment.getName()) && deployment.getDeploymentTime().after(builtIn);
  }
}
