package de.gremienlauf.workplace;

import de.gremienlauf.engine.StartLock;
import de.gremienlauf.engine.UserGroups;
import de.gremienlauf.startup.ConfigurationChecks;
import de.gremienlauf.startup.Mistake;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Creates the first person, who then creates the others; nobody makes himself administrator from outside. */
@Component
@ConditionalOnWebApplication
@Order(3)
class FirstAdministrator implements ApplicationRunner {

  static final String HOW_TO = "Es ist noch niemand für die Administration angelegt: Bitte melden Sie sich über den"
      + " Anmeldedienst mit einer Kennung aus der Gruppe camunda-admin an, oder setzen Sie gremienlauf.administrator.id"
      + " und gremienlauf.administrator.password und starten Sie die Anwendung neu.";

  private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

  private final IdentityService identity;
  private final String id;
  private final String password;
  private final Environment environment;
  private final StartLock lock;

  FirstAdministrator(IdentityService identity, @Value("${gremienlauf.administrator.id}") String id,
      @Value("${gremienlauf.administrator.password}") String password, Environment environment, StartLock lock) {
    this.identity = identity;
    this.environment = environment;
    this.id = id.strip();
    this.password = password;
    this.lock = lock;
  }

  @Override
  @Transactional
  public void run(ApplicationArguments arguments) {
    lock.take();
    if (id.isEmpty() != password.isEmpty()) {
      throw Mistake.ADMINISTRATOR_INCOMPLETE.with();
    }
    if (!id.isEmpty() && identity.createUserQuery().userId(id).count() == 0) {
      create();
    } else if (id.isEmpty() && identity.createUserQuery().memberOfGroup(UserGroups.ADMINISTRATORS).count() == 0) {
      if (ConfigurationChecks.needsAdministrator(environment)) {
        throw Mistake.ADMINISTRATOR_MISSING.with();
      }
      LOG.warn(HOW_TO);
    }
  }

  private void create() {
    User administrator = identity.newUser(id);
    administrator.setFirstName("Administration");
    administrator.setLastName(id);
    administrator.setPassword(password);
    if (!identity.checkPasswordAgainstPolicy(password, administrator).isValid()) {
      throw Mistake.ADMINISTRATOR_PASSWORD_WEAK.with();
    }
    identity.saveUser(administrator);
    identity.createMembership(id, UserGroups.ADMINISTRATORS);
    LOG.info("Administration {} angelegt.", id);
  }
}
