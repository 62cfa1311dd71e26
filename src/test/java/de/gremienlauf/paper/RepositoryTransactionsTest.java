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

  private static final String TOO_LONG = "x".repeat(5000);

  @Autowired PaperWorld world;
  @Autowired PaperRepository papers;
  @Autowired TransactionTemplate transaction;

  private Long id;

  @BeforeEach
  void paper() {
    PaperRun run = world.city().paper("Beschlussvorlage").draft(Map.of("subject", "Vorher"));
    id = run.id;
  }

  private Paper changed(String topic) {
    Paper paper = papers.findById(id).orElseThrow();
    paper.name = "Nachher";
    paper.label(Paper.LabelKind.TOPIC, List.of("Wohnen", topic));
    return paper;
  }

  @Test
  void whatCanBeWrittenIsThere() {
    papers.save(changed("Verkehr"));
    assertThat(papers.findById(id).orElseThrow().name).isEqualTo("Nachher");
    assertThat(papers.findById(id).orElseThrow().labels).hasSizeGreaterThanOrEqualTo(2);
  }

  @Test
  void nothingIsThereIfAPartCannotBeWritten() {
    Paper changed = changed(TOO_LONG);
    assertThatThrownBy(() -> papers.save(changed)).hasRootCauseInstanceOf(SQLException.class);
    assertThat(papers.findById(id).orElseThrow().name).isEqualTo("Vorher");
  }

  @Test
  void inATransactionItGoesWithTheOthers() {
    transaction.executeWithoutResult(status -> {
      papers.save(changed("Verkehr"));
      status.setRollbackOnly();
    });
    assertThat(papers.findById(id).orElseThrow().name).isEqualTo("Vorher");
  }
}
