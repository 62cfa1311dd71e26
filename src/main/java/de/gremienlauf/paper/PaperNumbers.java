package de.gremienlauf.paper;

import de.gremienlauf.engine.BusinessException;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Paper numbers in circles by type and year. A number is given once and never again, also when its draft is dropped; a
 * recorded number is reserved and does not move the counter.
 */
@Component
class PaperNumbers {

  private final JdbcClient jdbc;
  private final NumberCircles circles;
  private final TransactionTemplate ownTransaction;

  PaperNumbers(JdbcClient jdbc, NumberCircles circles, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.circles = circles;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * The formats of the circles by name, as {@link String#format} patterns of number and year.
   *
   * @param numberCircles e.g. VO: %04d/%d
   */
  @ConfigurationProperties("gremienlauf")
  record NumberCircles(Map<String, String> numberCircles) {
  }

  /** Gives the paper the next free number of the circle. */
  String next(String municipality, String circle, int year, Long paperId) {
    String format = circles.numberCircles().get(circle);
    if (format == null) {
      throw new IllegalStateException("The number circle " + circle + " has no format in gremienlauf.number-circles");
    }
    while (true) {
      Integer number = increment(municipality, circle, year);
      if (number == null) {
        openCircle(municipality, circle, year);
        continue;
      }
      String reference = String.format(format, number, year);
      if (!taken(municipality, reference)) {
        insert(municipality, reference, paperId);
        return reference;
      }
    }
  }

  /** Reserves a number that was given elsewhere. */
  void reserve(String municipality, String reference, Long paperId) {
    if (taken(municipality, reference)) {
      throw new BusinessException("Die Nummer " + reference + " ist schon vergeben.");
    }
    insert(municipality, reference, paperId);
  }

  private boolean taken(String municipality, String reference) {
    return jdbc.sql("select count(*) from paper_number where municipality = ? and reference = ?")
        .params(municipality, reference).query(Integer.class).single() > 0;
  }

  private void insert(String municipality, String reference, Long paperId) {
    jdbc.sql("insert into paper_number (municipality, reference, paper_id) values (?, ?, ?)")
        .params(municipality, reference, paperId).update();
  }

  /** One statement counts on and says what came out, however many draw a number at once; null if there is no row. */
  private Integer increment(String municipality, String circle, int year) {
    KeyHolder counted = new GeneratedKeyHolder();
    jdbc.sql("update number_circle set last_number = last_number + 1"
            + " where municipality = ? and circle = ? and circle_year = ?")
        .params(municipality, circle, year).update(counted, "last_number");
    return counted.getKeyList().isEmpty() ? null : counted.getKeyAs(Integer.class);
  }

  private void openCircle(String municipality, String circle, int year) {
    try {
      ownTransaction.executeWithoutResult(status -> jdbc.sql("insert into number_circle"
              + " (municipality, circle, circle_year, last_number) values (?, ?, ?, 0)")
          .params(municipality, circle, year).update());
    } catch (DuplicateKeyException e) {
      // Somebody else opened the circle at the same moment: it is open now.
    }
  }
}
