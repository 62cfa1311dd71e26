package de.gremienlauf.operation;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;

/** Makes rows of any table without the domain: what a column needs is filled in, with a parent where it needs one. */
public final class Rows {

  private final JdbcTemplate jdbc;

  public Rows(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Inserts a row and returns its id, or the number in its first column. */
  public long insert(String table, Map<String, ?> given) {
    Map<String, Object> row = new LinkedHashMap<>(given);
    Map<String, String> parents = new LinkedHashMap<>();
    Map<String, Integer> needed = new LinkedHashMap<>();
    boolean[] generated = {false};
    jdbc.execute((Connection connection) -> {
      DatabaseMetaData data = connection.getMetaData();
      String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
      try (ResultSet keys = data.getImportedKeys(null, connection.getSchema(), name)) {
        while (keys.next()) {
          parents.put(column(keys, "FKCOLUMN_NAME"), column(keys, "PKTABLE_NAME"));
        }
      }
      try (ResultSet columns = data.getColumns(null, connection.getSchema(), name, null)) {
        while (columns.next()) {
          generated[0] |= "YES".equals(columns.getString("IS_AUTOINCREMENT"));
          if ("NO".equals(columns.getString("IS_NULLABLE")) && columns.getString("COLUMN_DEF") == null
              && !"YES".equals(columns.getString("IS_AUTOINCREMENT"))) {
            needed.put(column(columns, "COLUMN_NAME"), columns.getInt("DATA_TYPE"));
          }
        }
      }
      return null;
    });
    needed.forEach((column, type) -> row.computeIfAbsent(column, missing -> parents.containsKey(column)
        ? insert(parents.get(column), Map.of()) : value(type)));
    if (generated[0]) {
      return new SimpleJdbcInsert(jdbc).withTableName(table).usingColumns(row.keySet().toArray(String[]::new))
          .usingGeneratedKeyColumns("id").executeAndReturnKey(row).longValue();
    }
    new SimpleJdbcInsert(jdbc).withTableName(table).usingColumns(row.keySet().toArray(String[]::new)).execute(row);
    return row.get(needed.keySet().iterator().next()) instanceof Number id ? id.longValue() : 0;
  }

  private static String column(ResultSet row, String name) throws SQLException {
    return row.getString(name).toLowerCase(Locale.ROOT);
  }

  private static Object value(int type) {
    return switch (type) {
      case Types.VARCHAR -> UUID.randomUUID().toString().substring(0, 9);
      case Types.BOOLEAN, Types.BIT -> false;
      case Types.DATE -> LocalDate.now();
      case Types.TIMESTAMP -> LocalDateTime.now();
      default -> 1;
    };
  }
}
