package de.gremienlauf.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.support.IntegrationTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class UsualResultsTest {

  @Autowired DecisionTables tables;

  @Test
  void theDecisionTableKnowsEveryResultThatIsOffered() {
    for (String phrase : MeetingQueries.USUAL_RESULTS) {
      assertThat(tables.first("result-phrase", Map.of("phrase", ResultPhrase.of(phrase)))).as(phrase).isNotEmpty();
    }
  }

  @Test
  void everyVoteThatIsOfferedCanBeRead() {
    assertThat(MeetingQueries.USUAL_VOTES).allMatch(vote -> VoteParser.parse(vote, "beschlossen").isPresent());
  }
}
