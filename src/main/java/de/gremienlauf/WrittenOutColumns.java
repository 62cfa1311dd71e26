package de.gremienlauf;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Asks for the columns of a class where a query asks for all. PostgreSQL keeps how a query is answered, and refuses it
 * ("cached plan must not change result type") where a column has been added meanwhile: nodes of the version before would
 * fail while the schema is changed.
 */
final class WrittenOutColumns extends NamedParameterJdbcTemplate {

  private static final Pattern ALL = Pattern.compile(
      "(?<select>\\s*select\\s+)(?<alias>(?:\\w+\\.)?)\\*(?<from>\\s+from\\s+(?<table>\\w+).*)", Pattern.DOTALL);

  /** More than the code has; what is put together for one request shall not stay for ever. */
  private static final int QUERIES = 1000;

  private final Supplier<? extends RelationalMappingContext> mapping;
  private final Map<String, ParsedSql> parsed = new ConcurrentHashMap<>();

  WrittenOutColumns(JdbcOperations operations, Supplier<? extends RelationalMappingContext> mapping) {
    super(operations);
    this.mapping = mapping;
  }

  @Override
  protected ParsedSql getParsedSql(String sql) {
    ParsedSql known = parsed.get(sql);
    if (known == null) {
      Matcher all = ALL.matcher(sql);
      known = super.getParsedSql(all.matches() ? writeOut(all) : sql);
      if (parsed.size() < QUERIES) {
        parsed.put(sql, known);
      }
    }
    return known;
  }

  /** Spring Data looks by exceptions whether there is a row; they need not know where it was missed. */
  @Override
  public <T> T queryForObject(String sql, SqlParameterSource values, RowMapper<T> rows) {
    List<T> found = query(sql, values, rows);
    if (found.isEmpty()) {
      throw new NoRow();
    }
    return DataAccessUtils.nullableSingleResult(found);
  }

  private static final class NoRow extends EmptyResultDataAccessException {

    NoRow() {
      super(1);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }

  private String writeOut(Matcher all) {
    String table = all.group("table");
    Optional<String> columns = mapping.get().getPersistentEntities().stream()
        .filter(entity -> entity.getTableName().getReference().equalsIgnoreCase(table)).findFirst()
        .map(entity -> columns(entity, all.group("alias")));
    return columns.map(names -> all.group("select") + names + all.group("from")).orElse(all.group());
  }

  private static String columns(RelationalPersistentEntity<?> entity, String alias) {
    return StreamSupport.stream(entity.spliterator(), false).filter(StraightRowConverter::inRow)
        .map(RelationalPersistentProperty::getColumnName).map(name -> alias + name.getReference())
        .collect(Collectors.joining(", "));
  }
}
