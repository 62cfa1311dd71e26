package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.gremienlauf.support.IntegrationTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class ReplayTest {

  @Autowired Replay replay;
  @Autowired CaseDriver driver;
  @Autowired ObjectMapper json;

  @Test
  void everyRecordedCaseReplays() throws Exception {
    List<RecordedCase> cases = new CaseFiles().read(List.of(Path.of("cases")));
    assertThat(cases).hasSizeGreaterThanOrEqualTo(24);
    int interventions = 0;
    for (RecordedCase recorded : cases) {
      ReplayReport report = replay.replay(recorded, driven -> { });
      System.out.println(report.status() + " " + report.interventions() + " " + report.id() + " "
          + report.paper().state() + " " + report.warnings() + " " + report.deviations());
      if (report.status().equals("failed")) {
        try {
          driver.drive(recorded);
        } catch (RuntimeException e) {
          e.printStackTrace(System.out);
        }
      }
      interventions += report.interventions();
    }
    System.out.println("INTERVENTIONS " + interventions);
  }
}
