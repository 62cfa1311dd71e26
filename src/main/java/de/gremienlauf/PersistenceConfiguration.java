package de.gremienlauf;

import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DataAccessStrategyFactory;
import org.springframework.data.jdbc.core.convert.DefaultJdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.InsertStrategyFactory;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.convert.SqlGeneratorSource;
import org.springframework.data.jdbc.core.convert.SqlParametersFactory;
import org.springframework.data.jdbc.core.dialect.DialectResolver;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.dialect.JdbcPostgresDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.QueryMappingConfiguration;
import org.springframework.data.mapping.PersistentPropertyPaths;
import org.springframework.data.relational.RelationalManagedTypes;
import org.springframework.data.relational.core.dialect.IdGeneration;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.util.ConcurrentLruCache;

/** How the classes of the domain and their tables belong together. */
@Configuration(proxyBeanMethods = false)
class PersistenceConfiguration {

  /** Lets each database fold the names of tables and columns as it does in the changelog: nothing is quoted. */
  @Bean
  JdbcMappingContext jdbcMappingContext(JdbcCustomConversions conversions, RelationalManagedTypes types) {
    JdbcMappingContext mapping = new KnownPaths();
    mapping.setForceQuote(false);
    mapping.setSimpleTypeHolder(conversions.getSimpleTypeHolder());
    mapping.setManagedTypes(types);
    return mapping;
  }

  /** As Spring Boot makes it, but for {@link WrittenOutColumns}. */
  @Bean
  NamedParameterJdbcTemplate namedParameterJdbcTemplate(JdbcTemplate template,
      ObjectProvider<JdbcMappingContext> mapping) {
    return new WrittenOutColumns(template, mapping::getObject);
  }

  /** As Spring Data finds it, but PostgreSQL is asked for the key of a new row; it would send back all columns. */
  @Bean
  JdbcDialect jdbcDialect(NamedParameterJdbcOperations operations) {
    JdbcDialect dialect = DialectResolver.getDialect(operations.getJdbcOperations());
    return dialect instanceof JdbcPostgresDialect ? new KeysOnly() : dialect;
  }

  /** As Spring Data makes it, but for {@link StraightRowConverter}. */
  @Bean
  StraightRowConverter jdbcConverter(JdbcMappingContext mapping, NamedParameterJdbcOperations operations,
      @Lazy RelationResolver relations, JdbcCustomConversions conversions, JdbcDialect dialect) {
    return new StraightRowConverter(mapping, relations, conversions,
        new DefaultJdbcTypeFactory(operations.getJdbcOperations(), dialect.getArraySupport()));
  }

  /** As Spring Data makes it, but for {@link StraightRows}. */
  @Bean
  DataAccessStrategy dataAccessStrategyBean(NamedParameterJdbcOperations operations, StraightRowConverter converter,
      JdbcMappingContext mapping, JdbcDialect dialect) {
    DataAccessStrategyFactory springData = new DataAccessStrategyFactory(
        new SqlGeneratorSource(mapping, converter, dialect), converter, operations,
        new SqlParametersFactory(mapping, converter), new InsertStrategyFactory(operations, dialect));
    return new StraightRows(springData.create(), converter, operations.getJdbcOperations());
  }

  /** Lets queries that are written out read their rows so, too. */
  @Bean
  QueryMappingConfiguration straightQueries(StraightRowConverter converter) {
    return new QueryMappingConfiguration() {
      @Override
      public <T> RowMapper<? extends T> getRowMapper(Class<T> type) {
        return converter.mapper(type, false).orElse(null);
      }
    };
  }

  private static final class KeysOnly extends JdbcPostgresDialect {

    @Override
    public IdGeneration getIdGeneration() {
      return new IdGeneration() {
        @Override
        public boolean driverRequiresKeyColumnNames() {
          return true;
        }
      };
    }
  }

  /** Finds the columns of a class once. Spring Data looks for them at each query whose name says what it asks for. */
  private static final class KnownPaths extends JdbcMappingContext {

    /** There are 65 repositories, and a handful of questions about the class of each. */
    private static final int SIZE = 500;

    private final ConcurrentLruCache<Question, PersistentPropertyPaths<?, RelationalPersistentProperty>> paths =
        new ConcurrentLruCache<>(SIZE, question -> super.findPersistentPropertyPaths(question.type, question.wanted));

    private record Question(Class<?> type, Predicate<? super RelationalPersistentProperty> wanted) {
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> PersistentPropertyPaths<T, RelationalPersistentProperty> findPersistentPropertyPaths(Class<T> type,
        Predicate<? super RelationalPersistentProperty> wanted) {
      return (PersistentPropertyPaths<T, RelationalPersistentProperty>) paths.get(new Question(type, wanted));
    }
  }
}
