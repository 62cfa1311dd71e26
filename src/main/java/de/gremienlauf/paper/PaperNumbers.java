package de.gremienlauf.paper;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.NumberCircle;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Paper numbers in circles by type and year. A number is given once and never again, also when its draft is dropped; a
 * recorded number is reserved and does not move the counter.
 */
@Component
class PaperNumbers {

  private final JdbcClient jdbc;
  private final NumberCircle numbers;
  private final NumberCircles circles;

  PaperNumbers(JdbcClient jdbc, NumberCircle numbers, NumberCircles circles) {
    this.jdbc = jdbc;
    this.numbers = numbers;
    this.circles = circles;
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
      String reference = String.format(format, numbers.next(municipality, circle, year), year);
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
}
