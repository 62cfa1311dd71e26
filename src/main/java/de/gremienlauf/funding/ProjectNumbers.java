package de.gremienlauf.funding;

import de.gremienlauf.engine.BusinessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Numbers of projects, counted by year: FP-2017-001. */
@Component
class ProjectNumbers {

  private final JdbcClient jdbc;

  ProjectNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next free number of a year; two at the same moment get the same, and the unique key refuses the second. */
  String next(String municipality, int year) {
    String prefix = "FP-" + year + "-";
    int last = jdbc.sql("select coalesce(max(cast(substring(project_number from 9) as int)), 0) from funded_project"
            + " where municipality = ? and project_number like ?")
        .params(municipality, prefix + "%").query(Integer.class).single();
    return prefix + String.format("%03d", last + 1);
  }

  /** The number that a project brings along. */
  String reserve(String municipality, String number) {
    if (jdbc.sql("select count(*) from funded_project where municipality = ? and project_number = ?")
        .params(municipality, number).query(Integer.class).single() > 0) {
      throw new BusinessException("Die Projektnummer " + number + " ist schon vergeben.");
    }
    return number;
  }
}
