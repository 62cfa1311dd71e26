package de.gremienlauf.funding;

import static de.gremienlauf.funding.NoticeWorld.NOTICE_DATE;
import static de.gremienlauf.funding.NoticeWorld.NOTHING;
import static de.gremienlauf.funding.NoticeWorld.grant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.Conflict;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.Overlap;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What becomes known about a notice after it was checked. It begins on Thursday, 20 April 2017; nobody knows when the
 * notice was posted, so it is assumed to be final from Tuesday, 16 May. It was posted on 18 April: final from 23 May.
 */
@IntegrationTest
class NoticeCorrectionTest {

  private static final String CHECK = "Task_CheckNotice";
  private static final String OUTCOME = "Task_RecordChallengeOutcome";
  private static final LocalDate POSTED = LocalDate.of(2017, 4, 18);
  private static final LocalDate ASSUMED_FINAL = LocalDate.of(2017, 5, 16);
  private static final LocalDate REALLY_FINAL = LocalDate.of(2017, 5, 23);

  @Autowired ProjectWorld projects;
  @Autowired Notices notices;
  @Autowired ProjectDocuments documents;
  @Autowired ProjectHistory history;
  @Autowired TransactionTemplate transaction;
  @Autowired ManagementService jobs;
  @Autowired Clerk clerk;

  private NoticeDetails notice;
  private String process;

