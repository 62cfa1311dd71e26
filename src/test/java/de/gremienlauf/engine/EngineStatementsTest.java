package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.ibatis.mapping.MappedStatement;
import org.apache.ibatis.session.Configuration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockEnvironment;

/** Engines of their own: what they get is what they would have read, and they work with it. */
class EngineStatementsTest {

  private final MockEnvironment settings = new MockEnvironment().withProperty("spring.datasource.url", "jdbc:h2:mem:x");

  @Test
  void anEngineWorksWithWhatWasReadAhead() {
    EngineStatements.Ahead ahead = readAhead();
    ProcessEngineConfigurationImpl configuration = configuration("read-ahead");
    ahead.giveTo(configuration);
    Configuration given = configuration.getSqlSessionFactory().getConfiguration();
    ProcessEngine engine = build(configuration, ahead);
    ProcessEngineConfigurationImpl reading = configuration("reading");
    ProcessEngine other = build(reading, null);
    try {
      assertThat(configuration.getSqlSessionFactory().getConfiguration()).isSameAs(given);
      engine.getIdentityService().saveUser(engine.getIdentityService().newUser("mueller"));
      assertThat(engine.getIdentityService().createUserQuery().userId("mueller").count()).isOne();
      Configuration own = reading.getSqlSessionFactory().getConfiguration();
      assertThat(given.getMappedStatementNames()).containsExactlyInAnyOrderElementsOf(own.getMappedStatementNames());
      assertThat(sql(given, "selectTaskByQueryCriteria")).isEqualTo(sql(own, "selectTaskByQueryCriteria"));
      assertThat(given.getDefaultExecutorType()).isEqualTo(own.getDefaultExecutorType());
      assertThat(given.getDefaultStatementTimeout()).isEqualTo(own.getDefaultStatementTimeout());
    } finally {
      engine.close();
      other.close();
    }
  }

  @Test
  void anEngineOnAnotherDatabaseReadsForItself() {
    EngineStatements.Ahead ahead = readAhead();
    settings.setProperty("spring.datasource.url", "jdbc:postgresql://localhost/x");
    ProcessEngineConfigurationImpl configuration = configuration("another");
    ahead.giveTo(configuration);
    assertThat(configuration.getSqlSessionFactory()).isNull();
  }

  @Test
  void statementsForAnotherDatabaseAreNotUsedUnnoticed() {
    settings.setProperty("spring.datasource.url", "jdbc:postgresql://localhost/x");
    EngineStatements.Ahead ahead = readAhead();
    ProcessEngineConfigurationImpl configuration = configuration("unnoticed");
    ahead.giveTo(configuration);
    configuration.setDatabaseType("h2");
    assertThatThrownBy(() -> ahead.introduce(configuration)).hasMessageContaining("postgres").hasMessageContaining("h2");
  }

  private EngineStatements.Ahead readAhead() {
    GenericApplicationContext context = new GenericApplicationContext();
    context.setEnvironment(settings);
    new EngineStatements().initialize(context);
    return context.getBeanFactory().getBean(EngineStatements.Ahead.class);
  }

  private static ProcessEngineConfigurationImpl configuration(String name) {
    ProcessEngineConfigurationImpl configuration = new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:statements-" + name);
    configuration.setJobExecutorActivate(false);
    return configuration;
  }

  private static ProcessEngine build(ProcessEngineConfigurationImpl configuration, EngineStatements.Ahead ahead) {
    if (ahead != null) {
      configuration.getProcessEnginePlugins().add(new AbstractProcessEnginePlugin() {
        @Override
        public void postInit(ProcessEngineConfigurationImpl engine) {
          ahead.introduce(engine);
        }
      });
    }
    return configuration.buildProcessEngine();
  }

  private static String sql(Configuration configuration, String id) {
    MappedStatement statement = configuration.getMappedStatement(id);
    return statement.getBoundSql(new TaskQueryImpl()).getSql();
  }
}
