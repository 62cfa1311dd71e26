package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who decides urgently, by the versions of § 60 GO NRW. */
class UrgentSignatoriesTest {

  private static Map<String, Object> row(String classification, boolean mainCommittee, String day) {
    return DecisionTables.single("urgent-signatories",
        Map.of("classification", classification, "mainCommittee", mainCommittee, "day", day));
  }

  @ParameterizedTest
  @CsvSource({
      "Ausschuss, 2020-04-13, § 60 Abs. 2 GO NRW",
      "Ausschuss, 2020-04-14, § 60 Abs. 3 GO NRW (Fassung vom 14.04.2020)",
      "Ausschuss, 2022-12-31, § 60 Abs. 3 GO NRW (Fassung vom 14.04.2020)",
      "Ausschuss, 2023-01-01, § 60 Abs. 2 GO NRW",
      "Hauptausschuss, 2020-04-13, § 60 Abs. 2 GO NRW",
      "Hauptausschuss, 2022-12-31, § 60 Abs. 3 GO NRW (Fassung vom 14.04.2020)",
      "Hauptausschuss, 2026-11-22, § 60 Abs. 2 GO NRW",
  })
  void aCommitteeMatterIsSignedWithAMemberOfTheCommittee(String classification, String day, String ground) {
    for (boolean mainCommittee : new boolean[] {true, false}) {
      assertThat(row(classification, mainCommittee, day)).containsEntry("decider", "SIGNATORIES")
          .containsEntry("secondFrom", "COMMITTEE").containsEntry("ground", ground);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-05-19", "2020-04-13", "2020-04-14", "2022-12-31", "2023-01-01", "2026-11-22"})
  void aMatterOfTheCouncilGoesToTheMainCommitteeIfThatCanMeet(String day) {
    assertThat(row("Parlament", true, day)).containsEntry("decider", "MAIN_COMMITTEE")
        .containsEntry("ground", "§ 60 Abs. 1 Satz 1 GO NRW");
    assertThat(row("Parlament", false, day)).containsEntry("decider", "SIGNATORIES")
        .containsEntry("secondFrom", "COUNCIL").containsEntry("ground", "§ 60 Abs. 1 Satz 2 GO NRW");
  }

  @Test
  void noOtherBodyHasUrgentDecisions() {
    assertThat(row("Bezirksvertretung", false, "2026-11-22")).isEmpty();
    assertThat(row("Beirat", true, "2026-11-22")).isEmpty();
  }
}
