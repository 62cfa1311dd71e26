package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What transactions know of each other's reading. */
@IntegrationTest
class SharedMemoryTest {

  @Autowired PlatformTransactionManager transactions;

  private final AtomicLong time = new AtomicLong();
  private final SharedMemory<String, String> memory = new SharedMemory<>(time::get);
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
  void whatAnotherNodeChangesIsSeenTwoSecondsLater() {
    read();
    stored = "neu";
    time.addAndGet(Duration.ofMillis(1999).toNanos());
    assertThat(read()).isEqualTo("alt");
    time.addAndGet(Duration.ofMillis(1).toNanos());
    assertThat(read()).isEqualTo("neu");
  }

  @Test
  void severalAreReadAtOnceButForWhatIsKnown() {
    read();
    memory.read(List.of("name", "street", "nothing"), missing -> {
      assertThat(missing).containsExactlyInAnyOrder("street", "nothing");
      return Map.of("street", "Weg");
    });
    assertThat(memory.get("street", () -> "Platz")).isEqualTo("Weg");
    memory.read(List.of("city"), missing -> {
      change("neu");
      return Map.of("city", "Köln");
    });
    assertThat(memory.get("city", () -> "Bonn")).as("read while another changed something").isEqualTo("Bonn");
  }

  @Test
  void whoChangesRemembersItselfUntilItChangesAgainOrAnotherRanInBetween() {
    inTransaction(() -> {
      change("neu");
      reads.set(0);
      assertThat(read()).isEqualTo("neu");
      assertThat(read()).isEqualTo("neu");
      assertThat(reads).hasValue(1);
      change("neuer");
      assertThat(read()).isEqualTo("neuer");
      inAnother(() -> change("am neuesten"));
      assertThat(read()).isEqualTo("am neuesten");
    });
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
