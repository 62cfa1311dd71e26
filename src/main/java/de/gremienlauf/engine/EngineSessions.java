package de.gremienlauf.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;

/** Opens, for each transaction of the engine, one of our own in place of what the engine would open. */
record EngineSessions(Class<?> type, Supplier<Session> opened) implements SessionFactory {

  @Override
  public Class<?> getSessionType() {
    return type;
  }

  @Override
  public Session openSession() {
    return opened.get();
  }
}
