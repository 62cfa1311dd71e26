package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.meeting.Meetings;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the model {@code meeting}. */
@Configuration(proxyBeanMethods = false)
class MeetingDelegates {

  @Bean
  JavaDelegate reachMeeting(Meetings meetings) {
    return execution -> meetings.reach(MEETING_ID.from(execution));
  }
}
