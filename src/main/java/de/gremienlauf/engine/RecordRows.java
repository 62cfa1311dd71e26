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

  /** The virtual machine makes them anew whenever it is asked. */
  private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
    @Override
    protected Shape computeValue(Class<?> type) {
      return new Shape(BeanUtils.getResolvableConstructor(type), type.getRecordComponents());
    }
  };

  private final Class<T> type;
  private final Shape shape;
  private int[] columns;

  private record Shape(Constructor<?> constructor, RecordComponent[] components) {
  }

  private RecordRows(Class<T> type) {
    this.type = type;
    this.shape = SHAPES.get(type);
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
    Object[] values = new Object[columns.length];
    for (int i = 0; i < values.length; i++) {
      Class<?> wanted = shape.components[i].getType();
      values[i] = DefaultConversionService.getSharedInstance()
          .convert(JdbcUtils.getResultSetValue(rows, columns[i], wanted), wanted);
    }
    return type.cast(BeanUtils.instantiateClass(shape.constructor, values));
  }

  private int[] columns(ResultSetMetaData meta) throws SQLException {
    Map<String, Integer> known = IntStream.rangeClosed(1, meta.getColumnCount()).boxed()
        .collect(Collectors.toMap(column -> label(meta, column), column -> column));
    return Arrays.stream(shape.components).map(RecordComponent::getName).mapToInt(name -> {
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
