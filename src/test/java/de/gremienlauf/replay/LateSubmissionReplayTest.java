package de.gremienlauf.replay;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.support.IntegrationTest;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class LateSubmissionReplayTest {

  @Autowired Replay replay;

  @Test
  void whoWasLateIsAFindingWhenSubmissionDeadlinesAreEnforced() {
    Map<String, Long> late = new TreeMap<>();
    int interventions = 0;
    for (RecordedCase recorded : ReplayTest.recordedCases()) {
      ReplayReport report = replay.replay(recorded, true, driven -> { });
      assertThat(report.status()).as("%s: %s", recorded.id(), report.warnings()).isEqualTo(Replayed.REPLAYED);
      report.warnings().stream().filter(ReplayTest.LATE).forEach(warning -> {
        late.merge(recorded.id(), 1L, Long::sum);
        assertThat(warning.message()).contains("Angemeldet am ", "Abgabefrist war der ");
      });
      interventions += report.interventions();
    }
    assertThat(interventions).isEqualTo(4);
    assertThat(late).isEqualTo(Map.of("berlin-sz-0792-VI", 1L, "frankfurt-V-817", 1L, "koeln-2998-2017", 2L,
        "koeln-4069-2022", 2L, "koeln-kvonr52247", 1L, "luebeck-VO-2022-10755-06-01", 1L));
  }
}
