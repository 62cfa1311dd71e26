package de.gremienlauf.replay;

import de.gremienlauf.engine.DecisionTables;
import de.gremienlauf.meeting.ResultKind;
import de.gremienlauf.meeting.ResultPhrase;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What printed results mean, by the same table that the models ask. */
@Component
class ResultKinds {

  private final DecisionTables tables;

  ResultKinds(DecisionTables tables) {
    this.tables = tables;
  }

  /** Null if no rule knows it; a person decides then. */
  ResultKind of(String printed) {
    Object kind = tables.first("result-phrase", Map.of("phrase", ResultPhrase.of(printed))).get("kind");
    return kind == null ? null : ResultKind.valueOf((String) kind);
  }
}
