package de.gremienlauf.engine;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.ibatis.builder.xml.XMLConfigBuilder;
import org.apache.ibatis.io.Resources;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.defaults.DefaultSqlSessionFactory;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.sql.DbSqlSessionFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertyResolver;

/**
 * Reads the engine's 880 SQL statements in a thread of its own while Spring looks for beans, which takes a twentieth off a
 * start. They are read from the engine's files in the way of its {@code initSqlSessionFactory}; an engine on another
 * kind of database than was known at the beginning reads them itself.
 */
class EngineStatements implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Ahead ahead = new Ahead(context.getEnvironment());
    Thread thread = new Thread(ahead.read, "engine-statements");
    thread.setDaemon(true);
    thread.start();
    context.getBeanFactory().registerSingleton("statementsReadAhead", ahead);
  }

  /** What has been read, or is being read, of the statements for one kind of database. */
  static final class Ahead {

    private final PropertyResolver settings;
    private final String databaseType;
    private final FutureTask<Configuration> read;

    private Ahead(PropertyResolver settings) {
      this.settings = settings;
      this.databaseType = databaseType(settings);
      this.read = new FutureTask<>(() -> read(databaseType));
    }

    /** Before the engine sets itself up: it reads no statements if it has some. Waits until all are read. */
    void giveTo(ProcessEngineConfigurationImpl engine) {
      if (!databaseType.equals(databaseType(settings))) {
        return;
      }
      try {
        engine.setSqlSessionFactory(new DefaultSqlSessionFactory(read.get()));
      } catch (ExecutionException e) {
        throw new IllegalStateException(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    /** After the engine has set itself up: what it would have told the statements about itself. */
    void introduce(ProcessEngineConfigurationImpl engine) {
      if (!databaseType.equals(databaseType(settings))) {
        return;
      }
      if (!databaseType.equals(engine.getDatabaseType()) || !engine.getDatabaseTablePrefix().isEmpty()) {
        throw new IllegalStateException("Statements for %s were read, but the engine uses %s with the prefix '%s'"
            .formatted(databaseType, engine.getDatabaseType(), engine.getDatabaseTablePrefix()));
      }
      Configuration statements = engine.getSqlSessionFactory().getConfiguration();
      statements.setEnvironment(new Environment("default", engine.getTransactionFactory(), engine.getDataSource()));
      statements.setDefaultStatementTimeout(engine.getJdbcStatementTimeout());
      if (engine.isJdbcBatchProcessing()) {
        statements.setDefaultExecutorType(ExecutorType.BATCH);
      }
    }

    private static String databaseType(PropertyResolver settings) {
      return settings.getProperty("spring.datasource.url", "").startsWith("jdbc:postgresql:")
          ? DbSqlSessionFactory.POSTGRES : DbSqlSessionFactory.H2;
    }

    private static Configuration read(String databaseType) throws IOException {
      try (Reader file = new InputStreamReader(Resources.getResourceAsStream(
          ProcessEngineConfigurationImpl.DEFAULT_MYBATIS_MAPPING_FILE), StandardCharsets.UTF_8)) {
        Properties properties = new Properties();
        properties.put("prefix", "");
        ProcessEngineConfigurationImpl.initSqlSessionFactoryProperties(properties, "", databaseType);
        return new XMLConfigBuilder(file, "", properties).parse();
      }
    }
  }
}
