package de.gremienlauf.operation;

import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** No number of a paper or project was given twice, and every number of a paper is reserved for it. */
@Component
@Order(3)
class NumberCheck implements StockCheck {

  private final JdbcClient jdbc;

  NumberCheck(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public void look(StockReport report) {
    twice("select municipality, reference from paper where reference is not null"
        + " group by municipality, reference having count(*) > 1 order by 1, 2", "an mehrere Vorlagen", report);
    twice("select municipality, project_number from funded_project"
        + " group by municipality, project_number having count(*) > 1 order by 1, 2", "an mehrere Förderprojekte",
        report);
    twice("select p.municipality, p.reference from paper p join funded_project f on f.municipality = p.municipality"
        + " and f.project_number = p.reference order by 1, 2", "an eine Vorlage und an ein Förderprojekt", report);
    jdbc.sql("select p.id, p.reference from paper p where p.reference is not null and not exists (select 1"
            + " from paper_number n where n.municipality = p.municipality and n.reference = p.reference"
            + " and n.paper_id = p.id) order by p.id")
        .query(row -> {
          report.found("Vorlage " + row.getString(2) + " (paper " + row.getLong(1) + "): Ihre Nummer steht nicht für"
              + " sie im Nummernverzeichnis (paper_number) und könnte ein zweites Mal vergeben werden. Bitte dort"
              + " nachtragen.");
        });
    report.looked("Nummern von Vorlagen", count("select count(reference) from paper"));
    report.looked("Nummern von Förderprojekten", count("select count(*) from funded_project"));
    report.looked("Nummernkreise", count("select count(*) from number_circle where last_number > 0"));
  }

  private void twice(String sql, String whom, StockReport report) {
    jdbc.sql(sql).query(row -> {
      report.found("Die Nummer " + row.getString(2) + " (" + row.getString(1) + ") ist " + whom
          + " vergeben. Bitte entscheiden, wer sie behält, und der anderen Akte eine neue geben.");
    });
  }

  private long count(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }
}
