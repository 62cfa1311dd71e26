package de.gremienlauf;

import java.lang.reflect.Field;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.CollectionFactory;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.model.ParameterValueProvider;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.data.util.TypeInformation;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Reads an aggregate straight from the row of its root, and asks for its parts as Spring Data does; finds out once what
 * type a column has. Spring Data asks for each column of each row where in the aggregate it belongs. An aggregate whose
 * parts have parts, or are no collection, is still read that way. Texts, numbers and truth values are read and written
 * as they are.
 */
class StraightRowConverter extends MappingJdbcConverter {

  /** What a driver takes as it is. */
  private static final Set<Class<?>> UNCHANGED = Set.of(String.class, Long.class, Integer.class, Boolean.class);

  private final RelationResolver relations;
  private final Map<Class<?>, Columns<?>> columns = new ConcurrentHashMap<>();
  private final Map<RelationalPersistentProperty, Class<?>> columnTypes = new ConcurrentHashMap<>();
  private final Map<RelationalPersistentProperty, SQLType> sqlTypes = new ConcurrentHashMap<>();

  StraightRowConverter(RelationalMappingContext mapping, RelationResolver relations, CustomConversions conversions,
      JdbcTypeFactory types) {
    super(mapping, relations, conversions, types);
    this.relations = relations;
  }

  @Override
  public <R> R readAndResolve(TypeInformation<R> type, RowDocument row, Identifier identifier) {
    Columns<R> known = columnsOf(type.getType());
    if (!known.plain) {
      return super.readAndResolve(type, row, identifier);
    }
    Object[] values = new Object[known.all.size()];
    for (Column column : known.all) {
      values[column.position] = value(row.get(column.name), column);
    }
    return create(known, values);
  }

  /**
   * Reads rows of a class without looking for their columns by name; empty if its parts are no plain rows.
   *
   * @param asProperties whether the columns are known to stand as the properties do
   */
  <R> Optional<RowMapper<R>> mapper(Class<R> type, boolean asProperties) {
    Columns<R> known = columnsOf(type);
    return known.plain ? Optional.of(new PlainRows<>(known, asProperties)) : Optional.empty();
  }

  @Override
  public Class<?> getColumnType(RelationalPersistentProperty property) {
    return columnTypes.computeIfAbsent(property, super::getColumnType);
  }

  @Override
  public SQLType getTargetSqlType(RelationalPersistentProperty property) {
    return sqlTypes.computeIfAbsent(property, super::getTargetSqlType);
  }

  /** Spring Data looks for a conversion of each value of each row. */
  @Override
  public JdbcValue writeJdbcValue(Object value, TypeInformation<?> columnType, SQLType sqlType) {
    if (value instanceof Enum<?> constant && columnType.getType() == String.class) {
      return JdbcValue.of(constant.name(), sqlType);
    }
    return value == null || UNCHANGED.contains(value.getClass()) && value.getClass() == columnType.getType()
        ? JdbcValue.of(value, sqlType) : super.writeJdbcValue(value, columnType, sqlType);
  }

