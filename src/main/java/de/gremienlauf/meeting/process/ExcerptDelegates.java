package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MinutesVariables.AGENDA_ITEM_ID;
import static de.gremienlauf.meeting.process.MinutesVariables.BATCH;
import static de.gremienlauf.meeting.process.MinutesVariables.CERTIFIED;

import de.gremienlauf.meeting.Excerpts;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated step of the model {@code excerpt}. */
@Configuration(proxyBeanMethods = false)
class ExcerptDelegates {

  @Bean
  JavaDelegate makeExcerpt(Excerpts excerpts) {
    return execution -> BATCH.set(execution,
        excerpts.make(AGENDA_ITEM_ID.from(execution), CERTIFIED.from(execution)));
  }
}
