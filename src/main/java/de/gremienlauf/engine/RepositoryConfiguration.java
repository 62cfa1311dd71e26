package de.gremienlauf.engine;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.repository.support.JdbcRepositoryFactoryBean;
import org.springframework.data.relational.core.mapping.event.AfterDeleteEvent;
import org.springframework.data.relational.core.mapping.event.AfterSaveEvent;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Puts {@link RepositoryTransactions} before each repository, {@link ReadOnceAdvice} before those that ask for it. What
 * was saved or deleted is told; what is read, and what is about to be done, concerns nobody.
 */
@Configuration(proxyBeanMethods = false)
class RepositoryConfiguration {

  @Bean
  static BeanFactoryPostProcessor noTransactionsOfSpringData() {
    return beans -> {
      for (String name : beans.getBeanNamesForType(RepositoryFactoryBeanSupport.class, true, false)) {
        beans.getBeanDefinition(name.substring(BeanFactory.FACTORY_BEAN_PREFIX.length())).getPropertyValues()
            .add("enableDefaultTransactions", false);
      }
    };
  }

  @Bean
  static BeanPostProcessor repositoryAdvice(ObjectProvider<PlatformTransactionManager> transactions,
      ApplicationEventPublisher listeners) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
          if (repository instanceof JdbcRepositoryFactoryBean<?, ?, ?> telling) {
            telling.setApplicationEventPublisher(event -> {
              if (event instanceof AfterSaveEvent || event instanceof AfterDeleteEvent) {
                listeners.publishEvent(event);
              }
            });
          }
          repository.addRepositoryFactoryCustomizer(factory -> factory.addRepositoryProxyPostProcessor(
              (proxy, information) -> {
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

  @SuppressWarnings("unchecked")
  private static EntityInformation<Object, Object> entities(RepositoryFactorySupport factory,
      RepositoryInformation repository) {
    return (EntityInformation<Object, Object>) factory.getEntityInformation(repository.getDomainType());
  }
}
