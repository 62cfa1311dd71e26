package de.gremienlauf.engine;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.repository.core.EntityInformation;
import org.springframework.data.repository.core.RepositoryInformation;
import org.springframework.data.repository.core.support.RepositoryFactoryBeanSupport;
import org.springframework.data.repository.core.support.RepositoryFactorySupport;

/** Puts {@link ReadOnceAdvice} before the repositories that ask for it. */
@Configuration(proxyBeanMethods = false)
class ReadOnceConfiguration {

  @Bean
  static BeanPostProcessor readOnce() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof RepositoryFactoryBeanSupport<?, ?, ?> repository) {
          repository.addRepositoryFactoryCustomizer(factory -> factory.addRepositoryProxyPostProcessor(
              (proxy, information) -> {
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
