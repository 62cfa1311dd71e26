package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.StatementCount;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a transaction has read it has, until it writes, gets a lock, or another transaction ran in between. */
@IntegrationTest
class ReadOnceTest {

  @Autowired PaperWorld world;
  @Autowired PaperRepository papers;
  @Autowired Meetings meetings;
  @Autowired ConsultationRepository consultations;
  @Autowired StatementCount count;
  @Autowired PlatformTransactionManager transactions;

  private Long paper;
  private List<Long> stations;

  @BeforeEach
  void paperWithTwoStations() {
    PaperRun run = world.city().paper("Beschlussvorlage").draft(Map.of()).stations(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, LocalDate.of(2026, 1, 20)),
        new Wish("Rat", ConsultationRole.DECISION, 2, LocalDate.of(2026, 2, 3)));
    paper = run.id;
    stations = consultations.findOfPaper(paper).stream()
        .filter(Consultation::open).map(station -> station.id).toList();
    assertThat(stations).hasSizeGreaterThanOrEqualTo(2);
  }

  private void inTransaction(Runnable action) {
    new TransactionTemplate(transactions).executeWithoutResult(status -> action.run());
  }

  /** Changes the paper as somebody else does. */
  private void elsewhere(String name) {
    TransactionTemplate other = new TransactionTemplate(transactions);
    other.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    other.executeWithoutResult(status -> rename(name));
  }

  private void rename(String name) {
    Paper found = papers.findById(paper).orElseThrow();
    found.name = name;
    papers.save(found);
  }

  private List<Consultation> list() {
    return consultations.findOfPaper(paper);
  }

  @Test
  void aLockThatIsHeldIsNotAskedForAgain() {
    Long one = consultations.findById(stations.get(0)).orElseThrow().meetingId;
    Long other = consultations.findById(stations.get(1)).orElseThrow().meetingId;
    inTransaction(() -> {
      meetings.lock(List.of(one));
      assertThat(count.of(() -> meetings.lock(List.of(one, other))).statements()).isEqualTo(1);
      assertThat(count.of(() -> {
        meetings.lock(other);
        meetings.lock(List.of(other, one));
      }).statements()).isZero();
    });
    inTransaction(() -> assertThat(count.of(() -> meetings.lock(one)).statements()).isEqualTo(1));
  }

  @Test
  void whatWasReadIsNotReadAgain() {
    inTransaction(() -> {
      Paper first = papers.findById(paper).orElseThrow();
      List<Consultation> listed = list();
      assertThat(count.of(() -> {
        assertThat(papers.findById(paper)).containsSame(first);
        assertThat(list()).isEqualTo(listed);
        assertThat(consultations.findById(stations.get(1)).map(station -> station.id)).contains(stations.get(1));
        assertThat(consultations.findAllById(stations)).hasSameSizeAs(stations);
      }).statements()).isZero();
    });
  }

  @Test
  void listsAreTheCallersOwn() {
    inTransaction(() -> {
      int size = list().size();
      list().clear();
      assertThat(list()).hasSize(size);
    });
  }

  @Test
  void anotherTransactionReadsAnew() {
    inTransaction(() -> papers.findById(paper));
    elsewhere("Anderer Betreff");
    inTransaction(() -> assertThat(papers.findById(paper).orElseThrow().name).isEqualTo("Anderer Betreff"));
  }

  @Test
  void withoutTransactionNothingIsKept() {
    Paper first = papers.findById(paper).orElseThrow();
    assertThat(papers.findById(paper).orElseThrow()).isNotSameAs(first);
  }

  @Test
  void whatIsWrittenIsInTheListsReadAfterwards() {
    inTransaction(() -> {
      Consultation last = list().get(list().size() - 1);
      last.sequenceRank = 0;
      consultations.save(last);
      assertThat(list().get(0).id).isEqualTo(last.id);
      assertThat(consultations.findById(last.id).orElseThrow().sequenceRank).isZero();
      consultations.delete(last);
      assertThat(consultations.findById(last.id)).isEmpty();
    });
  }

  @Test
  void whoGotALockReadsWhatOthersDidBefore() {
    inTransaction(() -> {
      Paper before = papers.findById(paper).orElseThrow();
      papers.lock(paper);
      assertThat(papers.findById(paper).orElseThrow()).isNotSameAs(before);
      Paper held = papers.findById(paper).orElseThrow();
      assertThat(count.of(() -> papers.lock(paper)).statements()).as("locked already").isZero();
      assertThat(papers.findById(paper)).containsSame(held);
    });
  }

  @Test
  void whatATransactionInBetweenChangedIsSeen() {
    inTransaction(() -> {
      papers.findById(paper);
      elsewhere("Inzwischen geändert");
      assertThat(papers.findById(paper).orElseThrow().name).isEqualTo("Inzwischen geändert");
    });
  }

  @Test
  void whatWasTakenBackIsNotKept() {
    String before = papers.findById(paper).orElseThrow().name;
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      rename("Nie gespeichert");
      status.setRollbackOnly();
    });
    inTransaction(() -> assertThat(papers.findById(paper).orElseThrow().name).isEqualTo(before));
  }
}
