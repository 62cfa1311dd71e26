package de.gremienlauf.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import de.gremienlauf.council.Organization;
import de.gremienlauf.engine.BusinessException;
import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.meeting.Agenda;
import de.gremienlauf.meeting.AgendaItemKind;
import de.gremienlauf.meeting.Meeting;
import de.gremienlauf.meeting.MeetingCalendar;
import de.gremienlauf.meeting.MeetingKind;
import de.gremienlauf.meeting.NewMeeting;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a project achieves: topics, recommendations, objectives, concepts, documents. */
@IntegrationTest
class AchievementTest {

  private static final LocalDate DAY = LocalDate.of(2019, 6, 27);

  @Autowired ProjectWorld world;
  @Autowired ReportWorld reportWorld;
  @Autowired Topics topics;
  @Autowired Recommendations recommendations;
  @Autowired Objectives objectives;
  @Autowired Concepts concepts;
  @Autowired ProjectDocuments documents;
  @Autowired ProjectHistory history;
  @Autowired Agenda agenda;
  @Autowired MeetingCalendar calendar;
  @Autowired Clerk clerk;

  private Long project;

  @BeforeEach
  void inJune() {
    clerk.onDay(DAY);
    project = world.stored(world.city());
  }

  @AfterEach
  void letTimeRunAgain() {
    EngineClock.reset();
  }

  private static void refused(String message, Runnable act) {
    assertThatThrownBy(act::run).isInstanceOf(BusinessException.class).hasMessageContaining(message);
  }

  @Test
  void topicHasSeveralOutcomesEachWithTheUnitThatTakesItOver() {
    Long first = topics.add(project, null, "Casemanagement", null);
    Long second = topics.add(project, null, "Monitoring", "wird aufgebaut");
    topics.addOutcome(first, OutcomeKind.FOLLOW_UP_PROJECT, "Amt für Integration", null);
    topics.addOutcome(first, OutcomeKind.CONTINUING_TASK, "Fachkoordination Arbeit", "täglich");
    topics.addOutcome(second, OutcomeKind.ENDED, null, null);
    topics.change(second, "Integrationsmonitoring", null);

    assertThat(topics.of(project)).extracting(FocusTopic::topicNumber, FocusTopic::name)
        .containsExactly(tuple(1, "Casemanagement"),
            tuple(2, "Integrationsmonitoring"));
    assertThat(topics.outcomes(first)).extracting(TopicOutcome::takenOverBy)
        .containsExactly("Amt für Integration", "Fachkoordination Arbeit");
    assertThat(history.of(project)).extracting(ProjectEvent::description)
        .contains("Verbleib von „Casemanagement“: laufende Aufgabe, übernimmt Fachkoordination Arbeit.");
    refused("wer das Schwerpunktthema „Casemanagement“ übernimmt",
        () -> topics.addOutcome(first, OutcomeKind.CONSOLIDATED, null, null));
    refused("was aus dem Schwerpunktthema wird", () -> topics.addOutcome(first, null, "Amt", null));
    refused("benennen Sie", () -> topics.add(project, null, " ", null));
    refused("gibt es nicht", () -> topics.addOutcome(-1L, OutcomeKind.ENDED, null, null));
  }

  @Test
  void recommendationIsTrackedToWhoTakesItUp() {
    Long taken = recommendations.add(project, null, "Sprachkurse am Abend", "Jobcenter");
    Long dropped = recommendations.add(project, null, "Busse", null);
    recommendations.takeUp(taken, "Volkshochschule", DAY);
    recommendations.drop(dropped, "Der Verkehrsverbund hat sie schon.");

    assertThat(recommendations.of(project)).extracting(Recommendation::state)
        .containsExactly(RecommendationState.TAKEN_UP, RecommendationState.DROPPED);
    assertThat(recommendations.of(project).get(0).takenUpBy()).isEqualTo("Volkshochschule");
    refused("schon aufgegriffen", () -> recommendations.drop(taken, "Doch nicht"));
    Long open = recommendations.add(project, null, "Ehrenamt", null);
    refused("wer die Handlungsempfehlung aufgreift", () -> recommendations.takeUp(open, null, DAY));
    refused("begründen", () -> recommendations.drop(open, null));
    refused("Wortlaut", () -> recommendations.add(project, null, null, null));
    refused("gibt es nicht", () -> recommendations.drop(-1L, "x"));
  }

