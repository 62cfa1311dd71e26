package de.gremienlauf.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.calendar.CouncilRecess;
import de.gremienlauf.council.Council;
import de.gremienlauf.council.Member;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Seat;
import de.gremienlauf.document.Conformance;
import de.gremienlauf.document.DocumentStore;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.TaskDriver;
import de.gremienlauf.meeting.Admission;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.ElectionSheet;
import de.gremienlauf.meeting.Elections;
import de.gremienlauf.meeting.ItemDetails;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.MeetingState;
import de.gremienlauf.meeting.Meetings;
import de.gremienlauf.meeting.VoteMode;
import de.gremienlauf.operation.Verification;
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.sample.process.SampleUsers;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.verapdf.pdfa.flavours.PDFAFlavour;

@IntegrationTest
class SampleDataTest {

  @Autowired ApplicationContext application;
  @Autowired PaperQueries queries;
  @Autowired DocumentStore documents;
  @Autowired Attachments attachments;
  @Autowired TaskService tasks;
  @Autowired TaskDriver driver;
  @Autowired CouncilRecess recess;
  @Autowired Council council;
  @Autowired Meetings meetings;
  @Autowired Agenda agenda;
  @Autowired Elections elections;
  @Autowired Verification verification;
  @Autowired PlatformTransactionManager transactions;

  @AfterEach
  void resetClock() {
    EngineClock.reset();
  }

  /** The sample's beans without its profile: they belong to no other test. */
  private SampleData sample() {
    GenericApplicationContext beans = new GenericApplicationContext();
    beans.setParent(application);
    beans.getEnvironment().addActiveProfile("sample");
    beans.getEnvironment().getPropertySources().addFirst(new MockPropertySource()
        .withProperty("gremienlauf.sample.password", "Rheinufer-1388")
        .withProperty("gremienlauf.sample.recesses", "2026-07-20/2026-09-01"));
    new AnnotatedBeanDefinitionReader(beans)
        .register(SampleUsers.class, SampleCity.class, WorkingGroup.class, SamplePapers.class, SampleMeetings.class,
            SampleProjects.class, SampleData.class);
    beans.refresh();
    return beans.getBean(SampleData.class);
  }

  /** In the summer recess, and on a day when nobody works; on PostgreSQL, behind the same code, one of them. */
  static Stream<LocalDate> awkwardDays() {
    return Stream.of(LocalDate.of(2026, 8, 10), LocalDate.of(2027, 1, 1)).limit(TestDatabase.isPostgres() ? 1 : 2);
  }

  @ParameterizedTest
  @MethodSource("awkwardDays")
  void everybodyFindsSomethingToDo(LocalDate today) throws Exception {
    driver.onDay(today);
    List<String> before = tasks.createTaskQuery().list().stream().map(Task::getId).toList();
    List<String> findingsBefore = verification.run(line -> { });
    SampleData sample = sample();
    String city = "Köln am " + today;
    // As a whole or not at all: the proxy that sees to it is missing here.
    Boolean added = new TransactionTemplate(transactions).execute(status -> sample.ensure(city));
    assertThat(added).isTrue();
    assertThat(tasks.createTaskQuery().list().stream().filter(task -> !before.contains(task.getId()))
        .map(Task::getTaskDefinitionKey)).contains("Task_Draft", "Task_ConfirmSequence", "Task_CoSign", "Task_Sign",
            "Task_RecordResult", "Task_ClassifyResult", "Task_AssignMeeting", "Task_AssignAnswer",
            "Task_FileApplication", "Task_DecideExtension", "Task_CallFunds", "Task_WriteReport", "Task_AnswerFinding",
            "Task_RecordSignatures", "Task_ArchiveProject");
    assertThat(sample.ensure(city)).isFalse();
    assertThat(recess.of(city).isRecess(LocalDate.of(2026, 7, 20))).isTrue();
    reportIsNoted(city);
    reportIsPrinted(city);
    everySeatIsTaken(city, today);
    everyKindOfMeetingIsInEveryState(city, today);
    assertThat(verification.run(line -> { })).as("what verify finds in the sample").isEqualTo(findingsBefore);
  }

