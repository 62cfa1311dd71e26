package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;

import de.gremienlauf.meeting.AgendaDraft;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.Sessions;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the model {@code meeting}. */
@Configuration(proxyBeanMethods = false)
class MeetingDelegates {

  @Bean
  JavaDelegate draftAgenda(AgendaDraft draft) {
    return execution -> draft.draft(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate fixAgenda(Sessions sessions) {
    return execution -> sessions.releaseAgenda(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate markInvited(Sessions sessions) {
    return execution -> sessions.markInvited(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate reachMeeting(Meetings meetings) {
    return execution -> meetings.reach(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate planContinuation(Sessions sessions) {
    return execution -> sessions.planContinuation(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate planSecondMeeting(Sessions sessions) {
    return execution -> sessions.planSecond(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate closeMeeting(Sessions sessions) {
    return execution -> sessions.close(MEETING_ID.from(execution));
  }

  @Bean
  JavaDelegate passOnItems(Sessions sessions) {
    return execution -> sessions.passOnItems(MEETING_ID.from(execution));
  }
}