  @Test
  void objectiveIsReachedInWords() {
    Long objective = objectives.add(project, new NewObjective(null, null, "Beratung", "Zwei Stellen", "120 Fälle"));
    objectives.reach(objective, ObjectiveState.PARTLY, "90 Fälle");

    assertThat(objectives.of(project)).singleElement()
        .isEqualTo(new Objective(objective, project, null, null, 1, "Beratung", "Zwei Stellen", "120 Fälle", "90 Fälle",
            ObjectiveState.PARTLY));
    refused("was bei Ziel 1 erreicht wurde", () -> objectives.reach(objective, ObjectiveState.ACHIEVED, null));
    refused("Wortlaut", () -> objectives.add(project, new NewObjective(null, null, null, null, null)));
    refused("gibt es nicht", () -> objectives.reach(-1L, ObjectiveState.OPEN, null));
  }

  @Test
  void bodyDecidesOnAVersionInItsMeeting() {
    Long concept = concepts.add(project, null, "KOKIP", "Kooperation");
    assertThat(concepts.addVersion(concept, null, "%PDF-1.7".getBytes(StandardCharsets.US_ASCII))).isEqualTo(1);
    Organization body = reportWorld.body(project, "UAG Casemanagement");
    Organization other = reportWorld.body(project, "Lenkungsgruppe");
    Meeting meeting = reportWorld.meeting(body, DAY.minusDays(1), "Konzept KOKIP");
    Long item = reportWorld.item(meeting);
    refused("gehört zu keiner Sitzung von Lenkungsgruppe", () -> concepts.decide(concept, 1, other.id(), item));
    refused("Fassung 2", () -> concepts.decide(concept, 2, body.id(), item));
    Long ahead = calendar.plan(new NewMeeting(body.id(), DAY.plusDays(60), "10:00", null, MeetingKind.REGULAR,
        List.of(), null));
    Long later = agenda.add(ahead, AgendaItemKind.MATTER, "Konzept KOKIP", true, null);
    refused("noch nicht beraten", () -> concepts.decide(concept, 1, body.id(), later));
    concepts.decide(concept, 1, body.id(), item);
    concepts.decideElsewhere(concept, 1, other.id(), null);

    ConceptVersion version = concepts.versions(concept).get(0);
    assertThat(version.decidedOn()).isEqualTo(DAY.minusDays(1));
    assertThat(version.documentHash()).isNotNull();
    assertThat(concepts.decisions(version.id())).extracting(ConceptDecision::agendaItemId).containsExactly(item, null);
    refused("schon entschieden", () -> concepts.decideElsewhere(concept, 1, body.id(), DAY));
    refused("benennen Sie das Konzept", () -> concepts.add(project, null, null, null));
  }

  @Test
  void openPointIsRaisedAndSettled() {
    Long concept = concepts.add(project, null, "KOKIP", null);
    Long point = concepts.raise(concept, "Finanzierung unklar", DAY);
    concepts.checkOpenPoints(project);
    assertThat(world.asked(project).get(FindingCode.OPEN_POINTS)).contains("KOKIP", "Finanzierung unklar");
    concepts.settle(point, "Teilhabemanagement wird gefördert", null);

    assertThat(concepts.openPoints(concept)).singleElement().satisfies(settled -> {
      assertThat(settled.open()).isFalse();
      assertThat(settled.settledOn()).isNull();
    });
    refused("schon geklärt", () -> concepts.settle(point, "Noch einmal", null));
    Long second = concepts.raise(concept, "Träger", null);
    refused("wie der offene Punkt geklärt wurde", () -> concepts.settle(second, null, null));
    refused("beschreiben Sie", () -> concepts.raise(concept, null, null));
    refused("gibt es nicht", () -> concepts.settle(-1L, "x", null));
    refused("gibt es nicht", () -> concepts.raise(-1L, "x", null));
  }

  @Test
  void documentsComeFromOutsideChecked() {
    Long document = documents.upload(project, ProjectDocumentKind.OTHER, null, "Notizen.txt",
        "Gespräch am Montag".getBytes(StandardCharsets.UTF_8));

    assertThat(documents.of(project)).extracting(ProjectDocument::name).containsExactly("Notizen.txt");
    assertThat(documents.content(project, document).bytes())
        .isEqualTo("Gespräch am Montag".getBytes(StandardCharsets.UTF_8));
    Long other = world.stored(world.city());
    refused("Dieses Dokument gibt es nicht", () -> documents.content(other, document));
    assertThatThrownBy(
        () -> documents.upload(project, ProjectDocumentKind.OTHER, null, "virus.exe", new byte[] {77, 90}))
        .isInstanceOf(BusinessException.class);
  }
}
