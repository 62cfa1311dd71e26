package de.gremienlauf.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.ResultSetExtractor;

/** Reads wordings with their points, one row for each point; a wording without any has one row. */
class WordingRows implements ResultSetExtractor<List<Wording>> {

  @Override
  public List<Wording> extractData(ResultSet rows) throws SQLException {
    List<Wording> wordings = new ArrayList<>();
    Wording last = null;
    while (rows.next()) {
      if (last == null || last.id() != rows.getLong("id")) {
        last = new Wording(rows.getLong("id"), rows.getLong("paper_id"), rows.getInt("wording_number"),
            rows.getString("label"), rows.getObject("created_on", LocalDate.class),
            rows.getObject("consultation_id", Long.class), new ArrayList<>());
        wordings.add(last);
      }
      if (rows.getObject("point_number") != null) {
        last.points().add(new Wording.Point(rows.getString("text"), rows.getString("rich")));
      }
    }
    return wordings;
  }
}
