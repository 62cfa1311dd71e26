package de.gremienlauf;

import java.lang.reflect.Field;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DelegatingDataAccessStrategy;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.conversion.IdValueSource;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.util.TypeInformation;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Writes the row of an aggregate and reads its parts with SQL that is made once for each class; Spring Data makes it
 * anew each time and looks for its parameters by their names. Everything else, and what is no plain row, Spring Data
 * does.
 */
final class StraightRows extends DelegatingDataAccessStrategy {

  private final StraightRowConverter converter;
  private final JdbcOperations database;
  private final Map<Class<?>, Optional<Row>> rows = new ConcurrentHashMap<>();
  private final Map<Class<?>, Optional<Select>> ones = new ConcurrentHashMap<>();
  private final Map<RelationalPersistentProperty, Optional<Select>> parts = new ConcurrentHashMap<>();

  StraightRows(DataAccessStrategy springData, StraightRowConverter converter, JdbcOperations database) {
    super(springData);
    this.converter = converter;
    this.database = database;
  }

  @Override
  public <T> Object insert(T one, Class<T> type, Identifier parent, IdValueSource ids) {
    Optional<Row> row = ids == IdValueSource.GENERATED && parent.toMap().isEmpty() ? row(type) : Optional.empty();
    return row.isPresent() ? insert(one, row.get()) : super.insert(one, type, parent, ids);
  }

  @Override
  public <S> boolean update(S one, Class<S> type) {
    Optional<Row> row = row(type);
    return row.isPresent() ? update(one, row.get(), row.get().update, null) : super.update(one, type);
  }

  /** Without a row of this version Spring Data says so, as it finds none either. */
  @Override
  public <S> boolean updateWithVersion(S one, Class<S> type, Number version) {
    Optional<Row> row = row(type);
    return row.isPresent() && update(one, row.get(), row.get().updateOfVersion, version)
        || super.updateWithVersion(one, type, version);
  }

  @Override
  public <T> T findById(Object id, Class<T> type) {
    Optional<Select> one = ones.computeIfAbsent(type, this::one);
    return one.isPresent() ? type.cast(DataAccessUtils.singleResult(
        database.query(one.get().select, one.get().mapper, id))) : super.findById(id, type);
  }

  @Override
  public Iterable<Object> findAllByPath(Identifier parent,
      PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
    Optional<Select> known = parent.toMap().size() == 1 && path.getLength() == 1
        ? parts.computeIfAbsent(path.getLeafProperty(), unknown -> parts(path)) : Optional.empty();
    return known.isPresent()
        ? List.copyOf(database.query(known.get().select, known.get().mapper, parent.toMap().values().iterator().next()))
        : super.findAllByPath(parent, path);
  }

  private Object insert(Object one, Row row) {
    return database.execute(
        connection -> connection.prepareStatement(row.insert, new String[] {row.id.name()}),
        (PreparedStatement statement) -> {
          set(statement, row.columns, one);
          statement.executeUpdate();
          try (ResultSet keys = statement.getGeneratedKeys()) {
            return keys.next() ? keys.getObject(1) : null;
          }
        });
  }

  private boolean update(Object one, Row row, String sql, Number version) {
    return database.update(sql, statement -> {
      int next = set(statement, row.columns, one);
      row.id.set(statement, next, row.id.value(one), converter);
      if (version != null) {
        statement.setObject(next + 1, version);
      }
    }) != 0;
  }

  private int set(PreparedStatement statement, List<Column> columns, Object one) throws SQLException {
    int next = 1;
    for (Column column : columns) {
      column.set(statement, next++, column.value(one), converter);
    }
    return next;
  }

  private Optional<Row> row(Class<?> type) {
    return rows.computeIfAbsent(type, this::rowOf);
  }

