package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.support.IntegrationTest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What a repository writes alone is there as a whole or not at all. */
@IntegrationTest
class RepositoryTransactionsTest {

  private static final Wording.Point WITHOUT_TEXT = new Wording.Point(null, null);
  private static final String BEFORE = "Fassung der Vorlage";

  @Autowired PaperWorld world;
  @Autowired WordingRepository wordings;
  @Autowired TransactionTemplate transaction;

  private Long id;

  @BeforeEach
  void paper() {
    PaperRun run = world.city().paper("Beschlussvorlage").draft(Map.of("resolution", "Vorher"));
    id = wordings.findOfPaper(run.id).get(0).id();
  }

  private Wording stored() {
    return wordings.findById(id).orElseThrow();
  }

  private Wording changed(Wording.Point second) {
    Wording wording = stored();
    return new Wording(id, wording.paperId(), wording.wordingNumber(), "Nachher", wording.createdOn(), null,
        List.of(new Wording.Point("Erstens", null), second));
  }

  @Test
  void whatCanBeWrittenIsThere() {
    wordings.save(changed(new Wording.Point("Zweitens", null)));
    assertThat(stored().label()).isEqualTo("Nachher");
    assertThat(stored().points()).extracting(Wording.Point::text).containsExactly("Erstens", "Zweitens");
  }

  @Test
  void nothingIsThereIfAPartCannotBeWritten() {
    Wording changed = changed(WITHOUT_TEXT);
    assertThatThrownBy(() -> wordings.save(changed)).hasRootCauseInstanceOf(SQLException.class);
    assertThat(stored().label()).isEqualTo(BEFORE);
    assertThat(stored().points()).extracting(Wording.Point::text).containsExactly("Vorher");
  }

  @Test
  void inATransactionItGoesWithTheOthers() {
    transaction.executeWithoutResult(status -> {
      wordings.save(changed(new Wording.Point("Zweitens", null)));
      status.setRollbackOnly();
    });
    assertThat(stored().label()).isEqualTo(BEFORE);
  }
}
