package de.gremienlauf.engine;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.apache.ibatis.mapping.ResultMapping;
import org.apache.ibatis.reflection.Reflector;
import org.apache.ibatis.reflection.invoker.Invoker;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.FlushResult;
import org.camunda.bpm.engine.impl.db.PersistenceSession;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.sql.BatchDbSqlSession;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * What the engine knows of the definitions of processes, jobs and decision tables, without asking for them in each
 * transaction: they change when somebody deploys, suspends or sets a priority. Each transaction gets a copy of its own,
 * and what it changes there is stored only if nobody else has changed the row.
 */
final class KnownDefinitions extends BatchDbSqlSession {

  private static final Map<Class<?>, Supplier<DbEntity>> KNOWN = Map.of(
      ProcessDefinitionEntity.class, ProcessDefinitionEntity::new, JobDefinitionEntity.class, JobDefinitionEntity::new,
      DecisionDefinitionEntity.class, DecisionDefinitionEntity::new);

  private final SharedMemory<Key, DbEntity> memory;
  private final List<SharedMemory<String, String>> latest;
  private final Map<Class<?>, List<Column>> columns;

  private record Key(Class<?> type, String id) {
  }

  private KnownDefinitions(DbSqlSessionFactory factory, SharedMemory<Key, DbEntity> memory,
      List<SharedMemory<String, String>> latest, Map<Class<?>, List<Column>> columns) {
    super(factory);
    this.memory = memory;
    this.latest = latest;
    this.columns = columns;
  }

  @Override
  public <T extends DbEntity> T selectById(Class<T> type, String id) {
    if (!KNOWN.containsKey(type)) {
      return super.selectById(type, id);
    }
    DbEntity[] read = new DbEntity[1];
    DbEntity known = memory.get(new Key(type, id), () -> {
      read[0] = super.selectById(type, id);
      return read[0] == null || suspended(read[0]) ? null : copy(read[0]);
    });
    if (read[0] != null || known == null) {
      return type.cast(read[0]);
    }
    DbEntity own = copy(known);
    fireEntityLoaded(own);
    return type.cast(own);
  }

  /** That it is no longer suspended is seen at once: a job made by a suspended definition would wait for ever. */
  private static boolean suspended(DbEntity definition) {
    return definition instanceof JobDefinitionEntity job && job.isSuspended()
        || definition instanceof ProcessDefinitionEntity process && process.isSuspended();
  }

  /** All that is read of it from its row. */
  private DbEntity copy(DbEntity definition) {
    DbEntity copy = KNOWN.get(definition.getClass()).get();
    for (Column column : columns.computeIfAbsent(definition.getClass(), this::columns)) {
      column.copy(definition, copy);
    }
    return copy;
  }

  private List<Column> columns(Class<?> type) {
    Configuration mapping = sqlSession.getConfiguration();
    Reflector reflector = mapping.getReflectorFactory().findForClass(type);
    String select = dbSqlSessionFactory.mapStatement(dbSqlSessionFactory.getSelectStatement(type));
    return mapping.getMappedStatement(select).getResultMaps().get(0).getResultMappings().stream()
        .map(ResultMapping::getProperty)
        .map(property -> new Column(reflector.getGetInvoker(property), reflector.getSetInvoker(property))).toList();
  }

  /** How a column is read from a definition and written to another. */
  private record Column(Invoker get, Invoker set) {

    void copy(DbEntity from, DbEntity to) {
      try {
        set.invoke(to, new Object[] {get.invoke(from, new Object[0])});
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException("A definition cannot be copied", e);
      }
    }
  }

  @Override
  public FlushResult executeDbOperations(List<DbOperation> operations) {
    for (DbOperation operation : operations) {
      if (KNOWN.containsKey(operation.getEntityType())) {
        memory.changed();
        latest.forEach(SharedMemory::changed);
        break;
      }
    }
    return super.executeDbOperations(operations);
  }

  /**
   * Opens the sessions of an engine.
   *
   * @param latest what is to be forgotten when a definition comes or goes
   */
  static SessionFactory of(ProcessEngineConfigurationImpl engine, List<SharedMemory<String, String>> latest) {
    SharedMemory<Key, DbEntity> memory = new SharedMemory<>();
    Map<Class<?>, List<Column>> columns = new ConcurrentHashMap<>();
    return new EngineSessions(PersistenceSession.class,
        () -> new KnownDefinitions(engine.getDbSqlSessionFactory(), memory, latest, columns));
  }
}
