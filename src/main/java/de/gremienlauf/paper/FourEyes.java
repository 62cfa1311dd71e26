package de.gremienlauf.paper;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.CurrentUser;
import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.engine.UserNames;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whoever wrote or co-signed a paper does not sign it, where the decision table {@code four-eyes} demands it. */
@Component
class FourEyes {

  private static final String TABLE = "four-eyes";

  private final CoSignatureRepository coSignatures;
  private final DecisionTables tables;
  private final JdbcClient jdbc;
  private final UserNames names;
  private final CurrentUser user;

  FourEyes(CoSignatureRepository coSignatures, DecisionTables tables, JdbcClient jdbc, UserNames names,
      CurrentUser user) {
    this.coSignatures = coSignatures;
    this.tables = tables;
    this.jdbc = jdbc;
    this.names = names;
    this.user = user;
  }

  /** Remembers that the person who acts has written the draft. */
  void wrote(Long paperId) {
    if (user.id() != null && !hasWritten(paperId)) {
      jdbc.sql("insert into paper_writer (paper_id, user_id) values (?, ?)").params(paperId, user.id()).update();
    }
  }

  private boolean hasWritten(Long paperId) {
    return jdbc.sql("select count(*) from paper_writer where paper_id = ? and user_id = ?").params(paperId, user.id())
        .query(Long.class).single() > 0;
  }

  /**
   * Refuses who has already worked on the paper.
   *
   * @param document PAPER or URGENT_DECISION
   */
  void require(Paper paper, String document) {
    if (user.id() == null) {
      return;
    }
    String had = user.id().equals(paper.author) || hasWritten(paper.id) ? "geschrieben"
        : coSignatures.findOfPaper(paper.id).stream()
            .anyMatch(one -> one.state() != CoSignatureState.CANCELLED && user.id().equals(one.decidedBy()))
                ? "mitgezeichnet" : null;
    if (had == null) {
      return;
    }
    Map<String, Object> row = tables.first(TABLE, Map.of("document", document,
        "paperPath", Objects.requireNonNullElse(paper.paperPath, "")));
    if (Boolean.TRUE.equals(row.get("demanded"))) {
      throw new BusinessException(names.of(user.id()) + " hat die Vorlage " + paper.printedReference() + " " + had
          + " und zeichnet sie deshalb nicht: Vier-Augen-Prinzip (" + row.get("ground") + ").");
    }
  }
}
