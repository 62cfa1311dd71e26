package de.gremienlauf.engine;

import java.util.List;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.support.PersistenceExceptionTranslationInterceptor;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.relational.core.mapping.event.AfterDeleteEvent;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.data.util.Lazy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.interceptor.TransactionInterceptor;

/**
 * Puts {@link RepositoryTransactions} before each repository, {@link ReadOnceAdvice} before those that ask for it. What
 * was saved or deleted is told; what is read, and what is about to be done, concerns nobody. All goes to one database.
 */
@Configuration(proxyBeanMethods = false)
class RepositoryConfiguration {

  /**
   * There is one; Spring would look at the class of each call whether it wants another. Its interceptor is made before
   * any post-processor could tell it.
   */
  @Bean
  static SmartInitializingSingleton oneTransactionManager(TransactionInterceptor services,
      PlatformTransactionManager transactions) {
    return () -> {
      services.setTransactionManager(transactions);
      services.setBeanFactory(null);
    };
  }

  @Bean
  static BeanPostProcessor repositoryAdvice(ObjectProvider<PlatformTransactionManager> transactions,
      ObjectProvider<AggregateChanges> listeners) {
    Lazy<List<AggregateChanges>> told = Lazy.of(() -> listeners.orderedStream().toList());
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
          if (repository instanceof JdbcRepositoryFactoryBean<?, ?, ?> telling) {
            telling.setApplicationEventPublisher(event -> tell(event, told.get()));
          }
          repository.addRepositoryFactoryCustomizer(factory -> factory.addRepositoryProxyPostProcessor(
              (proxy, information) -> {
                withoutTransactions(proxy);
                proxy.addAdvice(new RepositoryTransactions(transactions::getObject));
                Class<?> type = information.getRepositoryInterface();
                if (type.isAnnotationPresent(ReadOnce.class)) {
                  proxy.addAdvice(0, new ReadOnceAdvice(type, entities(factory, information)));
                }
              }));
        }
        return bean;
      }
    };
  }

  /** Takes off what Spring Data puts before a repository; what the database says is translated where it is asked. */
  private static void withoutTransactions(ProxyFactory proxy) {
    for (Advisor advisor : proxy.getAdvisors()) {
      if (advisor.getAdvice() instanceof TransactionInterceptor
          || advisor.getAdvice() instanceof PersistenceExceptionTranslationInterceptor) {
        proxy.removeAdvisor(advisor);
      }
    }
  }

  /** Spring would look among all listeners for each row. */
  private static void tell(Object event, List<AggregateChanges> listeners) {
    Object aggregate = event instanceof AfterSaveEvent<?> saved ? saved.getEntity()
        : event instanceof AfterDeleteEvent<?> deleted ? deleted.getEntity() : null;
    if (aggregate != null) {
      listeners.forEach(listener -> listener.changed(aggregate));
    }
  }

  @SuppressWarnings("unchecked")
  private static EntityInformation<Object, Object> entities(RepositoryFactorySupport factory,
      RepositoryInformation repository) {
    return (EntityInformation<Object, Object>) factory.getEntityInformation(repository.getDomainType());
  }
}
