package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class PaperRunTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 5);

  @Autowired PaperWorld world;
  @Autowired Clerk clerk;

  @BeforeEach
  void start() {
    clerk.onDay(START);
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  @Test
  void aReportIsNotedByFourBodies() {
    PaperRun paper = world.city().paper("Mitteilung").release(
        new Wish("Integrationsrat", ConsultationRole.NOTICE, 1, LocalDate.of(2026, 1, 13)),
        new Wish("Sozialausschuss", ConsultationRole.NOTICE, 2, LocalDate.of(2026, 1, 15)),
        new Wish("Verwaltungsausschuss", ConsultationRole.NOTICE, 3, LocalDate.of(2026, 1, 26)),
        new Wish("Jugendhilfeausschuss", ConsultationRole.NOTICE, 4, LocalDate.of(2026, 1, 27)));
    paper.result("Integrationsrat", "Kenntnis genommen").result("Sozialausschuss", "Kenntnis genommen")
        .result("Verwaltungsausschuss", "Kenntnis genommen").result("Jugendhilfeausschuss", "Kenntnis genommen");
    assertThat(paper.details().state()).isEqualTo(PaperState.NOTED);
  }

  @Test
  void aPostponedBodyMeetsAgain() {
    var city = world.city();
    city.body("Bauausschuss", LocalDate.of(2026, 3, 3));
    PaperRun paper = city.paper("Beschlussvorlage").release(
        new Wish("Bauausschuss", ConsultationRole.PRELIMINARY, 1, LocalDate.of(2026, 2, 3)),
        new Wish("Rat", ConsultationRole.DECISION, 2, LocalDate.of(2026, 2, 5)));
    paper.result("Bauausschuss", "vertagt");
    assertThat(paper.station("Bauausschuss").date()).isEqualTo(LocalDate.of(2026, 3, 3));
    paper.result("Rat", "ungeändert beschlossen", Map.of("handling", "WITH_RESERVATION"));
    assertThat(paper.details().state()).isEqualTo(PaperState.DECIDED);
    assertThat(paper.station("Bauausschuss").state()).isEqualTo(ConsultationState.DROPPED);
  }
}
