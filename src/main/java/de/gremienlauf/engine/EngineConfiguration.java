package de.gremienlauf.engine;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEnginePlugin;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.function.SingletonSupplier;

/** What the engine of this product does differently from one out of the box. */
@Configuration(proxyBeanMethods = false)
class EngineConfiguration {

  @Bean
  Clock clock() {
    return new EngineClock();
  }

  /** The version of each decision table that is the latest, by its key. */
  @Bean
  SharedMemory<String, String> latestTables() {
    return new SharedMemory<>();
  }

  @Bean
  ProcessEnginePlugin productPlugin(ObjectProvider<DeclaredVariables> declarations,
      SharedMemory<String, String> latestTables, EngineStatements.Ahead statements) {
    Supplier<Set<String>> names = SingletonSupplier.of(() -> declarations.stream()
        .flatMap(declared -> declared.variables().stream())
        .map(ProcessVariable::name)
        .collect(Collectors.toUnmodifiableSet()));
    return new AbstractProcessEnginePlugin() {
      @Override
      public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setCustomHistoryLevels(List.of(new LeanHistoryLevel(names)));
        engine.setHistory(LeanHistoryLevel.NAME);
        SharedMemory<String, String> latestProcesses = new SharedMemory<>();
        engine.setCustomSessionFactories(List.of(
            KnownDefinitions.of(engine, List.of(latestTables, latestProcesses)), LatestVersions.tables(latestTables),
            LatestVersions.processes(latestProcesses), NewTasks.variables(), AwaitedMessages.factory()));
        engine.setResourceAuthorizationProvider(new NewTasks.Authorizations());
        engine.setCustomIncidentHandlers(List.of(new FailedJobs()));
        engine.setFormService(new FormFieldsService());
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new BusinessExceptionInterceptor()));
        engine.setEnableCmdExceptionLogging(false);
        engine.setDmnEngineConfiguration((DefaultDmnEngineConfiguration) DmnEngineConfiguration
            .createDefaultDmnEngineConfiguration());
        engine.getDmnEngineConfiguration().setFeelEngineFactory(PreparedFeelEngine::new);
        engine.setCustomPreBPMNParseListeners(List.of(new DueDatesStandInTheTable()));
        statements.giveTo(engine);
      }

      @Override
      public void postInit(ProcessEngineConfigurationImpl engine) {
        statements.introduce(engine);
      }
    };
  }
}
