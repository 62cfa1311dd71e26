package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.meeting.Minutes;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the model {@code minutes}. */
@Configuration(proxyBeanMethods = false)
class MinutesDelegates {

  @Bean
  JavaDelegate printMinutesDraft(Minutes minutes) {
    return execution -> minutes.present(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate publishMinutes(Minutes minutes) {
    return execution -> minutes.publish(MEETING_ID.from(execution));
  }
}
