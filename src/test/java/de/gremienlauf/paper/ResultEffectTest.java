package de.gremienlauf.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResultEffectTest {

  private static final List<String> KINDS = List.of("ACCEPTED", "ACCEPTED_AMENDED", "REJECTED",
      "REJECTED_FINALLY", "NOTED", "POSTPONED", "REFERRED", "REFERRED_WITH_RETURN", "WITHOUT_VOTE", "WITHDRAWN",
      "SETTLED", "LAPSED", "DEEMED_CONSENT", "CONTINUE", "NONE");
  private static final List<String> ROLES =
      List.of("DECISION", "PRELIMINARY", "HEARING", "NOTICE", "APPROVAL", "STATEMENT");
  private static final List<String> COMPETENCES = List.of("WHOLE", "PART", "NONE");
  private static final Set<String> EFFECTS = Set.of("CONTINUE", "CONTINUE_AMENDED", "WITHOUT_VOTE", "DECIDED",
      "DECIDED_AMENDED", "REJECTED", "NOTED", "POSTPONED", "REFERRED", "WITHDRAWN", "SETTLED", "LAPSED",
      "DEEMED_CONSENT", "NONE");
  private static final Set<String> ENDS_ALWAYS = Set.of("REJECTED_FINALLY", "WITHDRAWN", "LAPSED");
  private static final Set<String> ENDS_WHEN_DECIDING =
      Set.of("ACCEPTED", "ACCEPTED_AMENDED", "REJECTED", "SETTLED", "DEEMED_CONSENT");

  private static Map<String, Object> effect(String kind, String role, String competence) {
    return DecisionTables.single("result-effect", Map.of("kind", kind, "role", role, "competence", competence));
  }

  private static Stream<Arguments> product() {
    return KINDS.stream().flatMap(kind -> ROLES.stream().flatMap(role -> COMPETENCES.stream()
        .map(competence -> Arguments.of(kind, role, competence))));
  }

  @ParameterizedTest
  @MethodSource("product")
  void everyCombinationHasItsEffect(String kind, String role, String competence) {
    boolean decidesAlone = Set.of("DECISION", "APPROVAL").contains(role) && competence.equals("WHOLE");
    Map<String, Object> result = effect(kind, role, competence);
    assertThat(result).containsOnlyKeys("effect", "runEnds");
    assertThat(result.get("effect")).isIn(EFFECTS);
    assertThat(result.get("runEnds"))
        .isEqualTo(ENDS_ALWAYS.contains(kind) || decidesAlone && ENDS_WHEN_DECIDING.contains(kind));
  }

  @ParameterizedTest
  @CsvSource({
      "ACCEPTED, DECISION, WHOLE, DECIDED, true",
      "ACCEPTED, APPROVAL, WHOLE, DECIDED, true",
      "ACCEPTED, DECISION, PART, DECIDED, false",
      "ACCEPTED, DECISION, NONE, CONTINUE, false",
      "ACCEPTED, PRELIMINARY, NONE, CONTINUE, false",
      "ACCEPTED, HEARING, WHOLE, CONTINUE, false",
      "ACCEPTED_AMENDED, DECISION, WHOLE, DECIDED_AMENDED, true",
      "ACCEPTED_AMENDED, APPROVAL, PART, DECIDED_AMENDED, false",
      "ACCEPTED_AMENDED, HEARING, NONE, CONTINUE_AMENDED, false",
      "REJECTED, DECISION, WHOLE, REJECTED, true",
      "REJECTED, DECISION, PART, REJECTED, false",
      "REJECTED, PRELIMINARY, NONE, REJECTED, false",
      "REJECTED_FINALLY, PRELIMINARY, NONE, REJECTED, true",
      "NOTED, NOTICE, NONE, NOTED, false",
      "POSTPONED, DECISION, WHOLE, POSTPONED, false",
      "REFERRED, DECISION, WHOLE, REFERRED, false",
      "REFERRED_WITH_RETURN, DECISION, WHOLE, REFERRED, false",
      "WITHOUT_VOTE, PRELIMINARY, NONE, WITHOUT_VOTE, false",
      "WITHDRAWN, PRELIMINARY, NONE, WITHDRAWN, true",
      "SETTLED, DECISION, WHOLE, SETTLED, true",
      "SETTLED, DECISION, PART, SETTLED, false",
      "SETTLED, PRELIMINARY, NONE, SETTLED, false",
      "LAPSED, PRELIMINARY, NONE, LAPSED, true",
      "DEEMED_CONSENT, HEARING, NONE, DEEMED_CONSENT, false",
      "DEEMED_CONSENT, DECISION, WHOLE, DEEMED_CONSENT, true",
      "CONTINUE, DECISION, WHOLE, CONTINUE, false",
      "NONE, DECISION, WHOLE, NONE, false",
  })
  void effectOf(String kind, String role, String competence, String effect, boolean runEnds) {
    assertThat(effect(kind, role, competence)).isEqualTo(Map.of("effect", effect, "runEnds", runEnds));
  }

  @Test
  void anUnknownKindHasNoEffect() {
    assertThat(effect("SOMETHING", "DECISION", "WHOLE")).isEmpty();
  }
}
