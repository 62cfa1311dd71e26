package de.gremienlauf.engine;

import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts numbers by municipality, circle and year. A number is drawn once; who draws at the same moment waits for the
 * other. What a number looks like and whether it is taken otherwise, its owner knows.
 */
@Component
public class NumberCircle {

  private final JdbcClient jdbc;
  private final TransactionTemplate savepoint;

  NumberCircle(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.savepoint = new TransactionTemplate(transactions);
    this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
  }

  /** The next number of a circle in a year, from 1. */
  @Transactional
  public int next(String municipality, String circle, int year) {
    int number = hold(municipality, circle, year) + 1;
    jdbc.sql("update number_circle set last_number = ? where municipality = ? and circle = ? and circle_year = ?")
        .params(number, municipality, circle, year).update();
    return number;
  }

  /**
   * Lets nobody else draw from the circle, or hold it, until the transaction ends. Holds off who would create at the
   * same moment what there may be once. Returns the last number that was drawn; 0 if none was.
   */
  @Transactional
  public int hold(String municipality, String circle, int year) {
    Optional<Integer> last;
    while ((last = lock(municipality, circle, year)).isEmpty()) {
      open(municipality, circle, year);
    }
    return last.get();
  }

  /** The last number of the circle, which nobody else draws from until the transaction ends. */
  private Optional<Integer> lock(String municipality, String circle, int year) {
    return jdbc.sql("select last_number from number_circle where municipality = ? and circle = ? and circle_year = ?"
            + " for update")
        .params(municipality, circle, year).query(Integer.class).optional();
  }

  /** In the same transaction: one of its own would take a second connection while others wait for their first. */
  private void open(String municipality, String circle, int year) {
    try {
      savepoint.executeWithoutResult(status -> jdbc.sql("insert into number_circle"
              + " (municipality, circle, circle_year, last_number) values (?, ?, ?, 0)")
          .params(municipality, circle, year).update());
    } catch (DuplicateKeyException e) {
      // Somebody else opened the circle at the same moment: it is open now.
    }
  }
}
