package de.gremienlauf.funding;

import static de.gremienlauf.funding.NoticeWorld.entered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** The model {@code amendment-notice}. It begins on Monday, 7 January 2019; the grant ends on 31 March 2019. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class AmendmentTest {

  private static final LocalDate START = LocalDate.of(2019, 1, 7);
  private static final LocalDate NOTICE_DATE = LocalDate.of(2019, 3, 1);
  private static final LocalDate NEW_END = LocalDate.of(2019, 12, 31);
  private static final String DECIDE = "Task_DecideExtension";
  private static final String APPLY = "Task_ApplyForAmendment";
  private static final String HEARING = "Task_CommentHearing";
  private static final String RECORD = "Task_RecordAmendment";
  private static final String CHECK = "Task_CheckNotice";

  @Autowired ProjectWorld projects;
  @Autowired NoticeWorld world;
  @Autowired Notices notices;
  @Autowired Amendments amendments;
  @Autowired Applications applications;
  @Autowired ProofsOfUse proofs;
  @Autowired ProjectDeadlines deadlines;
  @Autowired ProjectPaperRepository papers;
  @Autowired ProjectHistory history;
  @Autowired Projects life;
  @Autowired Council council;
  @Autowired TaskService tasks;
  @Autowired ApplicationEventPublisher events;
  @Autowired Clerk clerk;

  private Long project;

  @BeforeEach
  void beginOnMonday() {
    clerk.onDay(START);
    project = world.granted();
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private String begin(NoticeKind kind, AmendmentStep step, LocalDate until) {
    return process(amendments.begin(project, new NewAmendment(kind, step, START, until, "Letzter Sachstandsbericht")));
  }

  private String process(Long amendmentId) {
    return amendments.details(amendmentId).processInstanceId();
  }

  private AmendmentDetails last() {
    List<AmendmentDetails> all = amendments.of(project);
    return all.get(all.size() - 1);
  }

  private static Map<String, Object> decided(String committees, String ground) {
    Map<String, Object> decided = new HashMap<>(Map.of("extension", "EXTEND", "committees", committees));
    decided.put("ground", ground);
    return decided;
  }

  private static Map<String, Object> extension() {
    return entered(NOTICE_DATE, Map.of("approvalUntil", "31.12.2019"));
  }

  @Test
  void anOptionIsUsedAndMovesTheEnd() {
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.OPTION, LocalDate.of(2019, 2, 15));
    Task decide = clerk.task(process, DECIDE);
    assertThat(EngineClock.dayOf(decide.getDueDate())).isEqualTo(LocalDate.of(2019, 2, 15));
    assertThat(clerk.fields(decide)).containsEntry("amendment", "Verlängerungsbescheid")
        .containsEntry("approvalEnd", "So 31.03.2019").containsEntry("note", "Letzter Sachstandsbericht");
    assertThat(tasks.getIdentityLinksForTask(decide.getId())).extracting(IdentityLink::getGroupId)
        .containsExactlyInAnyOrder("amt-integration", "foerdercontrolling");
    assertThatThrownBy(() -> clerk.complete(decide, Map.of("extension", "EXTEND")))
        .hasMessage("Bitte geben Sie an, ob die Gremien zu beteiligen sind.");
    assertThatThrownBy(() -> clerk.complete(decide, decided("NO", null)))
        .isInstanceOf(BusinessException.class).hasMessage("Bitte geben Sie einen Grund an.");
    clerk.complete(decide, decided("NO", "Geschäft der laufenden Verwaltung"));
    Task apply = clerk.task(process, APPLY);
    assertThat(EngineClock.dayOf(apply.getDueDate())).isEqualTo(LocalDate.of(2019, 3, 31));
    clerk.complete(apply, Map.of("filedOn", "07.01.2019", "documents", "Finanzierungsplan"));
    assertThat(applications.of(project)).singleElement()
        .satisfies(filed -> assertThat(filed.amendmentId()).isEqualTo(last().id()));
    assertThat(last().state()).isEqualTo(AmendmentState.APPLIED_FOR);
    assertThat(proofs.due(project).orElseThrow().date()).isEqualTo("2019-09-30");

    clerk.onDay(NOTICE_DATE);
    Task record = clerk.task(process, RECORD);
    assertThat(clerk.fields(record)).containsEntry("noticeKind", "EXTENSION")
        .containsEntry("periodNow", "Bewilligungszeitraum bisher: 01.04.2017 bis 31.03.2019");
    assertThatThrownBy(() -> clerk.complete(record, entered(NOTICE_DATE, Map.of())))
        .hasMessageContaining("bis wann der Bewilligungszeitraum verlängert wird");
    assertThatThrownBy(() -> clerk.complete(record, entered(NOTICE_DATE, Map.of("approvalUntil", "31.03.2019"))))
        .isInstanceOf(BusinessException.class).hasMessageContaining("nach dem bisherigen Ende");
    clerk.complete(record, extension());

    assertThat(last().state()).isEqualTo(AmendmentState.DECIDED);
    assertThat(notices.period(project)).isEqualTo(
        new FundingPeriod(ProjectWorld.FROM, NEW_END, ProjectWorld.FROM, NEW_END));
    assertThat(proofs.due(project).orElseThrow().date()).isEqualTo("2020-06-30");
    assertThat(projects.asked(project)).doesNotContainKeys(FindingCode.EXTENSION_GAP,
        FindingCode.EXTENSION_WITHOUT_COMMITTEES, FindingCode.EXTENSION_APPLIED_LATE);
    NoticeDetails notice = notices.of(project).get(1);
    assertThat(notice.appealUntil()).isEqualTo(LocalDate.of(2019, 4, 4));
    clerk.complete(process, CHECK, Map.of("stance", "KEEP"));
    clerk.onDay(LocalDate.of(2019, 4, 5));
    assertThat(notices.details(notice.id()).state()).isEqualTo(NoticeState.FINAL);
    assertThat(clerk.instance(process)).isNull();
    assertThat(history.of(project)).extracting(ProjectEvent::description).contains(
        "Verlängerungsbescheid vom 01.03.2019 angewendet: Der Bewilligungszeitraum endet nun am 31.12.2019 statt am"
            + " 31.03.2019.");
  }

  @Test
  void anOptionIsNotUsed() {
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.OPTION, null);
    assertThat(EngineClock.dayOf(clerk.task(process, DECIDE).getDueDate())).isEqualTo(LocalDate.of(2019, 1, 21));
    assertThatThrownBy(() -> clerk.complete(process, DECIDE, Map.of("extension", "END")))
        .hasMessage("Bitte geben Sie einen Grund an.");
    clerk.complete(process, DECIDE, Map.of("extension", "END", "ground", "Das Ziel ist erreicht."));
    assertThat(clerk.instance(process)).isNull();
    assertThat(last().state()).isEqualTo(AmendmentState.NOT_TAKEN);
    assertThat(last().refusal()).isEqualTo("Das Ziel ist erreicht.");
  }

  @Test
  void nobodyHasDecidedAboutTheCommittees() {
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.APPLICATION, null);
    clerk.complete(process, DECIDE, decided("OPEN", null));
    clerk.complete(process, APPLY, Map.of("filedOnAssumed", true));
    clerk.onDay(NOTICE_DATE);
    clerk.complete(process, RECORD, extension());
    assertThat(projects.asked(project).get(FindingCode.EXTENSION_WITHOUT_COMMITTEES))
        .isEqualTo("Zum Verlängerungsbescheid vom 01.03.2019 liegt kein Beschluss eines Gremiums vor, und ob einer"
            + " nötig ist, wurde nicht entschieden.");
  }

  @ParameterizedTest
  @CsvSource({"beschlossen, AGREED", "abgelehnt, DECLINED"})
  void theCommitteesDecide(String result, AmendmentState state) {
    PaperWorld.City city = projects.paperCity();
    project = projects.stored(city.name);
    notices.record(project, null, NoticeWorld.grant(NoticeWorld.NOTICE_DATE, NoticeWorld.NOTHING));
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.OPTION, null);
    clerk.complete(process, DECIDE, decided("YES", "Zuständigkeitsordnung"));
    clerk.complete(process, "Task_ArrangePaper",
        Map.of("need", "NEW", "paperType", "Beschlussvorlage", "subject", "Verlängerung"));
    ProjectPaper paper = papers.findByProjectIdOrderById(project).get(0);
    assertThat(paper.purpose()).isEqualTo(PaperPurpose.EXTENSION);
    assertThat(paper.amendmentId()).isEqualTo(last().id());
    city.run(paper.paperId()).release(new PaperWorld.Wish("Rat", ConsultationRole.DECISION, 1,
        LocalDate.of(2019, 2, 14))).result("Rat", result);
    assertThat(last().state()).isEqualTo(state);
    if (state == AmendmentState.DECLINED) {
      assertThat(clerk.instance(process)).isNull();
      assertThatThrownBy(() -> amendments.file(last().id(), new NewApplication(START, false, null, null)))
          .isInstanceOf(BusinessException.class).hasMessage("Diese Änderung ist schon von den Gremien abgelehnt.");
      return;
    }
    clerk.complete(process, APPLY, Map.of("filedOn", "14.02.2019"));
    clerk.onDay(NOTICE_DATE);
    clerk.complete(process, RECORD, extension());
    assertThat(projects.asked(project)).doesNotContainKey(FindingCode.EXTENSION_WITHOUT_COMMITTEES);
  }

  @Test
  void theCommitteesWereToDecideButGotNoPaper() {
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.OPTION, null);
    clerk.complete(process, DECIDE, decided("YES", null));
    clerk.complete(process, "Task_ArrangePaper", Map.of("need", "NONE", "ground", "Keine Zeit mehr"));
    clerk.complete(process, APPLY, Map.of("filedOn", "07.01.2019"));
    clerk.onDay(NOTICE_DATE);
    clerk.complete(process, RECORD, extension());
    assertThat(projects.asked(project).get(FindingCode.EXTENSION_WITHOUT_COMMITTEES))
        .endsWith("obwohl die Gremien zu beteiligen waren.");
  }

  @Test
  void aLateExtensionLeavesAGap() {
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.APPLICATION, null);
    clerk.complete(process, DECIDE, decided("NO", "Laufendes Geschäft"));
    clerk.onDay(LocalDate.of(2019, 4, 10));
    clerk.complete(process, APPLY, Map.of("filedOn", "08.04.2019"));
    assertThat(projects.asked(project).get(FindingCode.EXTENSION_APPLIED_LATE)).contains("Mo 08.04.2019",
        "So 31.03.2019");
    clerk.complete(process, RECORD, entered(LocalDate.of(2019, 4, 10), Map.of("approvalUntil", "31.12.2019")));
    assertThat(projects.asked(project).get(FindingCode.EXTENSION_GAP)).isEqualTo("Der Verlängerungsbescheid vom"
        + " 10.04.2019 erging nach dem bisherigen Ende vom So 31.03.2019: Für die Zeit vom 01.04.2019 bis zum"
        + " 10.04.2019 gab es keine Bewilligung.");
  }

  @Test
  void theNoticeIsThereAlready() {
    clerk.onDay(NOTICE_DATE);
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.NOTICE, null);
    clerk.complete(process, RECORD, extension());
    assertThat(notices.period(project).approvalUntil()).isEqualTo(NEW_END);
    assertThat(projects.asked(project)).containsKey(FindingCode.EXTENSION_WITHOUT_COMMITTEES)
        .doesNotContainKey(FindingCode.EXTENSION_GAP);
    assertThat(clerk.tasks(process, CHECK)).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(value = NoticeKind.class, names = {"REALLOCATION", "CUT", "NEXT_YEAR"})
  void otherAmendmentsMoveNoEnd(NoticeKind kind) {
    String process = begin(kind, AmendmentStep.APPLICATION, null);
    assertThat(clerk.tasks(process, DECIDE)).isEmpty();
    assertThat(EngineClock.dayOf(clerk.task(process, APPLY).getDueDate())).isEqualTo(LocalDate.of(2019, 1, 21));
    clerk.complete(process, APPLY, Map.of("filedOn", "07.01.2019"));
    clerk.onDay(NOTICE_DATE);
    clerk.complete(process, RECORD, entered(NOTICE_DATE, Map.of("approvalUntil", "31.12.2019",
        "years", "2019: 1.000")));
    assertThat(notices.period(project).approvalUntil()).isEqualTo(ProjectWorld.UNTIL);
    assertThat(notices.of(project).get(1).period()).isEqualTo(FundingPeriod.UNKNOWN);
    assertThat(notices.years(project)).isEqualTo(NoticeWorld.years(2019, 1000));
    assertThat(last().state()).isEqualTo(AmendmentState.DECIDED);
    assertThat(projects.asked(project)).doesNotContainKey(FindingCode.EXTENSION_WITHOUT_COMMITTEES);
  }

  @Test
  void aRepaymentComesAfterAHearing() {
    String process = begin(NoticeKind.REPAYMENT, AmendmentStep.HEARING, LocalDate.of(2019, 1, 31));
    Task hearing = clerk.task(process, HEARING);
    assertThat(EngineClock.dayOf(hearing.getDueDate())).isEqualTo(LocalDate.of(2019, 1, 31));
    assertThatThrownBy(() -> clerk.complete(hearing, Map.of("statement", " ")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("auch wenn keine abgegeben wird");
    assertThatThrownBy(() -> clerk.complete(hearing, Map.of("statement", "x".repeat(8001))))
        .isInstanceOf(BusinessException.class).hasMessageContaining("höchstens 8000");
    assertThat(hearingDeadline()).isEqualTo(ProjectDeadline.State.AHEAD);
    clerk.complete(hearing, Map.of("statement", "Die Ausgaben waren zuwendungsfähig."));
    assertThat(last().hearingStatement()).isEqualTo("Die Ausgaben waren zuwendungsfähig.");
    clerk.onDay(NOTICE_DATE);
    assertThat(hearingDeadline()).as("the city has said what it had to").isEqualTo(ProjectDeadline.State.SETTLED);
    clerk.complete(process, RECORD, entered(NOTICE_DATE, Map.of("years", "2018: 500,50")));
    assertThat(notices.years(project).get(2018)).isEqualByComparingTo("-500.50");
    clerk.complete(process, CHECK, Map.of("stance", "WAIVE", "stanceDay", "01.03.2019"));
    assertThat(clerk.instance(process)).as("not final before it counts as notified").isNotNull();
    clerk.onDay(LocalDate.of(2019, 3, 4));
    assertThat(clerk.instance(process)).isNull();
  }

  private ProjectDeadline.State hearingDeadline() {
    return deadlines.of(project).stream().filter(one -> one.label().equals("Stellungnahme in der Anhörung"))
        .map(ProjectDeadline::state).findFirst().orElseThrow();
  }

  @Test
  void noNoticeComes() {
    String process = begin(NoticeKind.REPAYMENT, AmendmentStep.HEARING, null);
    clerk.complete(process, HEARING, Map.of("statement", "Keine Bedenken."));
    assertThatThrownBy(() -> clerk.complete(process, RECORD, Map.of("noticeOutcome", "NONE")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("warum kein Bescheid ergeht");
    clerk.complete(process, RECORD, Map.of("noticeOutcome", "NONE", "noOutcomeReason", "Verfahren eingestellt"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(last().state()).isEqualTo(AmendmentState.DROPPED);
    assertThat(notices.of(project)).hasSize(1);
  }

  @Test
  void theGrantorRefuses() {
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.APPLICATION, null);
    clerk.complete(process, DECIDE, decided("NO", "Laufendes Geschäft"));
    clerk.complete(process, APPLY, Map.of("filedOn", "07.01.2019"));
    clerk.onDay(NOTICE_DATE);
    clerk.complete(process, RECORD, entered(NOTICE_DATE, Map.of("noticeOutcome", "REFUSED")));
    assertThat(last().state()).isEqualTo(AmendmentState.REFUSED);
    assertThat(notices.of(project).get(1).title()).isEqualTo("Ablehnungsbescheid vom 01.03.2019");
    assertThat(notices.period(project).approvalUntil()).isEqualTo(ProjectWorld.UNTIL);
    assertThat(clerk.tasks(process, CHECK)).as("a refusal can be challenged too").hasSize(1);
  }

  @Test
  void anAnnulledExtensionTakesTheEndBack() {
    clerk.onDay(NOTICE_DATE);
    String process = begin(NoticeKind.EXTENSION, AmendmentStep.NOTICE, null);
    clerk.complete(process, RECORD, extension());
    clerk.complete(process, CHECK, Map.of("stance", "CHALLENGE", "stanceDay", "01.03.2019"));
    clerk.complete(process, "Task_RecordChallengeOutcome", Map.of("challengeResult", "ANNULLED", "settledOn",
        "01.03.2019", "challengeOutcome", "Vergleich"));
    assertThat(notices.period(project).approvalUntil()).isEqualTo(ProjectWorld.UNTIL);
    assertThat(clerk.instance(process)).isNull();
  }

  @Test
  void anAbortedProjectEndsWhatIsUnderWay() {
    String process = begin(NoticeKind.REPAYMENT, AmendmentStep.HEARING, null);
    events.publishEvent(new ProjectStopped(project, "Kein Bedarf"));
    assertThat(clerk.instance(process)).isNull();
    assertThat(last().state()).isEqualTo(AmendmentState.DROPPED);
    assertThat(last().refusal()).isEqualTo("Das Projekt wird abgebrochen: Kein Bedarf");
  }

  @Test
  void anAppealAgainstARepaymentOutlivesTheProject() {
    clerk.onDay(NOTICE_DATE);
    String process = begin(NoticeKind.REPAYMENT, AmendmentStep.NOTICE, null);
    clerk.complete(process, RECORD, entered(NOTICE_DATE, Map.of("years", "2018: 500,50")));
    clerk.complete(process, CHECK, Map.of("stance", "CHALLENGE", "stanceDay", "01.03.2019"));
    events.publishEvent(new ProjectStopped(project, "Kein Bedarf"));
    clerk.complete(process, "Task_RecordChallengeOutcome", Map.of("challengeResult", "ANNULLED", "settledOn",
        "01.03.2019", "challengeOutcome", "Urteil"));
    assertThat(notices.of(project).get(1).state()).isEqualTo(NoticeState.ANNULLED);
    assertThat(notices.years(project)).as("nothing is deducted any more").isEmpty();
    assertThat(last().state()).isEqualTo(AmendmentState.DECIDED);
    assertThat(clerk.instance(process)).isNull();
  }

  @Test
  void aNoticeThatCameJustBeforeTheEndIsStillApplied() {
    clerk.onDay(NOTICE_DATE);
    String process = begin(NoticeKind.REPAYMENT, AmendmentStep.NOTICE, null);
    clerk.submit(clerk.task(process, RECORD), entered(NOTICE_DATE, Map.of("years", "2018: 500,50")));
    events.publishEvent(new ProjectStopped(project, "Kein Bedarf"));
    clerk.runDueJobs();
    assertThat(last().state()).isEqualTo(AmendmentState.DECIDED);
    assertThat(clerk.tasks(process, CHECK)).as("it can be challenged").hasSize(1);
  }

  @Test
  void theStartFormBeginsAnAmendment() {
    String number = "FP-" + UUID.randomUUID();
    project = life.create(ProjectWorld.project(council.ownMunicipality(), number));
    Map<String, Object> start = Map.of("project", number, "kind", "EXTENSION", "begins", "OPTION", "day", "07.01.2019",
        "until", "15.02.2019", "note", "Schreiben des Landes");
    assertThatThrownBy(() -> clerk.start("amendment-notice", start)).hasMessageContaining("noch keinen");
    notices.record(project, null, NoticeWorld.grant(NoticeWorld.NOTICE_DATE, NoticeWorld.NOTHING));
    var instance = clerk.start("amendment-notice", start);
    assertThat(instance.getBusinessKey()).isEqualTo(number);
    assertThat(last().processInstanceId()).isEqualTo(instance.getId());
    assertThat(last().until()).isEqualTo(LocalDate.of(2019, 2, 15));
    assertThat(clerk.tasks(instance.getId(), DECIDE)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "FP-0 | EXTENSION | OPTION | 07.01.2019 | 15.02.2019 | „FP-0“ gibt es nicht",
      " | EXTENSION | OPTION | 07.01.2019 | 15.02.2019 | Nummer des Förderprojekts",
      "own | GRANT | NOTICE | | | keine der angebotenen",
      "own | CUT | OPTION | | | Nur eine Verlängerung",
      "own | EXTENSION | | | | Wie die Änderung beginnt",
      "own | EXTENSION | OPTION | 15.02.2019 | 07.01.2019 | endet, bevor sie beginnt",
      "own | EXTENSION | OPTION | bald | | kein gültiges Datum"})
  void mistakesInTheStartFormAreNamed(String number, String kind, String begins, String day, String until,
      String message) {
    String own = "FP-" + UUID.randomUUID();
    notices.record(life.create(ProjectWorld.project(council.ownMunicipality(), own)), null,
        NoticeWorld.grant(NoticeWorld.NOTICE_DATE, NoticeWorld.NOTHING));
    Map<String, Object> start = new HashMap<>();
    start.put("project", "own".equals(number) ? own : number);
    start.put("kind", kind);
    start.put("begins", begins);
    start.put("day", day);
    start.put("until", until);
    assertThatThrownBy(() -> clerk.start("amendment-notice", start)).hasMessageContaining(message);
    start.put("extra", "x");
    assertThatThrownBy(() -> clerk.start("amendment-notice", start)).hasMessageContaining("„extra“");
  }

  @Test
  void twoWhoRecordTheSameNoticeAtTheSameMoment() throws Exception {
    String process = begin(NoticeKind.REALLOCATION, AmendmentStep.NOTICE, null);
    clerk.onDay(NOTICE_DATE);
    Task record = clerk.task(process, RECORD);
    CyclicBarrier sameMoment = new CyclicBarrier(2);
    ExecutorService people = Executors.newFixedThreadPool(2);
    List<Throwable> failures = new ArrayList<>();
    try {
      List<Future<?>> both = List.<Future<?>>of(
          people.submit(() -> submit(sameMoment, record)), people.submit(() -> submit(sameMoment, record)));
      for (Future<?> one : both) {
        try {
          one.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
          failures.add(e.getCause());
        }
      }
    } finally {
      people.shutdownNow();
    }
    clerk.runDueJobs();
    assertThat(failures).hasSize(1);
    assertThat(notices.of(project)).hasSize(2);
    assertThat(last().state()).isEqualTo(AmendmentState.DECIDED);
  }

  private Object submit(CyclicBarrier sameMoment, Task task) throws Exception {
    sameMoment.await(10, TimeUnit.SECONDS);
    clerk.submit(task, entered(NOTICE_DATE, Map.of()));
    return null;
  }
}
