package de.gremienlauf.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What has been read of things that seldom change and cannot be changed in place; other transactions know it for a short
 * time as well. What this node changes is seen by everybody at once, by who changes it before the transaction ends; what
 * another node changes, {@value #SECONDS} seconds late.
 */
public final class SharedMemory<K, V> {

  private static final int SECONDS = 2;
  private static final int THINGS = 10_000;

  private final Cache<K, V> known = Caffeine.newBuilder().maximumSize(THINGS)
      .expireAfterWrite(Duration.ofSeconds(SECONDS)).build();
  private final AtomicLong changes = new AtomicLong();

  /** What is remembered, else what is read; null, which is never remembered, if that is null. */
  public V get(K key, Supplier<V> read) {
    if (Changed.byThisTransaction(this)) {
      return read.get();
    }
    V value = known.getIfPresent(key);
    if (value == null) {
      long before = changes.get();
      value = read.get();
      // Who reads while another commits may have read what was there before.
      if (value != null && changes.get() == before) {
        known.put(key, value);
      }
    }
    return value;
  }

  /** Something has changed: this transaction, if there is one, reads itself from now on, others once it has ended. */
  public void changed() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionMemory.current(Changed.class, Changed::new).memories.add(this);
    } else {
      forget();
    }
  }

  private void forget() {
    changes.incrementAndGet();
    known.invalidateAll();
  }

  private static final class Changed extends TransactionMemory {

    private final Set<SharedMemory<?, ?>> memories = new HashSet<>();

    private static boolean byThisTransaction(SharedMemory<?, ?> memory) {
      return TransactionSynchronizationManager.getResource(Changed.class) instanceof Changed changed
          && changed.memories.contains(memory);
    }

    @Override
    public void afterCompletion(int status) {
      super.afterCompletion(status);
      memories.forEach(SharedMemory::forget);
    }
  }
}
