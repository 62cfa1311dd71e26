package de.gremienlauf.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class DocumentStoreTest {

  private static TestDatabase database;
  private static JdbcClient jdbc;
  private static TransactionTemplate transaction;
  private static DocumentStore store;

  @BeforeAll
  static void start() throws Exception {
    database = new TestDatabase();
    jdbc = JdbcClient.create(database.dataSource());
    JdbcTransactionManager manager = new JdbcTransactionManager(database.dataSource());
    transaction = new TransactionTemplate(manager);
    store = new DocumentStore(jdbc, manager);
  }

  @AfterAll
  static void stop() throws Exception {
    database.close();
  }

  @Test
  void returnsWhatWasPut() {
    StoredDocument stored = store.put("abc".getBytes(UTF_8), "text/plain");

    assertThat(stored).isEqualTo(new StoredDocument(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "text/plain", 3));
    assertThat(store.find(stored.hash())).contains(stored);
    assertThat(store.content(stored.hash())).isEqualTo("abc".getBytes(UTF_8));
  }

  @Test
  void keepsEqualBytesOnceWithTheirFirstMediaType() {
    StoredDocument first = store.put("a;b".getBytes(UTF_8), "text/csv");

    assertThat(store.put("a;b".getBytes(UTF_8), "text/plain")).isEqualTo(first);
    assertThat(rows(first.hash())).isOne();
  }

  @Test
  void keepsLargeBytes() {
    byte[] content = new byte[20 * 1024 * 1024];
    new Random(1).nextBytes(content);

    assertThat(store.content(store.put(content, "application/pdf").hash())).isEqualTo(content);
  }

  @Test
  void keepsNoBytesAtAll() {
    assertThat(store.content(store.put(new byte[0], "text/plain").hash())).isEmpty();
  }

  @Test
  void knowsNothingUnderAnUnknownHash() {
    assertThat(store.find("0".repeat(64))).isEmpty();
    assertThatThrownBy(() -> store.content("0".repeat(64))).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void noticesChangedBytes() {
    String hash = store.put("genuine".getBytes(UTF_8), "text/plain").hash();
    jdbc.sql("update document set content = :content where hash = :hash")
        .param("content", "forged".getBytes(UTF_8)).param("hash", hash).update();

    assertThatIllegalStateException().isThrownBy(() -> store.content(hash)).withMessageContaining(hash);
  }

  @Test
  void disappearsWithTheCallersTransaction() {
    StoredDocument stored = transaction.execute(status -> {
      status.setRollbackOnly();
      return store.put("rolled back".getBytes(UTF_8), "text/plain");
    });

    assertThat(store.find(stored.hash())).isEmpty();
  }

  @Test
  void lettingTwoTransactionsPutTheSameBytesBothGoOn() throws Exception {
    byte[] content = "at the same time".getBytes(UTF_8);
    CountDownLatch firstHasInserted = new CountDownLatch(1);
    CountDownLatch secondHasStarted = new CountDownLatch(1);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<StoredDocument> first = threads.submit(() -> transaction.execute(status -> {
        StoredDocument stored = store.put(content, "text/plain");
        firstHasInserted.countDown();
        await(secondHasStarted);
        // Time for the second to look, find nothing yet, and wait for this transaction in its insert.
        pause();
        return stored;
      }));
      Future<StoredDocument> second = threads.submit(() -> transaction.execute(status -> {
        await(firstHasInserted);
        secondHasStarted.countDown();
        StoredDocument stored = store.put(content, "text/plain");
        store.put("the transaction still works".getBytes(UTF_8), "text/plain");
        return stored;
      }));

      assertThat(second.get(30, TimeUnit.SECONDS)).isEqualTo(first.get(30, TimeUnit.SECONDS));
      assertThat(rows(first.get().hash())).isOne();
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void lettingManyThreadsPutTheSameBytesAllGoOn() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      for (int round = 0; round < 20; round++) {
        byte[] content = ("round " + round).getBytes(UTF_8);
        Callable<StoredDocument> put = () -> store.put(content, "text/plain");
        for (Future<StoredDocument> result : threads.invokeAll(Collections.nCopies(8, put))) {
          assertThat(rows(result.get().hash())).isOne();
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(500);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int rows(String hash) {
    return jdbc.sql("select count(*) from document where hash = :hash").param("hash", hash)
        .query(Integer.class).single();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
