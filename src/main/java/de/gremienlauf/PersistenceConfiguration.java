package de.gremienlauf;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;

/** Lets each database fold the names of tables and columns as it does in the changelog: nothing is quoted. */
@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {

  @Bean
  static BeanPostProcessor unquotedNames() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof JdbcMappingContext mapping) {
          mapping.setForceQuote(false);
        }
        return bean;
      }
    };
  }
}
