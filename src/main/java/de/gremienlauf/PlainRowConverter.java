package de.gremienlauf;

import java.sql.SQLType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.data.convert.CustomConversions;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.mapping.InstanceCreatorMetadata;
import org.springframework.data.mapping.Parameter;
import org.springframework.data.mapping.PersistentPropertyAccessor;
import org.springframework.data.mapping.model.ParameterValueProvider;
import org.springframework.data.relational.core.mapping.RelationalMappingContext;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.data.util.TypeInformation;

/**
 * Reads a class whose columns all lie in one table straight from its row, and finds out once what type a column has.
 * Spring Data asks for each column of each row where in an aggregate it belongs; classes that are made of several tables
 * are still read that way.
 */
class PlainRowConverter extends MappingJdbcConverter {

  private final Map<Class<?>, Columns<?>> columns = new ConcurrentHashMap<>();
  private final Map<RelationalPersistentProperty, Class<?>> columnTypes = new ConcurrentHashMap<>();
  private final Map<RelationalPersistentProperty, SQLType> sqlTypes = new ConcurrentHashMap<>();

  PlainRowConverter(RelationalMappingContext mapping, RelationResolver relations, CustomConversions conversions,
      JdbcTypeFactory types) {
    super(mapping, relations, conversions, types);
  }

  @Override
  @SuppressWarnings("unchecked")
  public <R> R readAndResolve(TypeInformation<R> type, RowDocument row, Identifier identifier) {
    Columns<R> known = (Columns<R>) columns.computeIfAbsent(type.getType(), unknown -> Columns.of(
        getMappingContext().getPersistentEntity(type)));
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
    return readValue(row.get(column.name), column.type);
  }

  /**
   * @param byParameter what is read for the parameters of the constructor, by their names
   * @param afterwards what is set after the constructor
   */
  private record Columns<R>(RelationalPersistentEntity<R> entity, boolean plain, Map<String, Column> byParameter,
      List<Column> afterwards) {

    @SuppressWarnings("unchecked")
    static <R> Columns<R> of(RelationalPersistentEntity<?> entity) {
      if (entity == null) {
        return new Columns<>(null, false, Map.of(), List.of());
      }
      Map<String, Column> byParameter = new ConcurrentHashMap<>();
      List<Column> afterwards = new ArrayList<>();
      boolean plain = true;
      InstanceCreatorMetadata<?> creator = entity.getInstanceCreatorMetadata();
      for (RelationalPersistentProperty property : entity) {
        plain &= !property.isEntity() && !property.isMap() && !property.isEmbedded() && !property.isAssociation();
        Column column = new Column(property, property.getColumnName().getReference(), property.getTypeInformation());
        if (creator != null && creator.isCreatorParameter(property)) {
          byParameter.put(property.getName(), column);
        } else {
          afterwards.add(column);
        }
      }
      plain &= creator == null || creator.getParameterCount() == byParameter.size();
      return new Columns<>((RelationalPersistentEntity<R>) entity, plain, byParameter, afterwards);
    }
  }

  private record Column(RelationalPersistentProperty property, String name, TypeInformation<?> type) {
  }
}