  private Optional<Row> rowOf(Class<?> type) {
    RelationalPersistentEntity<?> entity = converter.getMappingContext().getPersistentEntity(type);
    if (entity == null || !entity.hasIdProperty()) {
      return Optional.empty();
    }
    List<Column> columns = new ArrayList<>();
    for (RelationalPersistentProperty property : entity) {
      if (StraightRowConverter.inRow(property) && !property.isInsertOnly() && property.getField() != null) {
        if (property.isWritable() && !property.isIdProperty()) {
          columns.add(column(property));
        }
      } else if (!property.isEntity() || property.isEmbedded()) {
        return Optional.empty();
      }
    }
    return columns.isEmpty() ? Optional.empty()
        : Optional.of(new Row(entity, columns, column(entity.getRequiredIdProperty())));
  }

  private Column column(RelationalPersistentProperty property) {
    return new Column(property.getColumnName().getReference(), StraightRowConverter.field(property),
        TypeInformation.of(converter.getColumnType(property)), converter.getTargetSqlType(property));
  }

  private Optional<Select> parts(PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
    AggregatePath.TableInfo table = converter.getMappingContext().getAggregatePath(path).getTableInfo();
    RelationalPersistentProperty property = path.getLeafProperty();
    if (!converter.partsAreRows(property)) {
      return Optional.empty();
    }
    RelationalPersistentEntity<?> part = converter.getMappingContext().getRequiredPersistentEntity(property);
    SqlIdentifier parent = table.reverseColumnInfo().name();
    String order = property.isQualified() ? " ORDER BY " + table.qualifierColumnInfo().name().getReference() : "";
    return select(part, parent.getReference() + " = ?" + order);
  }

  private Optional<Select> one(Class<?> type) {
    RelationalPersistentEntity<?> entity = converter.getMappingContext().getRequiredPersistentEntity(type);
    return select(entity, entity.getRequiredIdProperty().getColumnName().getReference() + " = ?");
  }

  private Optional<Select> select(RelationalPersistentEntity<?> entity, String which) {
    String columns = StreamSupport.stream(entity.spliterator(), false).filter(StraightRowConverter::inRow)
        .map(column -> column.getColumnName().getReference()).collect(Collectors.joining(", "));
    return converter.mapper(entity.getType(), true).map(mapper -> new Select(
        "SELECT " + columns + " FROM " + entity.getTableName().getReference() + " WHERE " + which, mapper));
  }

  /** @param columns all that are written but the id */
  private record Row(List<Column> columns, Column id, String insert, String update, String updateOfVersion) {

    Row(RelationalPersistentEntity<?> entity, List<Column> columns, Column id) {
      this(columns, id,
          "INSERT INTO %s (%s) VALUES (%s)".formatted(table(entity),
              columns.stream().map(Column::name).collect(Collectors.joining(", ")),
              columns.stream().map(column -> "?").collect(Collectors.joining(", "))),
          update(entity, columns, id), update(entity, columns, id) + Optional.ofNullable(entity.getVersionProperty())
              .map(version -> " AND " + version.getColumnName().getReference() + " = ?").orElse(""));
    }

    private static String update(RelationalPersistentEntity<?> entity, List<Column> columns, Column id) {
      return "UPDATE %s SET %s WHERE %s = ?".formatted(table(entity),
          columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", ")), id.name());
    }

    private static String table(RelationalPersistentEntity<?> entity) {
      return entity.getTableName().getReference();
    }
  }

  private record Column(String name, Field field, TypeInformation<?> type, SQLType sqlType) {

    Object value(Object one) {
      return ReflectionUtils.getField(field, one);
    }

    void set(PreparedStatement statement, int at, Object value, StraightRowConverter converter) throws SQLException {
      JdbcValue written = converter.writeJdbcValue(value, type, sqlType);
      StatementCreatorUtils.setParameterValue(statement, at, written.getJdbcType().getVendorTypeNumber(),
          written.getValue());
    }
  }

  private record Select(String select, RowMapper<?> mapper) {
  }
}
