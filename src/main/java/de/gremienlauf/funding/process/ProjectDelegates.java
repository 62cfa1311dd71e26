package de.gremienlauf.funding.process;

import static de.gremienlauf.funding.process.FundingVariables.FOLLOW_UP_ID;
import static de.gremienlauf.funding.process.FundingVariables.PROJECT_ID;

import de.gremienlauf.funding.FollowUps;
import de.gremienlauf.funding.ProjectClosing;
import de.gremienlauf.funding.Projects;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the models {@code funded-project} and {@code follow-up-project} beside their begin. */
@Configuration(proxyBeanMethods = false)
class ProjectDelegates {

  @Bean
  JavaDelegate grantProject(Projects projects, ProjectClosing closing) {
    return execution -> {
      // What waits for the end needs to know it; who forgot it is told before the notice is stored.
      closing.end(PROJECT_ID.from(execution));
      projects.grant(PROJECT_ID.from(execution));
    };
  }

  @Bean
  JavaDelegate refuseProject(Projects projects) {
    return execution -> projects.refuse(PROJECT_ID.from(execution));
  }

  @Bean
  JavaDelegate endProject(Projects projects, ProjectClosing closing) {
    return execution -> projects.end(PROJECT_ID.from(execution), closing.end(PROJECT_ID.from(execution)));
  }

  @Bean
  JavaDelegate resumeProject(Projects projects) {
    return execution -> projects.resume(PROJECT_ID.from(execution));
  }

  @Bean
  JavaDelegate proveProject(Projects projects) {
    return execution -> projects.prove(PROJECT_ID.from(execution));
  }

  @Bean
  JavaDelegate abortProject(Projects projects) {
    return execution -> projects.closeAborted(PROJECT_ID.from(execution));
  }

  @Bean
  JavaDelegate openGate(FollowUps followUps) {
    return execution -> followUps.open(FOLLOW_UP_ID.from(execution));
  }
}
