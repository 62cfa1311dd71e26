package de.gremienlauf.engine;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.beans.BeanUtils;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Reads the rows of one query into records, the column paper_id into the component paperId. Spring's own mapper asks the
 * driver for "paperId" first and lives on the exception, for each column of each row, which H2 writes into a file too.
 */
public final class RecordRows<T extends Record> implements RowMapper<T> {

  private final Constructor<T> constructor;
  private final RecordComponent[] components;
  private int[] columns;

  private RecordRows(Class<T> type) {
    this.components = type.getRecordComponents();
    this.constructor = BeanUtils.getResolvableConstructor(type);
  }

  /** For one query only: where the columns stand is looked up at its first row. */
  public static <T extends Record> RowMapper<T> of(Class<T> type) {
    return new RecordRows<>(type);
  }

  @Override
  public T mapRow(ResultSet rows, int number) throws SQLException {
    if (columns == null) {
      columns = columns(rows.getMetaData());
    }
    Object[] values = new Object[components.length];
    for (int i = 0; i < values.length; i++) {
      Class<?> type = components[i].getType();
      values[i] = DefaultConversionService.getSharedInstance()
          .convert(JdbcUtils.getResultSetValue(rows, columns[i], type), type);
    }
    return BeanUtils.instantiateClass(constructor, values);
  }

  private int[] columns(ResultSetMetaData meta) throws SQLException {
    Map<String, Integer> known = IntStream.rangeClosed(1, meta.getColumnCount()).boxed()
        .collect(Collectors.toMap(column -> label(meta, column), column -> column));
    return Arrays.stream(components).map(RecordComponent::getName).mapToInt(name -> {
      Integer column = known.get(name.toLowerCase(Locale.ROOT));
      if (column == null) {
        throw new IllegalArgumentException("The query has no column for " + name);
      }
      return column;
    }).toArray();
  }

  private static String label(ResultSetMetaData meta, int column) {
    try {
      return JdbcUtils.lookupColumnName(meta, column).replace("_", "").toLowerCase(Locale.ROOT);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
