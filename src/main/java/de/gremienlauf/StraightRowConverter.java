package de.gremienlauf;

import java.sql.SQLType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.CollectionFactory;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.mapping.JdbcValue;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.mapping.model.ParameterValueProvider;
import org.springframework.data.relational.core.mapping.AggregatePath;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.core.sql.SqlIdentifier;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.data.util.TypeInformation;
import org.springframework.util.ClassUtils;

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
  @SuppressWarnings("unchecked")
  public <R> R readAndResolve(TypeInformation<R> type, RowDocument row, Identifier identifier) {
    Columns<R> known = (Columns<R>) columns.computeIfAbsent(type.getType(), this::columns);
    return known.plain ? read(known, row) : super.readAndResolve(type, row, identifier);
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

  private <R> R read(Columns<R> known, RowDocument row) {
    R read = getEntityInstantiators().getInstantiatorFor(known.entity).createInstance(known.entity,
        new ParameterValueProvider<>() {
          @Override
          @SuppressWarnings("unchecked")
          public <T> T getParameterValue(Parameter<T, RelationalPersistentProperty> parameter) {
            return (T) value(known.byParameter.get(parameter.getName()), row);
          }
        });
    if (!known.afterwards.isEmpty()) {
      PersistentPropertyAccessor<R> accessor = known.entity.getPropertyAccessor(read);
      for (Column column : known.afterwards) {
        Object value = value(column, row);
        if (value != null) {
          accessor.setProperty(column.property, value);
        }
      }
    }
    return read;
  }

  private Object value(Column column, RowDocument row) {
    Object value = row.get(column.name);
    if (column.parts != null) {
      return column.parts.of(value);
    }
    return value == null || UNCHANGED.contains(value.getClass()) && value.getClass() == column.wanted
        ? value : readValue(value, column.type);
  }

  private Columns<?> columns(Class<?> type) {
    RelationalPersistentEntity<?> entity = getMappingContext().getPersistentEntity(type);
    if (entity == null) {
      return new Columns<>(null, false, Map.of(), List.of());
    }
    Map<String, Column> byParameter = new HashMap<>();
    List<Column> afterwards = new ArrayList<>();
    boolean plain = true;
    InstanceCreatorMetadata<?> creator = entity.getInstanceCreatorMetadata();
    for (RelationalPersistentProperty property : entity) {
      boolean inRow = inRow(property);
      plain &= inRow || entity.hasIdProperty() && partsAreRows(property);
      if (plain) {
        RelationalPersistentProperty read = inRow ? property : entity.getRequiredIdProperty();
        Column column = new Column(property, read.getColumnName().getReference(), property.getTypeInformation(),
            ClassUtils.resolvePrimitiveIfNecessary(property.getType()), inRow ? null : parts(entity, property));
        if (creator != null && creator.isCreatorParameter(property)) {
          byParameter.put(property.getName(), column);
        } else {
          afterwards.add(column);
        }
      }
    }
    plain &= creator == null || creator.getParameterCount() == byParameter.size();
    return new Columns<>(entity, plain, byParameter, afterwards);
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

  /**
   * @param byParameter what is read for the parameters of the constructor, by their names
   * @param afterwards what is set after the constructor
   */
  private record Columns<R>(RelationalPersistentEntity<R> entity, boolean plain, Map<String, Column> byParameter,
      List<Column> afterwards) {
  }

  /**
   * @param name the column of the row; that of the id if this is a collection of parts
   * @param wanted the class of its value, never a primitive one
   * @param parts null for what stands in the row itself
   */
  private record Column(RelationalPersistentProperty property, String name, TypeInformation<?> type, Class<?> wanted,
      Parts parts) {
  }

  /** Reads a collection of parts by the id of their aggregate. */
  private interface Parts {

    Collection<Object> of(Object id);
  }
}
