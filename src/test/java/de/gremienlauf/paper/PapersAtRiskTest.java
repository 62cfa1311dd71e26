package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingDeadlines;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.paper.PapersAtRisk.AtRisk;
import de.gremienlauf.reminder.process.WeeklyLists;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers that are not signed although the submission period of their next meeting ends. */
class PapersAtRiskTest extends PaperStory {

  @Autowired PapersAtRisk atRisk;
  @Autowired Meetings meetings;
  @Autowired MeetingDeadlines deadlines;
  @Autowired WeeklyLists weekly;

  private City city;
  private PaperRun paper;
  private LocalDateTime end;

  private void paperFor(Wish... wishes) {
    city = world.city();
    paper = city.paper("Beschlussvorlage").draft(Map.of()).stations(wishes).confirm();
    end = meetings.on(city.body("Finanzausschuss").id(), day(3, 5)).orElseThrow().submissionUntil();
  }

  private List<AtRisk> before(LocalDateTime moment) {
    return atRisk.before(START, moment).stream().filter(found -> found.paperId().equals(paper.id)).toList();
  }

  @Test
  void aPaperIsToldOnceWithItsFirstMeeting() {
    paperFor(new Wish("Rat", ConsultationRole.DECISION, 2, day(3, 12)),
        new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 5)));

    assertThat(before(end)).isEmpty();
    assertThat(before(end.plusMinutes(1))).singleElement().satisfies(found -> {
      assertThat(found.body()).isEqualTo("Finanzausschuss");
      assertThat(found.meetingDay()).isEqualTo(day(3, 5));
      assertThat(found.submissionUntil()).isEqualTo(end);
      assertThat(found.reference()).isEqualTo(paper.details().reference());
      assertThat(found.state()).isEqualTo(PaperState.SIGNING);
    });
    assertThat(before(end.plusMonths(1))).hasSize(1);
  }

  @Test
  void theWeeklyListNamesTheLastDay() {
    paperFor(new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 5)));
    Meeting meeting = meetings.on(city.body("Finanzausschuss").id(), day(3, 5)).orElseThrow();
    LocalDate last = deadlines.submissionDeadline(meeting).date();
    assertThat(end).as("no time of day is set").isEqualTo(last.plusDays(1).atTime(LocalTime.MIDNIGHT));
    clerk.onDay(last.minusDays(3));
    assertThat(weekly.now().papersAtRisk()).filteredOn(risk -> risk.paperId().equals(paper.id)).singleElement()
        .satisfies(risk -> assertThat(risk.submissionUntil()).isEqualTo(last));
  }

  @Test
  void whoIsSignedIsAtNoRisk() {
    paperFor(new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 5)));
    paper.sign();
    assertThat(before(end.plusMonths(1))).isEmpty();
  }

  @Test
  void aMeetingThatIsOverIsNoRisk() {
    paperFor(new Wish("Finanzausschuss", ConsultationRole.PRELIMINARY, 1, day(3, 5)));
    assertThat(atRisk.before(day(3, 6), end.plusMonths(1))).noneMatch(found -> found.paperId().equals(paper.id));
  }
}
