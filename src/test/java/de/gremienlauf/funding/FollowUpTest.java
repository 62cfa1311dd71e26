package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Participation;
import de.gremienlauf.coverage.CoverageRecorder;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.Overlap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The model {@code follow-up-project}: two linked projects and the gate of four signatures. */
@IntegrationTest
@ExtendWith(CoverageRecorder.Counted.class)
class FollowUpTest {

  private static final LocalDate DAY = LocalDate.of(2019, 11, 7);
  private static final String SIGNATURES = "Task_RecordSignatures";

  @Autowired ProjectWorld world;
  @Autowired FollowUps followUps;
  @Autowired FollowUpRepository rows;
  @Autowired Partners partners;
  @Autowired Projects projects;
  @Autowired ProjectHistory history;
  @Autowired Council council;
  @Autowired Clerk clerk;
  @Autowired TransactionTemplate transaction;

  @BeforeEach
  void beginOnTheDayOfTheResolution() {
    clerk.onDay(DAY);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private static List<NewPartner> four() {
    return IntStream.rangeClosed(1, 4).mapToObj(number -> new NewPartner("Träger " + number, PartnerKind.COOPERATION,
        Participation.PERMANENT, null)).toList();
  }

  private FollowUp planned(int signatures, List<NewPartner> named) {
    String city = world.city();
    Long earlier = world.stored(city);
    return rows.findById(followUps.plan(new NewFollowUp(earlier, "Das Konzept wird fortgeführt.", signatures),
        ProjectWorld.project(city, "KOKIP"), named)).orElseThrow();
  }

  private FollowUp now(FollowUp followUp) {
    return rows.findById(followUp.id()).orElseThrow();
  }

  @Test
  void gateOpensWithTheFourthOfFourSignatures() {
    FollowUp followUp = planned(4, four());
    List<PartnerLine> named = partners.of(followUp.laterProjectId());
    assertThat(clerk.fields(clerk.task(followUp.processInstanceId(), SIGNATURES))).containsEntry("gateText",
        "Folgeprojekt KOKIP: 0 von 4 Unterschriften unter die Kooperationsvereinbarung liegen vor.");
    clerk.onDay(LocalDate.of(2019, 12, 16));
    partners.sign(named.get(0).id(), LocalDate.of(2019, 11, 20), false);
    partners.sign(named.get(1).id(), LocalDate.of(2019, 12, 2), true);
    Task task = clerk.task(followUp.processInstanceId(), SIGNATURES);
    assertThat(clerk.fields(task)).containsEntry("gateText",
        "Folgeprojekt KOKIP: 2 von 4 Unterschriften unter die Kooperationsvereinbarung liegen vor.");
    clerk.complete(task, Map.of("partners", List.of(named.get(2).id().toString()), "signedOn", "05.12.2019"));
    assertThat(now(followUp).gateOpenedOn()).isNull();
    clerk.complete(followUp.processInstanceId(), SIGNATURES,
        Map.of("partners", List.of(named.get(3).id().toString()), "signedOn", "12.12.2019", "signedAssumed", true));

    assertThat(clerk.instance(followUp.processInstanceId())).isNull();
    assertThat(now(followUp).gateOpenedOn()).isEqualTo(LocalDate.of(2019, 12, 12));
    assertThat(partners.of(followUp.laterProjectId())).extracting(PartnerLine::signedAssumed)
        .containsExactly(false, true, false, true);
    assertThat(history.of(followUp.earlierProjectId())).extracting(ProjectEvent::description)
        .contains("Alle 4 Kooperationspartner haben unterzeichnet.", "Folgeprojekt: KOKIP „Einwanderung gestalten“.");
    assertThat(history.of(followUp.laterProjectId())).extracting(ProjectEvent::description)
        .contains("Alle 4 Kooperationspartner haben unterzeichnet.", "Folgt auf FP-2019-001 „Einwanderung gestalten“.");
    assertThat(followUps.after(followUp.earlierProjectId())).containsExactly(now(followUp));
    assertThat(followUps.before(followUp.laterProjectId())).containsExactly(now(followUp));
    assertThat(clerk.instance(projects.process(followUp.laterProjectId()))).as("has a process of its own").isNotNull();
  }

  @Test
  void withoutSignaturesThereIsNoGate() {
    FollowUp followUp = planned(0, four());
    assertThat(clerk.instance(followUp.processInstanceId())).isNull();
    assertThat(now(followUp).gateOpenedOn()).isEqualTo(DAY);
  }

  @Test
  void gateLooksBeforeItWaits() {
    String city = world.city();
    Long earlier = world.stored(city);
    Long later = world.stored(city);
    Long partner = partners.add(later, four().get(0));
    partners.sign(partner, LocalDate.of(2019, 10, 1), false);
    FollowUp followUp = rows.findById(followUps.plan(new NewFollowUp(earlier, null, 1), later)).orElseThrow();
    assertThat(clerk.instance(followUp.processInstanceId())).isNull();
    assertThat(followUp.gateOpenedOn()).isEqualTo(LocalDate.of(2019, 10, 1));
  }

  @Test
  void whoSignsWhileTheProjectsAreLinkedIsCounted() throws Exception {
    String city = world.city();
    Long earlier = world.stored(city);
    Long later = world.stored(city);
    Long partner = partners.add(later, four().get(0));
    Overlap.of(transaction, () -> followUps.plan(new NewFollowUp(earlier, null, 1), later),
        () -> partners.sign(partner, LocalDate.of(2019, 10, 1), false));
    assertThat(followUps.after(earlier)).singleElement().extracting(FollowUp::gateOpenedOn)
        .isEqualTo(LocalDate.of(2019, 10, 1));
  }

  @Test
  void partnerWhoJoinsHasToSignTooAndMissingOnesAreWaitedFor() {
    FollowUp followUp = planned(4, four().subList(0, 3));
    String process = followUp.processInstanceId();
    List<String> ids = partners.of(followUp.laterProjectId()).stream().map(one -> one.id().toString()).toList();
    clerk.complete(process, SIGNATURES, Map.of("partners", ids, "signedOn", "07.11.2019"));
    assertThat(clerk.fields(clerk.task(process, SIGNATURES)).get("gateText")).asString().contains("3 von 4");
    clerk.complete(process, SIGNATURES, Map.of("newPartners", "Träger 4\n\nTräger 5\n"));
    assertThat(clerk.fields(clerk.task(process, SIGNATURES)).get("gateText")).asString().contains("3 von 5");
    partners.of(followUp.laterProjectId()).stream().filter(one -> one.signedOn() == null)
        .forEach(one -> partners.sign(one.id(), DAY, false));
    assertThat(clerk.instance(process)).isNull();
  }

  @Test
  void whoOnlyTakesPartDoesNotSign() {
    FollowUp followUp = planned(1, List.of(four().get(0), new NewPartner("Jobcenter", PartnerKind.PARTICIPATING,
        Participation.OCCASIONAL, null)));
    List<PartnerLine> named = partners.of(followUp.laterProjectId());
    assertThatThrownBy(() -> partners.sign(named.get(1).id(), DAY, false)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("kein Kooperationspartner");
    partners.sign(named.get(0).id(), DAY, false);
    assertThat(clerk.instance(followUp.processInstanceId())).isNull();
  }

  @Test
  void twoProjectsMayLeadIntoOneAndBothGatesOpen() {
    FollowUp first = planned(1, List.of(four().get(0)));
    Long other = world.stored(projects.head(first.earlierProjectId()).municipality());
    FollowUp second = rows.findById(followUps.plan(new NewFollowUp(other, null, 1), first.laterProjectId()))
        .orElseThrow();
    clerk.complete(first.processInstanceId(), SIGNATURES, Map.of("partners",
        List.of(partners.of(first.laterProjectId()).get(0).id().toString()), "signedOn", "07.11.2019"));

    assertThat(clerk.instance(first.processInstanceId())).isNull();
    assertThat(clerk.instance(second.processInstanceId())).isNull();
    assertThat(followUps.before(first.laterProjectId())).hasSize(2);
  }

  @Test
  void wrongSignaturesAreRefused() {
    FollowUp followUp = planned(2, four().subList(0, 2));
    Task task = clerk.task(followUp.processInstanceId(), SIGNATURES);
    String partner = partners.of(followUp.laterProjectId()).get(0).id().toString();
    Map<Map<String, Object>, String> refused = new HashMap<>();
    refused.put(Map.of(), "wer unterzeichnet hat");
    refused.put(Map.of("partners", List.of(partner)), "wann Träger 1");
    refused.put(Map.of("partners", List.of(partner), "signedOn", "08.11.2019"), "Zukunft");
    refused.put(Map.of("partners", List.of("-1"), "signedOn", "07.11.2019"), "keine der angebotenen");
    refused.put(Map.of("newPartners", "Träger 2"), "schon Partner");
    refused.forEach((entered, message) -> assertThatThrownBy(() -> clerk.complete(task, entered))
        .as("%s", entered).isInstanceOf(BusinessException.class).hasMessageContaining(message));
    partners.sign(Long.valueOf(partner), DAY, false);
    assertThatThrownBy(() -> partners.sign(Long.valueOf(partner), DAY, false)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("hat schon am 07.11.2019");
  }

  @Test
  void noProjectFollowsItselfOrTwice() {
    FollowUp followUp = planned(0, List.of());
    Long earlier = followUp.earlierProjectId();
    Long later = followUp.laterProjectId();
    assertThatThrownBy(() -> followUps.plan(new NewFollowUp(earlier, null, 0), earlier))
        .isInstanceOf(BusinessException.class).hasMessageContaining("eigenes Folgeprojekt");
    assertThatThrownBy(() -> followUps.plan(new NewFollowUp(later, null, 0), earlier))
        .isInstanceOf(BusinessException.class).hasMessageContaining("eigenes Folgeprojekt");
    assertThatThrownBy(() -> followUps.plan(new NewFollowUp(earlier, null, 0), later))
        .isInstanceOf(BusinessException.class).hasMessageContaining("schon Folgeprojekt");
    assertThatThrownBy(() -> followUps.plan(new NewFollowUp(earlier, null, -1), later))
        .isInstanceOf(BusinessException.class).hasMessageContaining("negativ");
  }

  @Test
  void startFormBeginsOrLinksTheFollowUpProject() {
    String own = council.ownMunicipality();
    String earlier = projects.head(projects.create(ProjectWorld.project(own, null))).number();
    Map<String, Object> entered = new HashMap<>(Map.of("project", earlier, "name", "KOKIP", "programme",
        "Teilhabemanagement", "plannedFrom", "01.12.2019", "plannedUntil", "31.12.2022", "signatures", "2",
        "partners", "Träger 1\nTräger 2"));
    ProcessInstance instance = clerk.start("follow-up-project", entered);
    FollowUp followUp = rows.findByEarlierProjectIdOrderById(projects.byNumber(own, earlier)).get(0);
    assertThat(instance.getBusinessKey()).isEqualTo(earlier);
    assertThat(followUp.processInstanceId()).isEqualTo(instance.getId());
    assertThat(projects.head(followUp.laterProjectId()).leadOffice()).isEqualTo("Amt für Integration");
    assertThat(partners.of(followUp.laterProjectId())).extracting(PartnerLine::name)
        .containsExactly("Träger 1", "Träger 2");

    String known = projects.head(projects.create(ProjectWorld.project(own, null))).number();
    clerk.start("follow-up-project", Map.of("project", earlier, "laterProject", known));
    assertThat(rows.findByEarlierProjectIdOrderById(projects.byNumber(own, earlier))).hasSize(2);
    entered.remove("name");
    assertThatThrownBy(() -> clerk.start("follow-up-project", entered)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("Name des Folgeprojekts");
    assertThatThrownBy(() -> clerk.start("follow-up-project", Map.of("project", "FP-1", "laterProject", known)))
        .isInstanceOf(BusinessException.class).hasMessageContaining("„FP-1“ gibt es nicht");
    assertThatThrownBy(() -> clerk.start("follow-up-project", Map.of("project", earlier, "laterProject", known,
        "signatures", "viele"))).isInstanceOf(BusinessException.class).hasMessageContaining("ganze Zahl");
  }
}
