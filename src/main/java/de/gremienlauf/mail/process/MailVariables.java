package de.gremienlauf.mail.process;

import de.gremienlauf.engine.DeclaredVariables;
import de.gremienlauf.engine.ProcessVariable;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The process variables of the models in {@code processes/mail}. */
@Component
class MailVariables implements DeclaredVariables {

  static final ProcessVariable<String> BATCH = new ProcessVariable<>("batch", String.class);
  static final ProcessVariable<Long> MAIL_ID = new ProcessVariable<>("mailId", Long.class);

  @Override
  public Collection<ProcessVariable<?>> variables() {
    return List.of(BATCH, MAIL_ID);
  }
}
