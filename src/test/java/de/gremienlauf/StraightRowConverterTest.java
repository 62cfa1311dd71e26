package de.gremienlauf;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.jdbc.core.convert.DefaultJdbcTypeFactory;
import org.springframework.data.jdbc.core.convert.EntityRowMapper;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.JdbcConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.convert.MappingJdbcConverter;
import org.springframework.data.jdbc.core.convert.RelationResolver;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.mapping.PersistentPropertyPath;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.domain.RowDocument;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.RowMapper;

/** Rows of every class of the domain, made up with their parts, are read and written as Spring Data does it. */
@IntegrationTest
class StraightRowConverterTest {

  private static final int ROWS = 50;
  private static final int ROWS_OF_DATABASE = 10;
  private static final LocalDate MEETING = LocalDate.of(2026, 2, 10);

  @Autowired JdbcConverter converter;
  @Autowired JdbcMappingContext mapping;
  @Autowired JdbcCustomConversions conversions;
  @Autowired RelationResolver relations;
  @Autowired JdbcOperations operations;
  @Autowired PaperWorld world;
  @Autowired Attachments attachments;

  private JdbcConverter original(RelationResolver parts) {
    return new MappingJdbcConverter(mapping, parts, conversions, new DefaultJdbcTypeFactory(operations));
  }

  /** Two parts, made up from what is asked for: who asks for something else gets others. */
  private Iterable<Object> madeUp(Identifier identifier,
      PersistentPropertyPath<? extends RelationalPersistentProperty> path) {
    RelationalPersistentEntity<?> part = mapping.getRequiredPersistentEntity(path.getLeafProperty());
    Random random = new Random((identifier.toMap() + " " + path.toDotPath()).hashCode());
    return Stream.generate(() -> MadeUpRows.row(part, random)).limit(2)
        .map(row -> (Object) original(this::madeUp).readAndResolve(part.getTypeInformation(), row, identifier)).toList();
  }

  @Test
  void everyClassIsReadAsSpringDataReadsIt() {
    assertThat(converter).isInstanceOf(StraightRowConverter.class);
    JdbcConverter original = original(this::madeUp);
    JdbcConverter straight =
        new StraightRowConverter(mapping, this::madeUp, conversions, new DefaultJdbcTypeFactory(operations));
    Random random = new Random(4711);
    int classes = 0;
    for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
      if (MadeUpRows.hasPartsInOtherTables(entity) && !entity.hasIdProperty()) {
        continue;
      }
      classes++;
      for (int i = 0; i < ROWS; i++) {
        RowDocument row = MadeUpRows.row(entity, random);
        Object read = straight.readAndResolve(entity.getTypeInformation(), row, Identifier.empty());
        assertThat(read).as("%s from %s", entity.getType(), row).usingRecursiveComparison()
            .isEqualTo(original.readAndResolve(entity.getTypeInformation(), row, Identifier.empty()));
      }
    }
    assertThat(classes).isGreaterThan(65);
  }

  @Test
  void everyRowOfTheDatabaseIsReadAsSpringDataReadsIt() {
    JdbcConverter original = original(this::madeUp);
    StraightRowConverter straight =
        new StraightRowConverter(mapping, this::madeUp, conversions, new DefaultJdbcTypeFactory(operations));
    Random random = new Random(4711);
    int classes = 0;
    for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
      Optional<? extends RowMapper<?>> mapper = straight.mapper(entity.getType(), false);
      if (MadeUpRows.hasPartsInOtherTables(entity) && !entity.hasIdProperty() || mapper.isEmpty()) {
        continue;
      }
      classes++;
      String sql = MadeUpRows.query(entity);
      for (int i = 0; i < ROWS_OF_DATABASE; i++) {
        Object[] values = MadeUpRows.row(entity, random).values().toArray();
        for (String query : List.of(sql, sql + ", 1 as another")) {
          assertThat(operations.query(query, mapper.get(), values)).as("%s from %s", entity.getType(), values)
              .hasSize(1).usingRecursiveComparison()
              .isEqualTo(operations.query(query, new EntityRowMapper<>(entity, original), values));
        }
      }
    }
    assertThat(classes).isGreaterThan(65);
  }

  @Test
  void everyValueIsWrittenAsSpringDataWritesIt() {
    JdbcConverter original = original(relations);
    Random random = new Random(4711);
    Set<Class<?>> types = new HashSet<>();
    for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
      if (MadeUpRows.hasPartsInOtherTables(entity) && !entity.hasIdProperty()) {
        continue;
      }
      for (int i = 0; i < ROWS; i++) {
        Object one = original(this::madeUp)
            .readAndResolve(entity.getTypeInformation(), MadeUpRows.row(entity, random), Identifier.empty());
        for (RelationalPersistentProperty property : entity) {
          // A list becomes an array of the database, a new one each time.
          if (!property.isEntity() && !property.isCollectionLike()) {
            types.add(property.getType());
            Object value = entity.getPropertyAccessor(one).getProperty(property);
            assertThat(converter.writeJdbcValue(value, converter.getColumnType(property), converter.getTargetSqlType(property)))
                .as("%s of %s", property, one).usingRecursiveComparison().isEqualTo(original.writeJdbcValue(value,
                    original.getColumnType(property), original.getTargetSqlType(property)));
          }
        }
      }
    }
    assertThat(types).contains(String.class, Long.class, Integer.class, int.class, boolean.class, LocalDate.class);
  }

  @Test
  void anAggregateIsReadWithItsPartsAsSpringDataReadsIt() {
    paperWithParts(world, attachments);
    Map<String, Integer> parts = new HashMap<>();
    for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
      if (!MadeUpRows.hasPartsInOtherTables(entity) || !entity.hasIdProperty()) {
        continue;
      }
      String sql = "select * from " + entity.getTableName().getReference()
          + " order by 1 desc fetch first 100 rows only";
      List<?> read = operations.query(sql, new EntityRowMapper<>(entity, converter));
      assertThat(read).as("%s", entity.getType()).usingRecursiveComparison()
          .isEqualTo(operations.query(sql, new EntityRowMapper<>(entity, original(relations))));
      for (RelationalPersistentProperty property : entity) {
        if (property.isEntity()) {
          read.forEach(one -> parts.merge(property.getName(), size(entity, one, property), Integer::sum));
        }
      }
    }
    assertThat(parts.get("files")).isGreaterThanOrEqualTo(2);
    assertThat(parts.get("points")).isGreaterThanOrEqualTo(2);
  }

  /** Its wording has two points, its release two files. */
  static void paperWithParts(PaperWorld world, Attachments attachments) {
    PaperRun paper = world.ownCity().paper("Beschlussvorlage");
    for (String name : List.of("Plan", "Karte")) {
      attachments.add(paper.id, name + ".txt", name.getBytes(StandardCharsets.UTF_8), name, true, false);
    }
    paper.draft(Map.of("resolution", "1. Der Rat beschließt das Konzept.\n2. Die Verwaltung berichtet."))
        .stations(new Wish("Rat", ConsultationRole.DECISION, 1, MEETING)).confirm().sign();
  }

  private static <T> int size(RelationalPersistentEntity<T> entity, Object one, RelationalPersistentProperty property) {
    return entity.getPropertyAccessor(entity.getType().cast(one)).getProperty(property) instanceof Collection<?> known
        ? known.size() : 0;
  }
}
