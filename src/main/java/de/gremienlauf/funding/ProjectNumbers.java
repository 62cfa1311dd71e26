package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Numbers of projects, counted by year: FP-2017-001. A number that a project brings along does not move the counter.
 */
@Component
class ProjectNumbers {

  private final JdbcClient jdbc;
  private final TransactionTemplate ownTransaction;

  ProjectNumbers(JdbcClient jdbc, PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The next free number of a year; who asks at the same moment waits for the other. */
  String next(String municipality, int year) {
    openCircle(municipality, year);
    while (true) {
      jdbc.sql("update project_number_circle set last_number = last_number + 1"
              + " where municipality = ? and circle_year = ?")
          .params(municipality, year).update();
      int last = jdbc.sql("select last_number from project_number_circle where municipality = ? and circle_year = ?")
          .params(municipality, year).query(Integer.class).single();
      String number = String.format("FP-%d-%03d", year, last);
      if (!taken(municipality, number)) {
        return number;
      }
    }
  }

  /** The number that a project brings along. */
  String reserve(String municipality, String number) {
    if (taken(municipality, number)) {
      throw new BusinessException("Die Projektnummer " + number + " ist schon vergeben.");
    }
    return number;
  }

  private boolean taken(String municipality, String number) {
    return jdbc.sql("select count(*) from funded_project where municipality = ? and project_number = ?")
        .params(municipality, number).query(Integer.class).single() > 0;
  }

  private void openCircle(String municipality, int year) {
    boolean open = jdbc.sql("select count(*) from project_number_circle where municipality = ? and circle_year = ?")
        .params(municipality, year).query(Integer.class).single() > 0;
    if (!open) {
      try {
        ownTransaction.executeWithoutResult(status -> jdbc.sql("insert into project_number_circle"
                + " (municipality, circle_year, last_number) values (?, ?, 0)")
            .params(municipality, year).update());
      } catch (DuplicateKeyException e) {
        // Somebody else opened the circle at the same moment: it is open now.
      }
    }
  }
}