  private <R> R create(Columns<R> known, Object[] values) {
    R created = getEntityInstantiators().getInstantiatorFor(known.entity).createInstance(known.entity,
        new ParameterValueProvider<>() {
          @Override
          @SuppressWarnings("unchecked")
          public <T> T getParameterValue(Parameter<T, RelationalPersistentProperty> parameter) {
            return (T) values[known.byParameter.get(parameter.getName()).position];
          }
        });
    for (Column column : known.afterwards) {
      if (values[column.position] != null) {
        ReflectionUtils.setField(column.field, created, values[column.position]);
      }
    }
    return created;
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object value(Object value, Column column) {
    if (column.parts != null) {
      return column.parts.of(value);
    }
    if (value == null || value.getClass() == column.wanted) {
      return value;
    }
    return column.wanted.isEnum() && value instanceof String name ? Enum.valueOf((Class) column.wanted, name)
        : readValue(value, column.type);
  }

  @SuppressWarnings("unchecked")
  private <R> Columns<R> columnsOf(Class<R> type) {
    return (Columns<R>) columns.computeIfAbsent(type, this::columns);
  }

  private Columns<?> columns(Class<?> type) {
    RelationalPersistentEntity<?> entity = getMappingContext().getPersistentEntity(type);
    if (entity == null) {
      return new Columns<>(null, false, List.of(), Map.of(), List.of());
    }
    List<Column> all = new ArrayList<>();
    Map<String, Column> byParameter = new HashMap<>();
    List<Column> afterwards = new ArrayList<>();
    boolean plain = true;
    InstanceCreatorMetadata<?> creator = entity.getInstanceCreatorMetadata();
    for (RelationalPersistentProperty property : entity) {
      boolean inRow = inRow(property);
      plain &= property.getField() != null && (inRow || entity.hasIdProperty() && partsAreRows(property));
      if (plain) {
        RelationalPersistentProperty read = inRow ? property : entity.getRequiredIdProperty();
        Column column = new Column(field(property), property.isIdProperty(), all.size(),
            read.getColumnName().getReference(), property.getTypeInformation(),
            ClassUtils.resolvePrimitiveIfNecessary(property.getType()),
            inRow ? null : parts(entity, property));
        all.add(column);
        if (creator != null && creator.isCreatorParameter(property)) {
          byParameter.put(property.getName(), column);
        } else {
          afterwards.add(column);
        }
      }
    }
    plain &= creator == null || creator.getParameterCount() == byParameter.size();
    return new Columns<>(entity, plain, all, byParameter, afterwards);
  }

  /** The field behind a property; Spring Data would look for its accessor with each value. */
  static Field field(RelationalPersistentProperty property) {
    Field field = property.getRequiredField();
    ReflectionUtils.makeAccessible(field);
    return field;
  }

  /** Whether it is a column of the row itself. */
  static boolean inRow(RelationalPersistentProperty property) {
    return !property.isEntity() && !property.isMap() && !property.isEmbedded() && !property.isAssociation();
  }

  /** Whether it holds parts that have no parts themselves. */
  boolean partsAreRows(RelationalPersistentProperty collection) {
    if (!collection.isCollectionLike() || !collection.isEntity()) {
      return false;
    }
    for (RelationalPersistentProperty property : getMappingContext().getRequiredPersistentEntity(collection)) {
      if (!inRow(property)) {
        return false;
      }
    }
    return true;
  }

  private Parts parts(RelationalPersistentEntity<?> entity, RelationalPersistentProperty property) {
    AggregatePath path = getMappingContext().getAggregatePath(entity).append(property);
    SqlIdentifier reference = path.getTableInfo().reverseColumnInfo().name();
    return id -> {
      Collection<Object> parts = CollectionFactory.createCollection(property.getType(), 0);
      relations.findAllByPath(Identifier.of(reference, id, property.getActualType()),
          path.getRequiredPersistentPropertyPath()).forEach(parts::add);
      return parts;
    };
  }

  /** Reads the columns by their places where they stand as the properties do. */
  private final class PlainRows<R> implements RowMapper<R> {

    private final Columns<R> known;
    private final List<Column> inRow;
    private final RowMapper<R> byName;
    private final boolean asProperties;

    private PlainRows(Columns<R> known, boolean asProperties) {
      this.known = known;
      this.asProperties = asProperties;
      this.inRow = known.all.stream().filter(column -> column.parts == null).toList();
      this.byName = new EntityRowMapper<>(known.entity, StraightRowConverter.this);
    }

    @Override
    public R mapRow(ResultSet row, int number) throws SQLException {
      if (!asProperties && !standAsProperties(row.getMetaData())) {
        return byName.mapRow(row, number);
      }
      Object[] values = new Object[known.all.size()];
      Object id = null;
      int place = 0;
      for (Column column : inRow) {
        values[column.position] = value(row, ++place, column);
        id = column.isId ? values[column.position] : id;
      }
      for (Column column : known.all) {
        if (column.parts != null) {
          values[column.position] = column.parts.of(id);
        }
      }
      return create(known, values);
    }

    private boolean standAsProperties(ResultSetMetaData row) throws SQLException {
      boolean same = row.getColumnCount() == inRow.size();
      for (int i = 0; same && i < inRow.size(); i++) {
        same = row.getColumnLabel(i + 1).equalsIgnoreCase(inRow.get(i).name);
      }
      return same;
    }

    private Object value(ResultSet row, int place, Column column) throws SQLException {
      if (column.wanted == String.class) {
        return row.getString(place);
      }
      if (column.wanted == LocalDate.class || column.wanted == LocalDateTime.class) {
        return row.getObject(place, column.wanted);
      }
      return StraightRowConverter.this.value(JdbcUtils.getResultSetValue(row, place), column);
    }
  }

  /**
   * @param byParameter what is read for the parameters of the constructor, by their names
   * @param afterwards what is set after the constructor
   */
  private record Columns<R>(RelationalPersistentEntity<R> entity, boolean plain, List<Column> all,
      Map<String, Column> byParameter, List<Column> afterwards) {
  }

  /**
   * @param field what is set
   * @param position among all of its class
   * @param name the column of the row; that of the id if this is a collection of parts
   * @param wanted the class of its value, never a primitive one
   * @param parts null for what stands in the row itself
   */
  private record Column(Field field, boolean isId, int position, String name, TypeInformation<?> type,
      Class<?> wanted, Parts parts) {
  }

  /** Reads a collection of parts by the id of their aggregate. */
  private interface Parts {

    Collection<Object> of(Object id);
  }
}
