package de.gremienlauf.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;

/** Counts what the application asks of its database: SQL statements, each of a batch alone, round trips, commits. */
@Component
public class StatementCount implements BeanPostProcessor {

  private final AtomicInteger statements = new AtomicInteger();
  private final AtomicInteger ofEngine = new AtomicInteger();
  private final AtomicInteger roundTrips = new AtomicInteger();
  private final AtomicInteger commits = new AtomicInteger();

  /**
   * What something cost; {@code ofEngine} are the statements among all that go to the engine's tables, and a batch is
   * one round trip.
   */
  public record Cost(int statements, int ofEngine, int roundTrips, int commits) {

    public static final Cost NOTHING = new Cost(0, 0, 0, 0);

    public Cost plus(Cost other) {
      return new Cost(statements + other.statements, ofEngine + other.ofEngine, roundTrips + other.roundTrips,
          commits + other.commits);
    }
  }

  /** What the database was asked while this was done; nothing else may be going on. */
  public Cost of(Runnable action) {
    int statementsBefore = statements.get();
    int engineBefore = ofEngine.get();
    int tripsBefore = roundTrips.get();
    int commitsBefore = commits.get();
    action.run();
    return new Cost(statements.get() - statementsBefore, ofEngine.get() - engineBefore, roundTrips.get() - tripsBefore,
        commits.get() - commitsBefore);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        return counting(Connection.class, super.getConnection(), "");
      }
    } : bean;
  }

  private <T> T counting(Class<T> type, T target, String sql) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
      String text = args != null && args.length > 0 && args[0] instanceof String given ? given : sql;
      if (target instanceof Connection && method.getName().equals("commit")) {
        commits.incrementAndGet();
        roundTrips.incrementAndGet();
      } else if (target instanceof Statement && method.getName().startsWith("execute")) {
        roundTrips.incrementAndGet();
      }
      if (target instanceof Statement && (method.getName().equals("addBatch")
          || method.getName().startsWith("execute") && !method.getName().contains("Batch"))) {
        statements.incrementAndGet();
        if (text.contains(" ACT_")) {
          ofEngine.incrementAndGet();
        }
      }
      try {
        Object result = method.invoke(target, args);
        return result instanceof CallableStatement callable ? counting(CallableStatement.class, callable, text)
            : result instanceof PreparedStatement prepared ? counting(PreparedStatement.class, prepared, text)
            : result instanceof Statement statement ? counting(Statement.class, statement, text) : result;
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }));
  }
}
