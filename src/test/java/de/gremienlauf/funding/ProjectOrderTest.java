package de.gremienlauf.funding;

import static de.gremienlauf.funding.FindingCode.APPLICATION_BEFORE_RESOLUTION;
import static de.gremienlauf.funding.FindingCode.EARLY_START;
import static de.gremienlauf.funding.FindingCode.NOTICE_BEFORE_RESOLUTION;
import static de.gremienlauf.funding.FindingCode.NO_RESOLUTION;
import static de.gremienlauf.funding.FindingCode.POSTING_ASSUMED;
import static de.gremienlauf.funding.FindingCode.START_BEFORE_RESOLUTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.GermanDate;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld.City;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Resolution, application and notice happen in any order and are recorded in any order: what is asked depends on the
 * days alone. The project begins on Saturday, 1 April 2017.
 */
@IntegrationTest
class ProjectOrderTest {

  private static final LocalDate TODAY = LocalDate.of(2017, 6, 30);
  private static final LocalDate EARLY = LocalDate.of(2017, 4, 4);
  private static final LocalDate MIDDLE = LocalDate.of(2017, 4, 7);
  private static final LocalDate LATE = LocalDate.of(2017, 4, 10);

  @Autowired ProjectWorld world;
  @Autowired Projects projects;
  @Autowired ProjectPapers papers;
  @Autowired Applications applications;
  @Autowired Notices notices;
  @Autowired Clerk clerk;

  enum Act { RESOLUTION, APPLICATION, NOTICE }

