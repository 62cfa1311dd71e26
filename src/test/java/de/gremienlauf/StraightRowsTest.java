package de.gremienlauf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.support.IntegrationTest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.jdbc.core.convert.DataAccessStrategy;
import org.springframework.data.jdbc.core.convert.DataAccessStrategyFactory;
import org.springframework.data.jdbc.core.convert.Identifier;
import org.springframework.data.jdbc.core.convert.InsertStrategyFactory;
import org.springframework.data.jdbc.core.convert.SqlGeneratorSource;
import org.springframework.data.jdbc.core.convert.SqlParametersFactory;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.relational.core.conversion.IdValueSource;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.annotation.Transactional;

/** What is written of every class of the domain, and which parts are read, is the same as Spring Data's. */
@IntegrationTest
class StraightRowsTest {

  private static final int ROWS = 20;
  private static final Pattern INSERT = Pattern.compile("(insert into \\w+) \\(([^)]*)\\) values \\(([^)]*)\\)");
  private static final Pattern UPDATE = Pattern.compile("(update \\w+) set (.*) where (.*)");

  @Autowired DataAccessStrategy straight;
  @Autowired StraightRowConverter converter;
  @Autowired JdbcMappingContext mapping;
  @Autowired JdbcDialect dialect;
  @Autowired JdbcTemplate database;
  @Autowired PaperWorld world;
  @Autowired Attachments attachments;

  /** Statements as the database has accepted them, with what was set; none is executed. */
  private final List<Map<String, Object>> written = new ArrayList<>();

  private DataAccessStrategy springData(JdbcTemplate template) {
    NamedParameterJdbcTemplate operations = new NamedParameterJdbcTemplate(template);
    return new DataAccessStrategyFactory(new SqlGeneratorSource(mapping, converter, dialect), converter, operations,
        new SqlParametersFactory(mapping, converter), new InsertStrategyFactory(operations, dialect)).create();
  }

