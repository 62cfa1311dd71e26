package de.gremienlauf.operation.process;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.EngineClock;
import de.gremienlauf.engine.ProcessMessages;
import de.gremienlauf.operation.StockReport;
import de.gremienlauf.paper.ConsultationRole;
import de.gremienlauf.paper.PaperWorld;
import de.gremienlauf.paper.PaperWorld.PaperRun;
import de.gremienlauf.paper.PaperWorld.Wish;
import de.gremienlauf.support.Clerk;
import de.gremienlauf.support.IntegrationTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A station that nobody has told is found in one line, and what the line says to do sets it going again. */
@IntegrationTest
class StationCheckTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 12);
  private static final String COUNCIL = "Rat";
  private static final String COMMITTEE = "Finanzausschuss";

  @Autowired StationCheck check;
  @Autowired PaperWorld world;
  @Autowired Clerk clerk;
  @Autowired ProcessMessages messages;
  @Autowired JdbcTemplate jdbc;

  private PaperRun paper;

  @BeforeEach
  void aPaperIsReleased() {
    clerk.onDay(LocalDate.of(2026, 1, 5));
    paper = world.city().paper("Beschlussvorlage").release(
        new Wish(COMMITTEE, ConsultationRole.PRELIMINARY, 1, DAY.minusWeeks(1)),
        new Wish(COUNCIL, ConsultationRole.DECISION, 2, DAY));
  }

  @AfterEach
  void stop() {
    EngineClock.reset();
  }

  private List<String> findings() {
    List<String> findings = new ArrayList<>();
    check.look(new StockReport(line -> {
      if (line.contains(instance(COUNCIL))) {
        findings.add(line);
      }
    }));
    return findings;
  }

  private String instance(String body) {
    return paper.consultation(body).getId();
  }

  private void lookAgain(String body) {
    messages.send("StationChanged", instance(body), Map.of());
    clerk.runDueJobs();
  }

  @Test
  void whatWaitsForADayThatComesIsFine() {
    assertThat(findings()).isEmpty();
    clerk.onDay(DAY);
    assertThat(findings()).isEmpty();
  }

  @Test
  void aDayThatHasComeIsFound() {
    jdbc.update("update meeting set state = 'IN_SESSION' where id = (select meeting_id from consultation"
        + " where process_instance_id = ?)", instance(COUNCIL));
    assertThat(findings()).singleElement().asString().startsWith("FESTSTELLUNG: Beratung "
        + paper.details().reference() + "#" + paper.station(COUNCIL).number() + " (consultation ")
        .endsWith(") wartet auf den Tag ihrer Sitzung, der schon"
        + " gekommen oder abgesagt ist. Bitte die Nachricht „StationChanged“ an die Instanz " + instance(COUNCIL)
        + " senden: Sie sieht dann neu nach.");
    lookAgain(COUNCIL);
    assertThat(findings()).isEmpty();
    assertThat(paper.resultTask(COUNCIL)).isNotNull();
  }

  @Test
  void aBodyThatIsDoneIsFound() {
    jdbc.update("update consultation set waits_for_organization_id = (select organization_id from consultation"
        + " where process_instance_id = ?) where process_instance_id = ?", instance(COMMITTEE), instance(COUNCIL));
    lookAgain(COUNCIL);
    assertThat(findings()).isEmpty();
    jdbc.update("update consultation set state = 'CONCLUDED', concluded_on = ? where process_instance_id = ?", DAY,
        instance(COMMITTEE));
    assertThat(findings()).singleElement().asString().contains(") wartet auf ein anderes Gremium, das schon beraten"
        + " hat. ").contains(instance(COUNCIL));
    lookAgain(COUNCIL);
    assertThat(findings()).isEmpty();
  }
}
