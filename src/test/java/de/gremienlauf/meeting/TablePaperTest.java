package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.document.MinutesItem;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What comes to a paper after the invitation is laid on the table. */
class TablePaperTest extends MeetingStory {

  @Autowired Attachments attachments;
  @Autowired MeetingPrinter printer;

  @Test
  void aSupplementAfterTheInvitationIsATablePaper() {
    PaperRun paper = papers.city().paper("Beschlussvorlage")
        .release(new Wish("Bauausschuss", ConsultationRole.DECISION, 1, DAY));
    Meeting meeting = meetings.on(paper.city.body("Bauausschuss").id(), DAY).orElseThrow();
    Long item = agenda.of(meeting.id()).stream().filter(one -> one.consultationId() != null).findFirst()
        .orElseThrow().id();
    supplement(paper, "Lageplan");
    assertThat(item(item).tablePapers()).isEmpty();
    release(meeting);
    assertThat(now(meeting).state()).isEqualTo(MeetingState.INVITED);
    assertThat(item(item).tablePapers()).isEmpty();
    clerk.onDay(DAY.minusDays(1));
    supplement(paper, "Kostenübersicht");
    reach(meeting);
    supplement(paper, "Stellungnahme");
    assertThat(item(item).tablePapers()).containsExactly("02.03.2026 Kostenübersicht", "03.03.2026 Stellungnahme");
    assertThat(remarks(meeting, true)).contains("Tischvorlage: 02.03.2026 Kostenübersicht, 03.03.2026 Stellungnahme");
    assertThat(remarks(meeting, false)).isEmpty();
    conclude(item);
    agenda.tablePaper(item, "Zu spät", DAY);
    assertThat(item(item).tablePapers()).hasSize(2);
  }

  private void supplement(PaperRun paper, String name) {
    attachments.supplement(paper.id, "nachgereicht.txt", name.getBytes(StandardCharsets.UTF_8), name, "eingegangen");
    clerk.runDueJobs();
  }

  private List<String> remarks(Meeting meeting, boolean publicPart) {
    return printer.minutes(printer.file(meeting.id()), publicPart, new MinutesText(null, null, null), List.of(), true)
        .items().stream().map(MinutesItem::remark).filter(Objects::nonNull).toList();
  }
}