  @BeforeEach
  void begin() {
    clerk.onDay(LocalDate.of(2017, 3, 6));
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private static List<List<Act>> orders() {
    List<List<Act>> orders = new ArrayList<>();
    for (Act first : Act.values()) {
      for (Act second : EnumSet.complementOf(EnumSet.of(first))) {
        List<Act> order = new ArrayList<>(List.of(first, second));
        order.addAll(EnumSet.complementOf(EnumSet.copyOf(order)));
        orders.add(order);
      }
    }
    return orders;
  }

  private static LocalDate day(List<Act> happened, Act act) {
    return List.of(EARLY, MIDDLE, LATE).get(happened.indexOf(act));
  }

  @TestFactory
  Stream<DynamicTest> everyOrderOfDaysInEveryOrderOfRecording() {
    return orders().stream().flatMap(happened -> orders().stream().map(recorded -> dynamicTest(
        "happened " + happened + ", recorded " + recorded, () -> check(happened, recorded))));
  }

  private void check(List<Act> happened, List<Act> recorded) {
    clerk.onDay(LocalDate.of(2017, 3, 6));
    City city = world.paperCity();
    Long project = world.stored(city.name);
    LocalDate resolution = day(happened, Act.RESOLUTION);
    city.paper("Beschlussvorlage", "0554/2017").release(new Wish("Rat", ConsultationRole.DECISION, 1, resolution))
        .result("Rat", "beschlossen");
    clerk.onDay(TODAY);
    recorded.forEach(act -> record(project, act, day(happened, act)));

    Set<FindingCode> expected = EnumSet.of(EARLY_START, START_BEFORE_RESOLUTION, POSTING_ASSUMED);
    if (happened.indexOf(Act.APPLICATION) < happened.indexOf(Act.RESOLUTION)) {
      expected.add(APPLICATION_BEFORE_RESOLUTION);
    }
    if (happened.indexOf(Act.NOTICE) < happened.indexOf(Act.RESOLUTION)) {
      expected.add(NOTICE_BEFORE_RESOLUTION);
    }
    assertThat(world.open(project)).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(world.asked(project).containsKey(NO_RESOLUTION))
        .as("asked for the resolution until it was recorded")
        .isEqualTo(recorded.indexOf(Act.NOTICE) < recorded.indexOf(Act.RESOLUTION));
    LocalDate notice = day(happened, Act.NOTICE);
    assertThat(world.asked(project).get(EARLY_START)).startsWith("Der Beginn am 01.04.2017 liegt "
        + (resolution.getDayOfMonth() - 1) + " Tage vor dem Beschluss vom " + GermanDate.print(resolution) + " und "
        + (notice.getDayOfMonth() - 1) + " Tage vor dem Bescheid vom " + GermanDate.print(notice) + ".");
  }

  private void record(Long project, Act act, LocalDate day) {
    switch (act) {
      case RESOLUTION -> papers.attach(project, "0554/2017", PaperPurpose.PARTICIPATION);
      case APPLICATION -> applications.file(project, null, new NewApplication(day, false, null, null));
      default -> notice(project, day);
    }
  }

  private void notice(Long project, LocalDate day) {
    notices.record(project, null, ProjectWorld.grant(day));
  }

  private Long decided(LocalDate day, NewProject begun) {
    City city = world.paperCity();
    Long project = projects.create(new NewProject(city.name, null, begun.name(), begun.programme(), null, null,
        begun.leadOffice(), begun.grantor(), begun.plannedFrom(), begun.plannedUntil()));
    city.paper("Beschlussvorlage", "0554/2017").release(new Wish("Rat", ConsultationRole.DECISION, 1, day))
        .result("Rat", "beschlossen");
    clerk.onDay(TODAY);
    return project;
  }

  @Test
  void nothingIsAskedWhereTheOrderIsRight() {
    Long project = decided(EARLY, new NewProject(null, null, "Später", "Programm", null, null,
        "Amt für Integration", null, LocalDate.of(2017, 5, 1), ProjectWorld.UNTIL));
    record(project, Act.APPLICATION, MIDDLE);
    record(project, Act.NOTICE, LATE);
    record(project, Act.RESOLUTION, EARLY);

    assertThat(world.open(project)).containsExactly(POSTING_ASSUMED);
  }

  @Test
  void startOnTheDayOfTheResolutionIsNotBeforeIt() {
    Long project = decided(EARLY, new NewProject(null, null, "Gleich", "Programm", null, null,
        "Amt für Integration", null, EARLY, ProjectWorld.UNTIL));
    record(project, Act.RESOLUTION, EARLY);

    assertThat(world.open(project)).isEmpty();
  }

  @Test
  void startBetweenNoticeAndNotificationIsEarlyToo() {
    Long project = decided(EARLY, new NewProject(null, null, "Gleich", "Programm", null, null,
        "Amt für Integration", null, LocalDate.of(2017, 4, 12), ProjectWorld.UNTIL));
    record(project, Act.RESOLUTION, EARLY);
    notice(project, LATE);

    assertThat(world.asked(project).get(EARLY_START)).startsWith("Der Beginn am 12.04.2017 liegt 1 Tag vor der"
        + " Bekanntgabe am 13.04.2017 des Bescheids vom 10.04.2017.");
  }

  @Test
  void approvalOfAnEarlyStartSettlesTheQuestion() {
    Long project = decided(EARLY, ProjectWorld.project(null, null));
    notice(project, LATE);
    record(project, Act.RESOLUTION, EARLY);
    assertThat(world.open(project)).contains(EARLY_START);
    assertThatThrownBy(() -> projects.approveEarlyStart(project, null)).isInstanceOf(BusinessException.class);
    projects.approveEarlyStart(project, LocalDate.of(2017, 4, 3));
    assertThat(world.open(project)).contains(EARLY_START);
    assertThat(world.asked(project).get(EARLY_START)).contains("vom 03.04.2017 kam erst danach");
    projects.approveEarlyStart(project, LocalDate.of(2017, 3, 15));

    assertThat(world.open(project)).doesNotContain(EARLY_START).contains(START_BEFORE_RESOLUTION);
    Long approvedBefore = decided(EARLY, ProjectWorld.project(null, null));
    projects.approveEarlyStart(approvedBefore, LocalDate.of(2017, 3, 15));
    notice(approvedBefore, LATE);
    assertThat(world.asked(approvedBefore)).doesNotContainKey(EARLY_START);
  }

  @Test
  void applicationThatCannotBeIsRefused() {
    Long project = decided(EARLY, ProjectWorld.project(null, null));
    assertThatThrownBy(() -> applications.file(project, null, new NewApplication(null, false, null, null)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("nicht bekannt");
    assertThatThrownBy(() -> applications.file(project, null,
        new NewApplication(TODAY.plusDays(1), false, null, null)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("01.07.2017");
    assertThatThrownBy(() -> applications.file(-1L, null, new NewApplication(null, true, null, null)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("gibt es nicht");
    applications.file(project, null, new NewApplication(null, true, "Projektskizze", null));
    assertThat(applications.of(project)).hasSize(1);
    assertThat(world.asked(project)).doesNotContainKey(APPLICATION_BEFORE_RESOLUTION);
  }
}
