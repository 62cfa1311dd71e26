package de.gremienlauf.workplace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.gremienlauf.engine.StartLock;
import de.gremienlauf.startup.ConfigurationMistake;
import de.gremienlauf.startup.Mistake;
import de.gremienlauf.support.IntegrationTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be wrong with the first person only the engine knows. */
@IntegrationTest
class FirstAdministratorTest {

  @Autowired IdentityService identity;
  @Autowired Environment environment;
  @Autowired StartLock lock;
  @Autowired PlatformTransactionManager transactions;

  @Test
  void aSimplePasswordEndsTheStart() {
    assertThat(start("leitung", "Leitung-12")).isEqualTo(Mistake.ADMINISTRATOR_PASSWORD_WEAK.exitCode());
    assertThat(start("leitung", "kurz")).isEqualTo(Mistake.ADMINISTRATOR_PASSWORD_WEAK.exitCode());
    assertThat(start("leitung", "")).isEqualTo(Mistake.ADMINISTRATOR_INCOMPLETE.exitCode());
    assertThat(identity.createUserQuery().userId("leitung").count()).isZero();
  }

  private int start(String id, String password) {
    FirstAdministrator first = new FirstAdministrator(identity, id, password, environment, lock);
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    return assertThatExceptionOfType(ConfigurationMistake.class)
        .isThrownBy(() -> transaction.executeWithoutResult(status -> first.run(null))).actual().getExitCode();
  }
}