  private void everyKindOfMeetingIsInEveryState(String city, LocalDate today) {
    List<Meeting> found = council.bodies(city, today).stream().flatMap(body -> meetings.of(body.id()).stream()).toList();
    Set<Tuple> existing = Stream.of(MeetingKind.values()).flatMap(kind -> Stream.of(MeetingState.values())
        .filter(kind::mayBe).map(state -> Tuple.tuple(kind, state))).collect(Collectors.toSet());
    assertThat(found.stream().map(meeting -> Tuple.tuple(meeting.kind(), meeting.state())).collect(Collectors.toSet()))
        .isEqualTo(existing).hasSize(39).doesNotContain(Tuple.tuple(MeetingKind.SECOND, MeetingState.NO_QUORUM));
    assertThat(found).anyMatch(meeting -> meeting.originalDay() != null);
    List<ItemDetails> items = found.stream().flatMap(meeting -> agenda.of(meeting.id()).stream()).toList();
    assertThat(items).extracting(ItemDetails::admission).contains(Admission.SUPPLEMENT, Admission.EXTENSION);
    assertThat(items).extracting(ItemDetails::voteMode).contains(VoteMode.NAMED);
    assertThat(items).anyMatch(item -> item.kind() == AgendaItemKind.ELECTION && elections.of(item.id())
        .filter(election -> election.state() == ElectionSheet.State.ELECTED).isPresent());
    assertThat(items).anyMatch(item -> !item.publicItem() && item.certified());
  }

  private void everySeatIsTaken(String city, LocalDate today) {
    for (Organization body : council.bodies(city, today)) {
      List<Member> members = council.members(body.id(), today);
      assertThat(members.stream().filter(member -> member.membership().votingRight() && !member.membership().deputy()))
          .as(body.name()).hasSize(body.statutoryMembers());
      assertThat(members.get(0).chairs()).as("chair of " + body.name()).isTrue();
      if (!SampleCity.SMALL_BODIES.contains(body.name())) {
        assertThat(members).allSatisfy(member -> assertThat(member.person().mailAddress()).endsWith("@example.org"));
      }
    }
    Organization committee = council.find(city, SampleCity.EQUAL_CHANCES).orElseThrow();
    assertThat(council.members(committee.id(), today)).extracting(member -> member.membership().seat())
        .contains(Seat.COUNCIL_MEMBER, Seat.EXPERT_CITIZEN, Seat.EXPERT_RESIDENT);
    assertThat(council.members(committee.id(), today)).anyMatch(member -> member.membership().deputy());
    Organization former = council.find(city, SampleCity.INTEGRATION_COUNCIL).orElseThrow();
    assertThat(council.members(former.id(), LocalDate.of(2020, 1, 14))).hasSize(33);
  }

  private void reportIsPrinted(String city) throws Exception {
    byte[] pdf = documents.content(queries.documentHash(queries.idOf(city, FinalReport.DEMO_NUMBER)));
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFA_2_A)).isEmpty();
    assertThat(Conformance.violations(pdf, PDFAFlavour.PDFUA_1)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      String head = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(head).containsSubsequence("Mitteilung", "öffentlicher Teil", "14.01.2020", "16.01.2020",
          "27.01.2020", "28.01.2020", "Abschlussbericht", "gez.").contains("Vergabe / Internationales", "Anlage 2");
    }
  }

  private void reportIsNoted(String city) {
    PaperDetails report = queries.details(queries.idOf(city, FinalReport.DEMO_NUMBER));
    assertThat(report.state()).isEqualTo(PaperState.NOTED);
    assertThat(report.released()).isEqualTo(LocalDate.of(2019, 12, 11));
    assertThat(report.consultations()).extracting(PaperDetails.Station::organization, PaperDetails.Station::date,
            PaperDetails.Station::result, PaperDetails.Station::remark)
        .containsExactly(
            noted("Integrationsrat", 14), noted("Ausschuss Soziales und Senioren", 16),
            noted("Ausschuss Allgemeine Verwaltung und Rechtsfragen / Vergabe / Internationales", 27),
            noted("Jugendhilfeausschuss", 28));
    assertThat(report.signatures()).extracting(PaperDetails.SignatureLine::text)
        .containsExactly("gez. StD Dr. Keller i. V. von OB Reker");
    assertThat(report.attachments()).extracting(PaperDetails.AttachmentLine::printed).containsExactly(true, false);
    minutesAreRedacted(report);
  }

  private void minutesAreRedacted(PaperDetails report) {
    byte[] minutes = attachments.content(report.id(), report.attachments().get(1).id()).bytes();
    try (PDDocument document = Loader.loadPDF(minutes)) {
      String text = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
      assertThat(text).contains("Geschwärzte Fassung", "Freigabe vom 02.12.2019", WorkingGroup.BODY, "Zieldatei",
          "Ausblick", "Jobcenter",
          "gez. Hatice Sternengasse, Leitung der Sitzung", "gez. Liv Rheinau, Protokoll");
      assertThat(WorkingGroup.OUTSIDERS).allSatisfy(name -> assertThat(text).doesNotContain(name.split(" ")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tuple noted(String body, int dayOfJanuary) {
    return Tuple.tuple(body, LocalDate.of(2020, 1, dayOfJanuary), "Kenntnis genommen",
        "angenommen, im Dokument nicht genannt");
  }
}
