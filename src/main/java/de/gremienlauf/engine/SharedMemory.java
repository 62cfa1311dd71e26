package de.gremienlauf.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What has been read from the database of things that seldom change and cannot be changed in place; other transactions
 * know it for a short time as well. What this node changes is seen by everybody once the transaction ends, by itself at
 * once; what another node changes, {@value #SECONDS} seconds late.
 */
public final class SharedMemory<K, V> {

  private static final int SECONDS = 2;
  private static final int THINGS = 10_000;

  private final Cache<K, V> known;
  private final AtomicLong changes = new AtomicLong();

  public SharedMemory() {
    this(Ticker.systemTicker());
  }

  SharedMemory(Ticker time) {
    this.known = Caffeine.newBuilder().maximumSize(THINGS).expireAfterWrite(Duration.ofSeconds(SECONDS)).ticker(time)
        .build();
  }

  /** What is remembered, else what is read; null, which is never remembered, if that is null. */
  public V get(K key, Supplier<V> read) {
    V value = remembered(key);
    if (value == null) {
      long before = changes.get();
      value = read.get();
      if (value != null) {
        remember(key, value, before);
      }
    }
    return value;
  }

  /** Reads at once what of these is not remembered. */
  public void read(Collection<K> keys, Function<Set<K>, Map<K, V>> read) {
    Set<K> missing = new HashSet<>(keys);
    missing.removeIf(key -> remembered(key) != null);
    if (!missing.isEmpty()) {
      long before = changes.get();
      read.apply(missing).forEach((key, value) -> remember(key, value, before));
    }
  }

  /** Something has changed: this transaction, if there is one, reads itself from now on, others once it has ended. */
  public void changed() {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionMemory.current(Changed.class, Changed::new).values.put(this, new HashMap<>());
    } else {
      forget();
    }
  }

  private V remembered(K key) {
    Map<K, V> own = own();
    return own == null ? known.getIfPresent(key) : own.get(key);
  }

  private void remember(K key, V value, long before) {
    Map<K, V> own = own();
    if (own != null) {
      own.put(key, value);
    } else if (changes.get() == before) {
      known.put(key, value);
      // Who reads while another ends may have read what was there before.
      if (changes.get() != before) {
        known.invalidate(key);
      }
    }
  }

  /** What this transaction has read since it changed something; null if it has changed nothing. */
  @SuppressWarnings("unchecked")
  private Map<K, V> own() {
    return TransactionSynchronizationManager.getResource(Changed.class) instanceof Changed changed
        ? (Map<K, V>) changed.values.get(this) : null;
  }

  private void forget() {
    changes.incrementAndGet();
    known.invalidateAll();
  }

  private static final class Changed extends TransactionMemory {

    private final Map<SharedMemory<?, ?>, Map<?, ?>> values = new HashMap<>();

    @Override
    public void resume() {
      values.values().forEach(Map::clear);
      super.resume();
    }

    @Override
    public void afterCompletion(int status) {
      super.afterCompletion(status);
      values.keySet().forEach(SharedMemory::forget);
    }
  }
}
