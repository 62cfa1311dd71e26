package de.gremienlauf.meeting.process;

import static de.gremienlauf.meeting.process.MeetingVariables.MEETING_ID;
import static de.gremienlauf.meeting.process.MinutesVariables.ACT;
import static de.gremienlauf.meeting.process.MinutesVariables.BATCH;
import static de.gremienlauf.meeting.process.MinutesVariables.BY_POST;
import static de.gremienlauf.meeting.process.MinutesVariables.SUPPLEMENT_NUMBER;

import de.gremienlauf.meeting.InvitationAct;
import de.gremienlauf.meeting.Invitations;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated step of the model {@code invitation}. */
@Configuration(proxyBeanMethods = false)
class InvitationDelegates {

  @Bean
  JavaDelegate issueInvitation(Invitations invitations) {
    return execution -> {
      Long supplement = SUPPLEMENT_NUMBER.from(execution);
      Invitations.Issued issued = invitations.issue(MEETING_ID.from(execution),
          InvitationAct.valueOf(ACT.from(execution)), supplement == null ? null : supplement.intValue());
      BATCH.set(execution, issued.batch());
      BY_POST.set(execution, issued.byPost());
    };
  }
}
