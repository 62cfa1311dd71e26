package de.gremienlauf.reminder.process;

import de.gremienlauf.engine.ProcessMessages;
import java.util.Map;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated steps of the model {@code daily-duties}. */
@Configuration(proxyBeanMethods = false)
class DailyDutiesDelegates {

  @Bean
  JavaDelegate escalateOverdue(DailyMails mails) {
    return execution -> mails.escalate();
  }

  @Bean
  JavaDelegate sendDailyMails(DailyMails mails) {
    return execution -> mails.sendDigests();
  }

  @Bean
  JavaDelegate sendWeeklyList(WeeklyMail weekly) {
    return execution -> weekly.send();
  }

  @Bean
  JavaDelegate beginNextDay(ProcessMessages processes) {
    return execution -> processes.startProcess(DailyDutiesStart.PROCESS, DailyDutiesStart.PROCESS, Map.of());
  }
}
