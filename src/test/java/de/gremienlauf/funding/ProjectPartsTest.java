package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.council.Council;
import de.gremienlauf.council.Organization;
import de.gremienlauf.council.Participation;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import de.gremienlauf.support.Overlap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Partners, bodies, times and numbers of projects. */
@IntegrationTest
class ProjectPartsTest {

  private static final LocalDate DAY = LocalDate.of(2017, 6, 1);

  @Autowired ProjectWorld world;
  @Autowired Projects projects;
  @Autowired Partners partners;
  @Autowired ProjectBodies bodies;
  @Autowired ProjectDates dates;
  @Autowired Objectives objectives;
  @Autowired Recommendations recommendations;
  @Autowired Concepts concepts;
  @Autowired TransactionTemplate transaction;
  @Autowired Council council;
  @Autowired Clerk clerk;

  @BeforeEach
  void begin() {
    clerk.onDay(DAY);
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private static NewPartner partner(String name) {
    return new NewPartner(name, PartnerKind.COOPERATION, Participation.OCCASIONAL, null);
  }

  @Test
  void moneyIsPassedOnOnlyWithConsent() {
    Long project = world.stored(world.city());
    Long partner = partners.add(project, partner("Träger 1"));
    partners.passOn(partner, new BigDecimal("12500"), null);
    assertThat(world.asked(project).get(FindingCode.PASSED_ON_WITHOUT_CONSENT))
        .isEqualTo("An Träger 1 sollen 12.500,00 € weitergegeben werden; eine Zustimmung ist nicht erfasst.");
    assertThatThrownBy(() -> partners.consent(partner, null)).isInstanceOf(BusinessException.class);
    partners.consent(partner, DAY);
    assertThat(world.open(project)).isEmpty();
    assertThat(partners.of(project).get(0)).isEqualTo(new PartnerLine(partner, "Träger 1", PartnerKind.COOPERATION,
        Participation.OCCASIONAL, null, false, new BigDecimal("12500.00"), DAY));

    Long other = partners.add(project, partner("Träger 2"));
    partners.passOn(other, new BigDecimal("1"), DAY);
    assertThat(world.open(project)).isEmpty();
    Long third = partners.add(project, partner("Träger 3"));
    partners.passOn(third, new BigDecimal("1"), null);
    partners.passOn(third, BigDecimal.ZERO, null);
    assertThat(world.open(project)).isEmpty();
    assertThatThrownBy(() -> partners.passOn(third, new BigDecimal("-1"), null))
        .isInstanceOf(BusinessException.class).hasMessageContaining("welcher Betrag");
  }

  @Test
  void partnerHasANameOfItsOwn() {
    Long project = world.stored(world.city());
    partners.add(project, partner("Jobcenter"));
    assertThatThrownBy(() -> partners.add(project, partner(" jobcenter "))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("schon Partner");
    assertThatThrownBy(() -> partners.add(project, partner(" "))).isInstanceOf(BusinessException.class)
        .hasMessageContaining("Namen");
    assertThatThrownBy(() -> partners.sign(-1L, DAY, false)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("gibt es nicht");
  }

  @Test
  void oneBodyServesSeveralProjects() {
    String city = world.city();
    Long first = world.stored(city);
    Long second = world.stored(city);
    Organization body = bodies.add(first, "UAG Casemanagement", null);
    assertThat(body.projectBody()).isTrue();
    assertThat(bodies.add(second, "UAG Casemanagement", null)).isEqualTo(body);
    bodies.add(second, body.id());
    bodies.add(second, "Bündniskerngruppe", DAY);

    assertThat(bodies.projectsOf(body.id())).containsExactly(first, second);
    assertThat(bodies.of(second)).extracting(Organization::name)
        .containsExactly("UAG Casemanagement", "Bündniskerngruppe");
    bodies.remove(first, body.id());
    assertThat(bodies.projectsOf(body.id())).containsExactly(second);
    assertThat(bodies.of(first)).isEmpty();
    Organization committee = council.addBody(city, "Sozialausschuss", null, null, null);
    assertThatThrownBy(() -> bodies.add(first, committee.id())).isInstanceOf(BusinessException.class)
        .hasMessageContaining("kein Projektgremium");
    assertThatThrownBy(() -> bodies.add(world.stored(world.city()), body.id()))
        .isInstanceOf(BusinessException.class).hasMessageContaining("dieser Stadt");
    assertThatThrownBy(() -> bodies.add(first, " ", null)).isInstanceOf(BusinessException.class)
        .hasMessageContaining("Namen");
  }

  @Test
  void roughTimesAreKeptAsTheyWereSaid() {
    Long project = world.stored(world.city());
    dates.add(project, "Betriebsbeginn", " voraussichtlich im Januar 2020 ", false);
    dates.add(project, "Bewilligung", "demnächst", true);
    assertThat(dates.of(project)).extracting(ProjectDate::asSaid)
        .containsExactly("voraussichtlich im Januar 2020", "demnächst");
    assertThat(dates.of(project)).extracting(ProjectDate::latest).containsExactly(LocalDate.of(2020, 1, 31), null);
    assertThatThrownBy(() -> dates.add(project, "Beginn", " ", false)).isInstanceOf(BusinessException.class);
    assertThatThrownBy(() -> dates.add(project, null, "bald", false)).isInstanceOf(BusinessException.class);
  }

  @Test
  void numbersAreCountedByCityAndYear() {
    String city = world.city();
    assertThat(number(world.stored(city))).isEqualTo("FP-2017-001");
    projects.create(ProjectWorld.project(city, "FP-2017-002"));
    projects.create(ProjectWorld.project(city, "Az. 17/3"));
    assertThat(number(world.stored(city))).as("a number that was brought along is left out").isEqualTo("FP-2017-003");
    assertThat(number(world.stored(world.city()))).isEqualTo("FP-2017-001");
    clerk.onDay(LocalDate.of(2018, 1, 2));
    assertThat(number(world.stored(city))).isEqualTo("FP-2018-001");
    assertThatThrownBy(() -> projects.create(ProjectWorld.project(city, "Az. 17/3")))
        .isInstanceOf(BusinessException.class).hasMessageContaining("schon vergeben");
  }

  private String number(Long project) {
    return projects.head(project).number();
  }

  @Test
  void twoAtTheSameMomentGetDifferentNumbers() throws Exception {
    String city = world.city();
    int people = 6;
    CountDownLatch together = new CountDownLatch(people);
    ExecutorService pool = Executors.newFixedThreadPool(people);
    try {
      Callable<Long> create = () -> {
        together.countDown();
        together.await();
        return world.stored(city);
      };
      List<Future<Long>> created = Stream.generate(() -> pool.submit(create)).limit(people).toList();
      Set<String> numbers = created.stream().map(future -> {
        try {
          return number(future.get());
        } catch (Exception e) {
          throw new AssertionError(e);
        }
      }).collect(Collectors.toSet());
      assertThat(numbers).hasSize(people).allMatch(number -> number.matches("FP-2017-00[1-6]"));
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void whatTwoAddAtTheSameMomentIsNumberedOneAfterTheOther() throws Exception {
    Long project = world.stored(world.city());
    Runnable objective = () -> objectives.add(project, new NewObjective(null, null, "Ankommen", null, null));
    Overlap.of(transaction, objective, objective);
    assertThat(objectives.of(project)).extracting(Objective::objectiveNumber).containsExactly(1, 2);

    Runnable recommendation = () -> recommendations.add(project, null, "Eine Anlaufstelle einrichten", null);
    Overlap.of(transaction, recommendation, recommendation);
    assertThat(recommendations.of(project)).extracting(Recommendation::recommendationNumber).containsExactly(1, 2);

    Long concept = concepts.add(project, null, "Handlungskonzept", null);
    Runnable version = () -> concepts.addVersion(concept, "Fassung", null);
    Overlap.of(transaction, version, version);
    assertThat(concepts.versions(concept)).extracting(ConceptVersion::versionNumber).containsExactly(1, 2);
  }
}
