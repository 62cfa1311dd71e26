package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What transactions know of each other's reading. */
@IntegrationTest
class SharedMemoryTest {

  @Autowired PlatformTransactionManager transactions;

  private final SharedMemory<String, String> memory = new SharedMemory<>();
  private final AtomicInteger reads = new AtomicInteger();
  private String stored = "alt";

  private String read() {
    return memory.get("name", () -> {
      reads.incrementAndGet();
      return stored;
    });
  }

  private void change(String value) {
    stored = value;
    memory.changed();
  }

  private void inTransaction(Runnable action) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> action.run());
  }

  private void inAnother(Runnable action) {
    TransactionTemplate other = new TransactionTemplate(transactions);
    other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    other.executeWithoutResult(status -> action.run());
  }

  @Test
  void whatOneTransactionReadOthersKnow() {
    inTransaction(() -> assertThat(read()).isEqualTo("alt"));
    inTransaction(() -> assertThat(read()).isEqualTo("alt"));
    assertThat(read()).isEqualTo("alt");
    assertThat(reads).hasValue(1);
  }

  @Test
  void whatIsNotThereIsAskedForAgain() {
    stored = null;
    assertThat(read()).isNull();
    stored = "neu";
    assertThat(read()).isEqualTo("neu");
  }

  @Test
  void whoChangesReadsItselfAndOthersKnowOnceItHasEnded() {
    read();
    inTransaction(() -> {
      inAnother(this::read);
      change("neu");
      assertThat(read()).isEqualTo("neu");
      inAnother(() -> {
        stored = "alt";
        assertThat(read()).as("from before").isEqualTo("alt");
        stored = "neu";
      });
      assertThat(read()).as("still itself").isEqualTo("neu");
    });
    assertThat(read()).isEqualTo("neu");
  }

  @Test
  void whatIsRolledBackIsNotRemembered() {
    read();
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      change("neu");
      assertThat(read()).isEqualTo("neu");
      status.setRollbackOnly();
    });
    stored = "alt";
    assertThat(read()).isEqualTo("alt");
  }

  @Test
  void withoutTransactionItIsForgottenAtOnce() {
    read();
    change("neu");
    assertThat(read()).isEqualTo("neu");
  }

  /** It may have been read before the other's transaction has ended. */
  @Test
  void whatWasReadWhileAnotherChangedItIsNotKept() {
    assertThat(memory.get("name", () -> {
      change("neu");
      return "alt";
    })).isEqualTo("alt");
    assertThat(read()).isEqualTo("neu");
  }
}
