package de.gremienlauf.paper;

import de.gremienlauf.document.RichText;
import java.time.LocalDate;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One wording of a paper's resolution: the draft's, a revision's, or the one a body gave it.
 *
 * @param consultationId the consultation that changed it; null for the administration's own
 * @param points the numbered points; empty if a body changed it and the text is not recorded
 */
record Wording(@Id Long id, Long paperId, int wordingNumber, String label, LocalDate createdOn, Long consultationId,
    @MappedCollection(idColumn = "wording", keyColumn = "point_number") List<Point> points) {

  /**
   * A point.
   *
   * @param text its words, which are voted on and searched
   * @param rich the point with its look, as XHTML; null if the words alone say it all
   */
  @Table("resolution_point")
  record Point(String text, String rich) {

    static Point of(RichText text) {
      return new Point(text.plain(), text.richOrNull());
    }

    RichText read() {
      return RichText.ofStored(text, rich);
    }
  }
}
