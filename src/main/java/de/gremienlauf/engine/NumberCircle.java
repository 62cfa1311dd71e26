package de.gremienlauf.engine;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts numbers by municipality, circle and year. A number is drawn once; who draws at the same moment waits for the
 * other. What a number looks like and whether it is taken otherwise, its owner knows.
 */
@Component
public class NumberCircle {

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;

  NumberCircle(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The next number of a circle in a year, from 1. */
  public int next(String municipality, String circle, int year) {
    Integer number;
    while ((number = increment(municipality, circle, year)) == null) {
      open(municipality, circle, year);
    }
    return number;
  }

  /**
   * One statement counts on and says what came out, however many draw a number at once; null if there is no row.
   * The row is locked before: of two bare updates in H2 one may hold the row and the other its entry in the index.
   */
  private Integer increment(String municipality, String circle, int year) {
    jdbc.sql("select last_number from number_circle where municipality = ? and circle = ? and circle_year = ?"
            + " for update")
        .params(municipality, circle, year).query(Integer.class).optional();
    KeyHolder counted = new GeneratedKeyHolder();
    jdbc.sql("update number_circle set last_number = last_number + 1"
            + " where municipality = ? and circle = ? and circle_year = ?")
        .params(municipality, circle, year).update(counted, "last_number");
    return counted.getKeyList().isEmpty() ? null : counted.getKeyAs(Integer.class);
  }

  private void open(String municipality, String circle, int year) {
    try {
      ownTransaction.executeWithoutResult(status -> jdbc.sql("insert into number_circle"
              + " (municipality, circle, circle_year, last_number) values (?, ?, ?, 0)")
          .params(municipality, circle, year).update());
    } catch (DuplicateKeyException e) {
      // Somebody else opened the circle at the same moment: it is open now.
    }
  }
}
