package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Organization;
import de.gremienlauf.support.Overlap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people or jobs change the calendar of a body at the same moment. */
class SameDayTest extends MeetingStory {

  @Autowired TransactionTemplate transaction;

  private NewMeeting regular(Organization body) {
    return new NewMeeting(body.id(), DAY, null, null, MeetingKind.REGULAR, List.of(), null);
  }

  @Test
  void twoWhoNeedAMeetingGetTheSame() throws Exception {
    Organization body = body("Bauausschuss");
    Overlap.of(transaction, () -> meetings.ensure(body, DAY, null), () -> meetings.ensure(body, DAY, null));
    assertThat(meetings.of(body.id())).hasSize(1);
  }

  @Test
  void theSecondOfTwoWhoPlanOneIsRefused() {
    Organization body = body("Bauausschuss");
    assertThatThrownBy(() -> Overlap.of(transaction, () -> calendar.plan(regular(body)),
        () -> calendar.plan(regular(body))))
        .hasRootCauseMessage("Bauausschuss hat am 03.03.2026 schon eine Sitzung.");
    assertThat(meetings.of(body.id())).hasSize(1);
  }

  @Test
  void twoMeetingsThatAreCalledOffAtOnceLoseNothing() throws Exception {
    Meeting first = plan(DAY);
    Meeting second = plan(DAY.plusWeeks(1));
    Meeting third = plan(DAY.plusWeeks(2));
    Long matter = agenda.add(first.id(), AgendaItemKind.MATTER, "Bericht der Verwaltung", true, null);
    Overlap.of(transaction, () -> calendar.cancel(second.id(), "Sturm"), () -> calendar.cancel(first.id(), "Sturm"));
    clerk.runDueJobs();
    assertThat(item(matter).state()).isEqualTo(AgendaItemState.MOVED);
    assertThat(agenda.of(third.id())).extracting(ItemDetails::title).contains("Bericht der Verwaltung");
  }

  @Test
  void anAgendaThatIsReleasedMeanwhileIsAskedForWhatComesLate() throws Exception {
    Meeting first = plan(DAY);
    Meeting second = plan(DAY.plusWeeks(1));
    agenda.add(first.id(), AgendaItemKind.MATTER, "Bericht der Verwaltung", true, null);
    Overlap.of(transaction, () -> sessions.releaseAgenda(second.id()), () -> calendar.cancel(first.id(), "Sturm"));
    clerk.runDueJobs();
    assertThat(agenda.of(second.id())).filteredOn(item -> item.title().equals("Bericht der Verwaltung"))
        .extracting(ItemDetails::state).containsExactly(AgendaItemState.REQUESTED);
  }
}
