package de.gremienlauf.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.gremienlauf.support.IntegrationTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a decision table has answered is remembered as long as the answer cannot be another. */
@IntegrationTest
class DecisionTablesTest {

  private static final String TABLE = "remembered-answers";

  @Autowired DecisionTables tables;
  @Autowired RepositoryService repository;
  @Autowired PlatformTransactionManager transactions;

  @AfterEach
  void removeTable() {
    repository.createDeploymentQuery().deploymentName(TABLE).list()
        .forEach(deployment -> repository.deleteDeployment(deployment.getId()));
  }

  @Test
  void sameInputsAreAnsweredAlikeUntilTheTableIsAnother() {
    deploy("\"alt\"");
    assertThat(tables.all(TABLE, Map.of("word", "ja"))).isEqualTo(List.of(Map.of("answer", "alt")));
    assertThat(tables.first(TABLE, Map.of("word", "ja"))).isSameAs(tables.first(TABLE, Map.of("word", "ja")));
    assertThat(tables.first(TABLE, Map.of("word", "nein"))).isEmpty();
    deploy("\"neu\"");
    assertThat(tables.first(TABLE, Map.of("word", "ja"))).isEqualTo(Map.of("answer", "neu"));
  }

  @Test
  void aTransactionGoesByOneVersion() {
    deploy("\"alt\"");
    new TransactionTemplate(transactions).executeWithoutResult(status -> {
      assertThat(tables.first(TABLE, Map.of("word", "ja"))).isEqualTo(Map.of("answer", "alt"));
      TransactionTemplate other = new TransactionTemplate(transactions);
      other.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
      other.executeWithoutResult(inner -> {
        deploy("\"neu\"");
        assertThat(tables.first(TABLE, Map.of("word", "ja"))).isEqualTo(Map.of("answer", "neu"));
      });
      assertThat(tables.first(TABLE, Map.of("word", "ja"))).isEqualTo(Map.of("answer", "alt"));
    });
    assertThat(tables.first(TABLE, Map.of("word", "ja"))).isEqualTo(Map.of("answer", "neu"));
  }

  @Test
  void aTableThatAsksForTheTimeIsAskedEachTime() throws InterruptedException {
    deploy("string(now())");
    Object before = tables.first(TABLE, Map.of("word", "ja"));
    Thread.sleep(5);
    assertThat(tables.first(TABLE, Map.of("word", "ja"))).isNotEqualTo(before);
  }

  @Test
  void answersCannotBeChangedByWhoGetsThemNorInputsAfterwards() {
    deploy("\"alt\"");
    Map<String, Object> inputs = new HashMap<>(Map.of("word", "ja"));
    Map<String, Object> answer = tables.first(TABLE, inputs);
    assertThatThrownBy(() -> answer.put("answer", "x")).isInstanceOf(UnsupportedOperationException.class);
    inputs.put("word", "nein");
    assertThat(tables.first(TABLE, Map.of("word", "ja"))).isEqualTo(Map.of("answer", "alt"));
    assertThat(tables.first(TABLE, inputs)).isEmpty();
  }

  @Test
  void aTableThatIsNotDeployedIsNamed() {
    assertThatThrownBy(() -> tables.first("no-such-table", Map.of())).hasMessageContaining("no-such-table");
  }

  private void deploy(String answer) {
    DeploymentWithDefinitions deployed = repository.createDeployment().name(TABLE).addString(TABLE + ".dmn", """
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="test">
          <decision id="%s" name="Antworten" camunda:historyTimeToLive="P1D"
              xmlns:camunda="http://camunda.org/schema/1.0/dmn">
            <decisionTable id="t" hitPolicy="COLLECT">
              <input id="i"><inputExpression id="e" typeRef="string"><text>word</text></inputExpression></input>
              <output id="o" name="answer" typeRef="string"/>
              <rule id="r">
                <inputEntry id="ie"><text>"ja"</text></inputEntry>
                <outputEntry id="oe"><text><![CDATA[%s]]></text></outputEntry>
              </rule>
            </decisionTable>
          </decision>
        </definitions>""".formatted(TABLE, answer)).deployWithResult();
    assertThat(deployed.getDeployedDecisionDefinitions()).hasSize(1);
  }
}
