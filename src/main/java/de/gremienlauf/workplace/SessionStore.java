package de.gremienlauf.workplace;

import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Sessions in the database, so that any node answers any request and a restart logs nobody out. Two requests of one page
 * may store the same part at once: the later one wins.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class SessionStore {

  private static final String H2_STORE = "merge into %TABLE_NAME%_ATTRIBUTES (session_primary_id, attribute_name,"
      + " attribute_bytes) key (session_primary_id, attribute_name) values (?, ?, ?)";

  @Bean
  @Qualifier("springSessionConversionService")
  ConversionService springSessionConversionService() {
    SessionContent content = new SessionContent();
    GenericConversionService conversion = new GenericConversionService();
    conversion.addConverter(Object.class, byte[].class, content::write);
    conversion.addConverter(byte[].class, Object.class, content::read);
    return conversion;
  }

  @Bean
  SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionQueries(DataSource database)
      throws MetaDataAccessException {
    String product = JdbcUtils.extractDatabaseMetaData(database, data -> data.getDatabaseProductName());
    return product.equals("H2") ? sessions -> sessions.setCreateSessionAttributeQuery(H2_STORE)
        : new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
  }
}
