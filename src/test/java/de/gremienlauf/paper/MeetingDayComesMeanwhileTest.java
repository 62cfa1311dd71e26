package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A station is registered for a meeting at the moment in which the meeting's day comes: it waits for its result. */
class MeetingDayComesMeanwhileTest extends PaperStory {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final LocalDate LATER = LocalDate.of(2026, 4, 16);
  private static final String COUNCIL = "Rat";
  private static final int OVERLAP_SECONDS = 2;

  @Autowired Meetings meetings;
  @Autowired TransactionTemplate transaction;

  private PaperRun paper;
  private SequenceStation station;

  private void twoPapersOfWhichOneIsRegistered() {
    City city = world.city();
    city.paper("Beschlussvorlage").release(new Wish(COUNCIL, ConsultationRole.DECISION, 1, DAY));
    paper = city.paper("Beschlussvorlage").release(new Wish("Hauptausschuss", ConsultationRole.PRELIMINARY, 1, LATER));
    station = city.station(new Wish(COUNCIL, ConsultationRole.DECISION, 2, DAY));
  }

  private void register() {
    transaction.executeWithoutResult(status -> consultations.changeSequence(paper.id,
        Stream.concat(paper.openStations().stream(), Stream.of(station)).toList(), "Eilt"));
  }

  private void reach() {
    meetings.reach(station.meetingId());
  }

  /** The first has done its work and not yet committed when the second begins; either may wait for the other. */
  private void overlapping(Runnable first, Runnable second) throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    CompletableFuture<Void> after = CompletableFuture.runAsync(() -> {
      try {
        done.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      second.run();
    });
    transaction.executeWithoutResult(status -> {
      first.run();
      done.countDown();
      try {
        after.get(OVERLAP_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException e) {
        // It waits for this transaction.
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    });
    after.get(30, TimeUnit.SECONDS);
    clerk.runDueJobs();
  }

  @Test
  void theStationIsFirst() throws Exception {
    twoPapersOfWhichOneIsRegistered();
    overlapping(this::register, this::reach);
    assertThat(paper.resultTask(COUNCIL)).isNotNull();
  }

  @Test
  void theDayIsFirst() throws Exception {
    twoPapersOfWhichOneIsRegistered();
    overlapping(this::reach, this::register);
    assertThat(paper.resultTask(COUNCIL)).isNotNull();
  }
}
