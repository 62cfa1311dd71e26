package de.gremienlauf;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.data.relational.core.mapping.RelationalPersistentEntity;
import org.springframework.data.relational.core.mapping.RelationalPersistentProperty;
import org.springframework.data.relational.domain.RowDocument;

/** Rows of the classes of the domain with any values, as a driver gives them. */
final class MadeUpRows {

  private MadeUpRows() {
  }

  static boolean hasPartsInOtherTables(RelationalPersistentEntity<?> entity) {
    for (RelationalPersistentProperty property : entity) {
      if (property.isEntity()) {
        return true;
      }
    }
    return false;
  }

  static RowDocument row(RelationalPersistentEntity<?> entity, Random random) {
    RowDocument row = new RowDocument();
    for (RelationalPersistentProperty property : entity) {
      if (property.isEntity()) {
        continue;
      }
      boolean empty = !property.getType().isPrimitive() && !property.isIdProperty() && random.nextInt(3) == 0;
      row.put(property.getColumnName().getReference(), empty ? null : value(property.getType(), random));
    }
    return row;
  }

  /** A query whose only row is such a row; its values are the parameters. */
  static String query(RelationalPersistentEntity<?> entity) {
    return StreamSupport.stream(entity.spliterator(), false).filter(property -> !property.isEntity())
        .map(property -> "cast(? as " + column(property.getType()) + ") as " + property.getColumnName().getReference())
        .collect(Collectors.joining(", ", "select ", ""));
  }

  private static String column(Class<?> type) {
    return type.isEnum() || type == String.class ? "varchar(100)"
        : type == int.class || type == Integer.class ? "integer"
        : type == long.class || type == Long.class ? "bigint" : type == BigDecimal.class ? "numeric(10, 2)"
        : type == boolean.class || type == Boolean.class ? "boolean" : type == LocalDate.class ? "date"
        : type == LocalTime.class ? "time" : type == LocalDateTime.class ? "timestamp"
        : type == Instant.class ? "timestamp with time zone" : type == List.class ? "bigint array" : "?";
  }

  /** As the driver of a database gives it. */
  private static Object value(Class<?> type, Random random) {
    int number = random.nextInt(1, 28);
    if (type.isEnum()) {
      return ((Enum<?>) type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)]).name();
    } else if (type == String.class) {
      return "Straße " + number;
    } else if (type == int.class || type == Integer.class) {
      return number;
    } else if (type == long.class || type == Long.class) {
      return (long) number;
    } else if (type == boolean.class || type == Boolean.class) {
      return number % 2 == 0;
    } else if (type == BigDecimal.class) {
      return BigDecimal.valueOf(number, 2);
    } else if (type == LocalDate.class) {
      return Date.valueOf(LocalDate.of(2026, 3, number));
    } else if (type == LocalTime.class) {
      return Time.valueOf(LocalTime.of(18, number));
    } else if (type == LocalDateTime.class) {
      return Timestamp.valueOf(LocalDateTime.of(2026, 3, number, 18, 5));
    } else if (type == Instant.class) {
      return Timestamp.from(Instant.ofEpochSecond(number));
    } else if (type == List.class) {
      return new Long[] {(long) number, 2L};
    }
    throw new IllegalStateException("What does a driver give for " + type + "?");
  }
}
