package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Overlap;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A station is registered for a meeting at the moment in which the meeting's day comes: it waits for its result. */
class MeetingDayComesMeanwhileTest extends PaperStory {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final LocalDate LATER = LocalDate.of(2026, 4, 16);
  private static final String COUNCIL = "Rat";

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
    transaction.executeWithoutResult(status -> sequences.change(paper.id,
        Stream.concat(paper.openStations().stream(), Stream.of(station)).toList(), "Eilt"));
  }

  private void reach() {
    meetings.reach(station.meetingId());
  }

  @Test
  void theStationIsFirst() throws Exception {
    twoPapersOfWhichOneIsRegistered();
    Overlap.of(transaction, this::register, this::reach);
    clerk.runDueJobs();
    assertThat(paper.resultTask(COUNCIL)).isNotNull();
  }

  @Test
  void theDayIsFirst() throws Exception {
    twoPapersOfWhichOneIsRegistered();
    Overlap.of(transaction, this::reach, this::register);
    clerk.runDueJobs();
    assertThat(paper.resultTask(COUNCIL)).isNotNull();
  }
}