  @BeforeEach
  void beginOnThursday() {
    clerk.onDay(LocalDate.of(2017, 4, 20));
    record(null);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private void record(LocalDate posted) {
    Long project = projects.stored(projects.city());
    notice = notices.details(notices.record(project, null, grant(posted, NOTHING)));
    process = projects.start("funding-notice", Map.of("projectId", project, "noticeId", notice.id()));
    clerk.runDueJobs();
  }

  private void keptUntil(LocalDate day) {
    clerk.complete(process, CHECK, Map.of("stance", "KEEP"));
    clerk.onDay(day);
    assertThat(now().state()).isEqualTo(NoticeState.FINAL);
    assertThat(now().finalOn()).isEqualTo(ASSUMED_FINAL);
    assertThat(clerk.instance(process)).isNull();
  }

  private NoticeDetails now() {
    return notices.details(notice.id());
  }

  private long sheets() {
    return documents.of(notice.projectId()).stream()
        .filter(document -> document.kind() == ProjectDocumentKind.DEADLINE_SHEET).count();
  }

  private LocalDate timer(String instance) {
    return EngineClock.dayOf(jobs.createJobQuery().processInstanceId(instance).timers().singleResult().getDuedate());
  }

  @Test
  void theRealDayOfPostingOpensItAgain() {
    keptUntil(LocalDate.of(2017, 5, 17));
    notices.post(notice.id(), POSTED);
    assertThat(now().state()).isEqualTo(NoticeState.APPEALABLE);
    assertThat(now().finalOn()).isNull();
    assertThat(now().finalFrom()).isEqualTo(REALLY_FINAL);
    assertThat(now().postedAssumed()).isFalse();
    assertThat(projects.open(notice.projectId())).doesNotContain(FindingCode.POSTING_ASSUMED);
    String again = now().processInstanceId();
    assertThat(again).isNotEqualTo(process);
    assertThat(clerk.instance(again)).as("its process").isNotNull();
    clerk.runDueJobs();
    assertThat(clerk.tasks(again, CHECK)).as("it was checked").isEmpty();
    assertThat(timer(again)).isEqualTo(REALLY_FINAL);
    notices.post(notice.id(), POSTED);
    clerk.runDueJobs();
    assertThat(sheets()).isEqualTo(2);
    assertThat(history.of(notice.projectId())).extracting(ProjectEvent::description)
        .filteredOn(sentence -> sentence.contains("gilt damit als")).as("a second click changes nothing").hasSize(1);
    clerk.onDay(REALLY_FINAL);
    assertThat(clerk.instance(again)).isNull();
    assertThat(now().state()).isEqualTo(NoticeState.FINAL);
    assertThat(now().finalOn()).isEqualTo(REALLY_FINAL);
  }

  @Test
  void whatIsOpenAgainCanBeChallenged() {
    keptUntil(LocalDate.of(2017, 5, 19));
    LocalDate today = LocalDate.of(2017, 5, 19);
    assertThatThrownBy(() -> notices.challenge(notice.id(), today)).isInstanceOf(BusinessException.class)
        .hasMessage("Der Zuwendungsbescheid vom 10.04.2017 ist schon bestandskräftig. Das beruht auf einem angenommenen"
            + " Tag der Aufgabe zur Post; tragen Sie zuerst den wirklichen ein.");
    notices.post(notice.id(), POSTED);
    clerk.runDueJobs();
    notices.challenge(notice.id(), today);
    clerk.runDueJobs();
    assertThat(clerk.tasks(now().processInstanceId(), OUTCOME)).hasSize(1);
  }

  @Test
  void itStaysFinalIfTheRealPeriodIsOverToo() {
    keptUntil(LocalDate.of(2017, 6, 12));
    notices.post(notice.id(), POSTED);
    assertThat(now().state()).isEqualTo(NoticeState.FINAL);
    assertThat(now().finalOn()).isEqualTo(REALLY_FINAL);
    clerk.runDueJobs();
    assertThat(sheets()).as("printed with the real days").isEqualTo(2);
    assertThat(clerk.instance(now().processInstanceId())).isNull();
    assertThat(now().finalOn()).isEqualTo(REALLY_FINAL);
    assertThatThrownBy(() -> notices.post(notice.id(), POSTED)).isInstanceOf(BusinessException.class)
        .hasMessage("Der Zuwendungsbescheid vom 10.04.2017 ist schon bestandskräftig.");
  }

  @Test
  void whoChecksItLateMayKnowTheRealDay() {
    clerk.onDay(LocalDate.of(2017, 5, 19));
    assertThat(now().state()).isEqualTo(NoticeState.FINAL);
    clerk.complete(process, CHECK, Map.of("stance", "CHALLENGE", "stanceDay", "19.05.2017", "postedOn", "18.04.2017"));
    assertThat(now().state()).isEqualTo(NoticeState.CHALLENGED);
    assertThat(now().finalOn()).isNull();
    assertThat(now().processInstanceId()).isEqualTo(process);
    assertThat(clerk.tasks(process, OUTCOME)).hasSize(1);
  }

  @Test
  void theTaskThatIsStillOpenIsCounted() {
    clerk.onDay(LocalDate.of(2017, 5, 17));
    assertThat(now().state()).isEqualTo(NoticeState.FINAL);
    notices.post(notice.id(), POSTED);
    clerk.runDueJobs();
    assertThat(now().processInstanceId()).isEqualTo(process);
    Task check = clerk.task(process, CHECK);
    assertThat(EngineClock.dayOf(check.getDueDate())).isEqualTo(LocalDate.of(2017, 5, 22));
    assertThat(timer(process)).isEqualTo(REALLY_FINAL);
    clerk.complete(check, Map.of("stance", "KEEP"));
    assertThat(timer(process)).isEqualTo(REALLY_FINAL);
    assertThat(now().state()).isEqualTo(NoticeState.APPEALABLE);
  }

  @Test
  void whatIsFinalForAnotherReasonStaysSo() {
    clerk.complete(process, CHECK, Map.of("stance", "WAIVE", "stanceDay", "20.04.2017"));
    assertThatThrownBy(() -> notices.post(notice.id(), POSTED)).isInstanceOf(BusinessException.class)
        .hasMessageEndingWith("ist schon bestandskräftig.");
    record(null);
    clerk.complete(process, CHECK, Map.of("stance", "CHALLENGE", "stanceDay", "20.04.2017"));
    assertThatThrownBy(() -> notices.post(notice.id(), POSTED)).hasMessageEndingWith("ist schon angefochten.");
    clerk.complete(process, OUTCOME, Map.of("challengeResult", "UPHELD", "settledOn", "20.04.2017",
        "challengeOutcome", "Klage zurückgenommen"));
    assertThatThrownBy(() -> notices.post(notice.id(), POSTED)).hasMessageEndingWith("ist schon bestandskräftig.");
    record(NOTICE_DATE);
    keptUntil(LocalDate.of(2017, 5, 17));
    assertThatThrownBy(() -> notices.post(notice.id(), POSTED)).hasMessageEndingWith("ist schon bestandskräftig.");
  }

  private long told(String part) {
    return history.of(notice.projectId()).stream().filter(event -> event.description().contains(part)).count();
  }

  @Test
  void aSecondClickStoresNothing() {
    notices.waive(notice.id(), POSTED);
    assertThatThrownBy(() -> notices.waive(notice.id(), LocalDate.of(2017, 4, 19)))
        .isInstanceOf(BusinessException.class)
        .hasMessage("Auf Rechtsbehelfe gegen diesen Bescheid wurde am 18.04.2017 verzichtet.");
    assertThat(now().waivedOn()).isEqualTo(POSTED);
    assertThat(told("auf Rechtsbehelfe")).isEqualTo(1);
    record(NOTICE_DATE);
    notices.challenge(notice.id(), POSTED);
    assertThatThrownBy(() -> notices.challenge(notice.id(), POSTED)).isInstanceOf(BusinessException.class)
        .hasMessage("Der Zuwendungsbescheid vom 10.04.2017 ist schon angefochten.");
    assertThat(told("angefochten.")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofTwoAtOnceOneIsAskedToTryAgain(boolean waiver) {
    Runnable one = () -> notices.challenge(notice.id(), POSTED);
    Runnable other = waiver ? () -> notices.waive(notice.id(), POSTED) : one;
    assertThatThrownBy(() -> Overlap.of(transaction, one, other)).matches(Conflict::caused);
    assertThat(now().challengedOn()).isEqualTo(POSTED);
    assertThat(now().waivedOn()).isNull();
    assertThat(told("angefochten.")).isEqualTo(1);
  }
}
