package de.gremienlauf.mail.process;

import static de.gremienlauf.mail.process.MailVariables.MAIL_ID;

import de.gremienlauf.mail.Outbox;
import java.util.concurrent.Semaphore;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The automated step of the model {@code mail-delivery}. */
@Configuration(proxyBeanMethods = false)
class MailDelegates {

  /** Each mail on its way holds a second connection to the database: the others are for those who do not send. */
  private static final int AT_ONCE = 4;

  @Bean
  JavaDelegate sendMail(Outbox outbox) {
    Semaphore free = new Semaphore(AT_ONCE);
    return execution -> {
      free.acquire();
      try {
        Long mailId = MAIL_ID.from(execution);
        if (!outbox.deliver(mailId)) {
          outbox.deliverQueuedHere(mailId);
        }
      } finally {
        free.release();
      }
    };
  }
}
