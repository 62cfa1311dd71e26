package de.gremienlauf.mail.process;

import static de.gremienlauf.mail.process.MailVariables.MAIL_ID;

import de.gremienlauf.mail.Outbox;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated step of the model {@code mail-delivery}. */
@Configuration(proxyBeanMethods = false)
class MailDelegates {

  @Bean
  JavaDelegate sendMail(Outbox outbox) {
    return execution -> outbox.deliver(MAIL_ID.from(execution));
  }
}
