package de.gremienlauf.engine;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps what a repository marked with {@link ReadOnce} has read, for the rest of the transaction. */
final class ReadOnceAdvice implements MethodInterceptor {

  private static final String BY_ID = "findById";

  private final Class<?> repository;
  private final EntityInformation<Object, Object> entities;
  private final Map<Method, MethodHandle> defaults = new ConcurrentHashMap<>();
  private final Map<Method, Kind> kinds = new ConcurrentHashMap<>();

  ReadOnceAdvice(Class<?> repository, EntityInformation<Object, Object> entities) {
    this.repository = repository;
    this.entities = entities;
  }

  @Override
  public Object invoke(MethodInvocation call) throws Throwable {
    if (!TransactionSynchronizationManager.isActualTransactionActive()
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return call.proceed();
    }
    if (call.getMethod().isDefault()) {
      return defaults.computeIfAbsent(call.getMethod(), method -> handle(call)).invoke(call.getArguments());
    }
    Reads reads = TransactionMemory.current(Reads.class, Reads::new);
    Map<List<Object>, Object> known = reads.byRepository.computeIfAbsent(repository, unknown -> new HashMap<>());
    return switch (kinds.computeIfAbsent(call.getMethod(), ReadOnceAdvice::kind)) {
      case LOCK -> reads.locked(key(call), call);
      case OTHER_QUERY -> call.proceed();
      case CHANGE -> {
        known.clear();
        yield call.proceed();
      }
      case SAVE -> {
        known.keySet().removeIf(key -> !key.get(0).equals(BY_ID));
        Object saved = call.proceed();
        known.put(List.of(BY_ID, entities.getRequiredId(saved)), Optional.of(saved));
        yield saved;
      }
      case FIND -> find(known, call);
    };
  }

  private Object find(Map<List<Object>, Object> known, MethodInvocation call) throws Throwable {
    List<Object> key = key(call);
    Object result = call.getMethod().getName().equals("findAllById") ? byIds(known, call) : known.get(key);
    if (result == null) {
      result = call.proceed();
      known.put(key, result);
      if (result instanceof List<?> list) {
        list.forEach(one -> known.putIfAbsent(List.of(BY_ID, entities.getRequiredId(one)), Optional.of(one)));
      }
    }
    // What the caller does with a list is not to be seen by the next.
    return result instanceof List<?> list ? new ArrayList<>(list) : result;
  }

  /** All that have these ids; null if one of them has not been read. */
  private static List<Object> byIds(Map<List<Object>, Object> known, MethodInvocation call) {
    List<Object> found = new ArrayList<>();
    for (Object id : (Iterable<?>) call.getArguments()[0]) {
      if (!(known.get(List.of(BY_ID, id)) instanceof Optional<?> one)) {
        return null;
      }
      one.ifPresent(found::add);
    }
    return found;
  }

  private static List<Object> key(MethodInvocation call) {
    List<Object> key = new ArrayList<>(List.of(call.getMethod().getName()));
    key.addAll(Arrays.asList(call.getArguments()));
    return key;
  }

  /** What stands in the interface itself; Spring Data binds it anew at each call. */
  private MethodHandle handle(MethodInvocation call) {
    Method method = call.getMethod();
    try {
      return MethodHandles.privateLookupIn(repository, MethodHandles.lookup())
          .unreflectSpecial(method, repository).bindTo(((ProxyMethodInvocation) call).getProxy())
          .asSpreader(Object[].class, method.getParameterCount())
          .asType(MethodType.methodType(Object.class, Object[].class));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a method of a repository does. */
  private enum Kind {
    LOCK, FIND, OTHER_QUERY, SAVE, CHANGE
  }

  private static Kind kind(Method method) {
    Query query = method.getAnnotation(Query.class);
    if (query != null && query.value().contains("for update")) {
      return Kind.LOCK;
    }
    if (method.getName().startsWith("find")) {
      return Kind.FIND;
    }
    if (query != null && !method.isAnnotationPresent(Modifying.class)) {
      return Kind.OTHER_QUERY;
    }
    return method.getName().equals("save") ? Kind.SAVE : Kind.CHANGE;
  }

  private static final class Reads extends TransactionMemory {

    private final Map<Class<?>, Map<List<Object>, Object>> byRepository = new HashMap<>();
    private final Map<Method, Map<List<Object>, Object>> locks = new HashMap<>();

    /** A lock is held until the transaction ends; what was read before it was got may be out of date. */
    Object locked(List<Object> key, MethodInvocation lock) throws Throwable {
      Map<List<Object>, Object> held = locks.computeIfAbsent(lock.getMethod(), unknown -> new HashMap<>());
      if (lock.getArguments().length == 1 && lock.getArguments()[0] instanceof Collection<?> rows) {
        return lockedAll(held, rows, lock);
      }
      if (!held.containsKey(key)) {
        Object result = lock.proceed();
        byRepository.clear();
        held.put(key, result);
      }
      return held.get(key);
    }

    /** Of several rows only those are locked that are not yet. */
    private Object lockedAll(Map<List<Object>, Object> held, Collection<?> rows, MethodInvocation lock)
        throws Throwable {
      List<Object> missing = new ArrayList<>(rows);
      missing.removeIf(row -> held.containsKey(List.of(row)));
      if (!missing.isEmpty()) {
        lock.getArguments()[0] = missing;
        lock.proceed();
        byRepository.clear();
        missing.forEach(row -> held.put(List.of(row), row));
      }
      return new ArrayList<Object>(rows);
    }

    @Override
    public void resume() {
      // Another transaction may have changed what this one has read.
      byRepository.clear();
      super.resume();
    }
  }
}
