package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.NumberCircle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Numbers of projects, counted by year: FP-2017-001. A number that a project brings along does not move the counter.
 */
@Component
class ProjectNumbers {

  private static final String CIRCLE = "FP";

  private final JdbcClient jdbc;
  private final NumberCircle numbers;

  ProjectNumbers(JdbcClient jdbc, NumberCircle numbers) {
    this.jdbc = jdbc;
    this.numbers = numbers;
  }

  /** The next free number of a year. */
  String next(String municipality, int year) {
    while (true) {
      String number = String.format("FP-%d-%03d", year, numbers.next(municipality, CIRCLE, year));
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
}
