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
import de.gremienlauf.paper.Attachments;
import de.gremienlauf.paper.PaperDetails;
import de.gremienlauf.paper.PaperQueries;
import de.gremienlauf.paper.PaperState;
import de.gremienlauf.sample.process.SampleUsers;
import de.gremienlauf.support.IntegrationTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.groups.Tuple;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.env.MockPropertySource;
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
        .register(SampleUsers.class, SampleCity.class, WorkingGroup.class, SamplePapers.class, SampleData.class);
    beans.refresh();
    return beans.getBean(SampleData.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-22", "2026-08-10", "2027-01-01", "2027-03-17"})
  void everybodyFindsSomethingToDo(LocalDate today) throws Exception {
    driver.onDay(today);
    List<String> before = tasks.createTaskQuery().list().stream().map(Task::getId).toList();
    SampleData sample = sample();
    String city = "Köln am " + today;
    assertThat(sample.ensure(city)).isTrue();
    assertThat(tasks.createTaskQuery().list().stream().filter(task -> !before.contains(task.getId()))
        .map(Task::getTaskDefinitionKey)).contains("Task_Draft", "Task_ConfirmSequence", "Task_CoSign", "Task_Sign",
            "Task_RecordResult", "Task_ClassifyResult", "Task_AssignMeeting", "Task_AssignAnswer");
    assertThat(sample.ensure(city)).isFalse();
    assertThat(recess.of(city).isRecess(LocalDate.of(2026, 7, 20))).isTrue();
    reportIsNoted(city);
    reportIsPrinted(city);
    everySeatIsTaken(city, today);
  }

  private void everySeatIsTaken(String city, LocalDate today) {
    for (Organization body : council.bodies(city, today)) {
      List<Member> members = council.members(body.id(), today);
      assertThat(members.stream().filter(member -> member.membership().votingRight() && !member.membership().deputy()))
          .as(body.name()).hasSize(body.statutoryMembers());
      assertThat(members.get(0).chairs()).as("chair of " + body.name()).isTrue();
      assertThat(members).allSatisfy(member -> assertThat(member.person().mailAddress()).endsWith("@example.org"));
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