  @Test
  void everyClassIsWrittenAsSpringDataWritesIt() {
    assertThat(straight).isInstanceOf(StraightRows.class);
    Integer classes = database.execute((Connection connection) -> {
      JdbcTemplate noting = new JdbcTemplate(new SingleConnectionDataSource(noting(connection), true));
      DataAccessStrategy original = springData(noting);
      StraightRows own = new StraightRows(original, converter, noting);
      Random random = new Random(4711);
      int known = 0;
      for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
        if (entity.hasIdProperty()) {
          known++;
          for (int i = 0; i < ROWS; i++) {
            compare(entity, converter.readAndResolve(entity.getTypeInformation(), MadeUpRows.row(entity, random),
                Identifier.empty()), original, own);
          }
        }
      }
      return known;
    });
    assertThat(classes).isGreaterThan(60);
  }

  @SuppressWarnings("unchecked")
  private <T> void compare(RelationalPersistentEntity<?> entity, T one, DataAccessStrategy original, StraightRows own) {
    Class<T> type = (Class<T>) entity.getType();
    for (DataAccessStrategy strategy : List.of(original, own)) {
      strategy.insert(one, type, Identifier.empty(), IdValueSource.GENERATED);
      strategy.insert(one, type, Identifier.empty(), IdValueSource.PROVIDED);
      strategy.update(one, type);
      if (entity.hasVersionProperty()) {
        strategy.updateWithVersion(one, type, 3);
      }
    }
    int half = written.size() / 2;
    assertThat(half).isGreaterThanOrEqualTo(3);
    assertThat(written.subList(half, written.size())).as("%s", one).usingRecursiveComparison()
        .isEqualTo(written.subList(0, half));
    written.clear();
  }

  @Test
  @Transactional
  void whatHasBeenChangedByOthersIsNotOverwritten() {
    Long paper = world.ownCity().paper("Beschlussvorlage").id;
    RelationalPersistentEntity<?> entity = mapping.getRequiredPersistentEntity(paperClass());
    Object one = straight.findById(paper, entity.getType());
    Number version = (Number) entity.getPropertyAccessor(one).getProperty(entity.getRequiredVersionProperty());
    assertThat(updated(entity, one, version)).isTrue();
    assertThatThrownBy(() -> updated(entity, one, version.longValue() + 7))
        .isInstanceOf(OptimisticLockingFailureException.class);
  }

  @SuppressWarnings("unchecked")
  private <T> boolean updated(RelationalPersistentEntity<?> entity, T one, Number version) {
    return straight.updateWithVersion(one, (Class<T>) entity.getType(), version);
  }

  private Class<?> paperClass() {
    return mapping.getPersistentEntities().stream().map(RelationalPersistentEntity::getType)
        .filter(type -> type.getSimpleName().equals("Paper")).findFirst().orElseThrow();
  }

  @Test
  void anAggregateIsFoundAsSpringDataFindsIt() {
    StraightRowConverterTest.paperWithParts(world, attachments);
    DataAccessStrategy original = springData(database);
    Set<String> found = new HashSet<>();
    for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
      if (!entity.hasIdProperty()) {
        continue;
      }
      String id = entity.getRequiredIdProperty().getColumnName().getReference();
      List<Object> ids = database.queryForList("select " + id + " from " + entity.getTableName().getReference()
          + " order by 1 desc fetch first 20 rows only", Object.class);
      for (Object one : ids) {
        assertThat((Object) straight.findById(one, entity.getType())).as("%s %s", entity.getType(), one).isNotNull()
            .usingRecursiveComparison().isEqualTo(original.findById(one, entity.getType()));
        found.add(entity.getType().getSimpleName());
      }
    }
    assertThat(found).contains("Paper", "Wording", "Consultation", "Organization");
    assertThat((Object) straight.findById(-1L, paperClass())).isNull();
  }

  @Test
  void partsAreAskedForAsSpringDataAsksForThem() {
    StraightRowConverterTest.paperWithParts(world, attachments);
    DataAccessStrategy original = springData(database);
    Set<String> known = new HashSet<>();
    for (RelationalPersistentEntity<?> entity : mapping.getPersistentEntities()) {
      for (RelationalPersistentProperty property : entity) {
        if (!property.isEntity() || !entity.hasIdProperty()) {
          continue;
        }
        var path = mapping.getPersistentPropertyPath(property.getName(), entity.getType());
        var parent = mapping.getAggregatePath(path).getTableInfo().reverseColumnInfo().name();
        String table = mapping.getAggregatePath(path).getTableInfo().qualifiedTableName().getReference();
        for (Long id : database.queryForList("select distinct " + parent.getReference() + " from " + table
            + " order by 1 desc fetch first 50 rows only", Long.class)) {
          Identifier identifier = Identifier.of(parent, id, Long.class);
          List<Object> parts = new ArrayList<>();
          straight.findAllByPath(identifier, path).forEach(parts::add);
          assertThat(parts).as("%s of %d", property, id).isNotEmpty().usingRecursiveComparison()
              .isEqualTo(original.findAllByPath(identifier, path));
          known.add(property.getName());
        }
      }
    }
    assertThat(known).contains("points", "files");
  }

  private Connection noting(Connection connection) {
    return proxy(Connection.class, (self, method, arguments) -> {
      Object result = call(method, connection, arguments);
      return result instanceof PreparedStatement statement
          ? noting(statement, ((String) arguments[0]).toLowerCase().replaceAll("\\s+", " ")) : result;
    });
  }

  private PreparedStatement noting(PreparedStatement statement, String sql) {
    Map<Integer, Object> values = new TreeMap<>();
    return proxy(PreparedStatement.class, (self, method, arguments) -> {
      if (method.getName().startsWith("execute")) {
        written.add(named(sql, values));
        return 1;
      }
      if (method.getName().startsWith("set") && arguments.length > 1) {
        values.put((Integer) arguments[0], arguments[1] instanceof Array array ? array.getArray()
            : method.getName() + Arrays.asList(arguments).subList(1, arguments.length));
      }
      return call(method, statement, arguments);
    });
  }

  /** The columns with their values, whatever their order. */
  private static Map<String, Object> named(String sql, Map<Integer, Object> values) {
    Map<String, Object> named = new TreeMap<>();
    Matcher insert = INSERT.matcher(sql);
    Matcher update = UPDATE.matcher(sql);
    List<String> columns = new ArrayList<>();
    if (insert.matches()) {
      named.put("", insert.group(1));
      columns.addAll(List.of(insert.group(2).split(", ")));
      assertThat(insert.group(3).split(", ")).hasSize(columns.size());
    } else if (update.matches()) {
      named.put("", update.group(1));
      columns.addAll(List.of(update.group(2).split(", ")));
      for (String condition : update.group(3).split(" and ")) {
        columns.add("where " + condition.replaceAll("\\w+\\.", ""));
      }
    } else {
      throw new IllegalStateException("Neither insert nor update: " + sql);
    }
    assertThat(values).as(sql).hasSameSizeAs(columns);
    for (int i = 0; i < columns.size(); i++) {
      named.put(columns.get(i), values.get(i + 1));
    }
    return named;
  }

  private static Object call(Method method, Object target, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
